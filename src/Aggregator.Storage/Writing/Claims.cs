using Aggregator.Model;
using Aggregator.Stores;

namespace Aggregator.Writing;

/// <summary>
/// What is being worked on. Only one process may use a data folder, so claims live in its memory: claiming writes nothing, and a killed
/// process leaves no claim behind. Used on the writer's thread only, so that a claim always sees the last commit.
/// </summary>
internal sealed class Claims
{
    private readonly HashSet<long> _feeds = [];
    // The host whose place it holds; null when its page has come.
    private readonly Dictionary<long, string?> _articles = [];
    private readonly Dictionary<string, int> _hosts = new(StringComparer.Ordinal);
    private string _lastHost = "";

    public void ReleaseFeed(long id) => _feeds.Remove(id);

    public void ReleaseArticle(long id)
    {
        LeaveHost(id);
        _articles.Remove(id);
    }

    public List<Feed> ClaimFeeds(ITables tables, DateTimeOffset now, int limit, IReadOnlyCollection<long>? only)
    {
        var candidates = only is null
            ? tables.Feeds.Due(now, limit + _feeds.Count)
            : [.. only.Distinct().Select(tables.Feeds.Pollable).OfType<Feed>().OrderBy(feed => feed.State.NextPollAt)];
        return [.. candidates.Where(feed => !_feeds.Contains(feed.Id)).Take(limit).Where(feed => _feeds.Add(feed.Id))];
    }

    /// <summary>Goes round the hosts, on from where it stopped the last time, so that no host waits for another's long queue.</summary>
    public List<UnreadArticle> ClaimUnread(ITables tables, DateTimeOffset now, int limit, int perHost, IReadOnlyCollection<long> read)
    {
        foreach (var id in read)
            LeaveHost(id);
        List<UnreadArticle> claimed = [];
        var start = _lastHost;
        var wrapped = false;
        while (claimed.Count < limit)
        {
            var host = tables.Articles.HostAfter(_lastHost);
            if (host is null || (wrapped && string.CompareOrdinal(host, start) > 0))
            {
                if (wrapped)
                    break;
                wrapped = true;
                _lastHost = "";
                continue;
            }

            _lastHost = host;
            ClaimOfHost(tables, host, now, Math.Min(limit - claimed.Count, perHost - _hosts.GetValueOrDefault(host)), claimed);
        }

        return claimed;
    }

    /// <summary>The article stays claimed; its host need not wait for its commit.</summary>
    private void LeaveHost(long id)
    {
        if (_articles.GetValueOrDefault(id) is not { } host)
            return;
        _articles[id] = null;
        if (--_hosts[host] == 0)
            _hosts.Remove(host);
    }

    // In the order of the articles' times, as they are assigned: neighbours in time are rows of the same pages, of eight tables, and each page is written once
    // for many rows and not once for each.
    private void ClaimOfHost(ITables tables, string host, DateTimeOffset now, int places, List<UnreadArticle> claimed)
    {
        if (places <= 0)
            return;
        var due = tables.Articles.DueAt(host, now, places + _articles.Count);
        foreach (var id in due.Where(id => !_articles.ContainsKey(id)).Take(places))
        {
            _articles.Add(id, host);
            _hosts[host] = _hosts.GetValueOrDefault(host) + 1;
            claimed.Add(tables.Articles.Unread(id));
        }
    }
}
