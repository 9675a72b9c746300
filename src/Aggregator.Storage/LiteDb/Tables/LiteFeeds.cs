using System.Globalization;
using Aggregator.LiteDb.Engine;
using Aggregator.Model;
using Aggregator.Stores;
using Aggregator.Writing;
using LiteDB;

namespace Aggregator.LiteDb.Tables;

/// <summary>Feeds, all of them in memory, and the ring of their last fetches.</summary>
internal sealed class LiteFeeds : IFeedTable
{
    private const int HistoryKept = 50;

    // A feed's fetches stand side by side.
    private const int PlacesPerFeed = 64;

    private readonly ILiteCollection<BsonDocument> _collection;
    private readonly HeldDocuments _fetches;
    private readonly Dictionary<long, KnownFeed> _feeds = [];
    private readonly Dictionary<string, long> _byUrl = new(StringComparer.Ordinal);
    private readonly Dictionary<long, KnownFeed> _changed = [];
    private readonly Dictionary<string, long> _changedUrls = new(StringComparer.Ordinal);
    private long _lastId;
    private long _lastCommittedId;

    public LiteFeeds(LiteDatabase database)
    {
        _collection = database.GetCollection("feeds");
        _fetches = new HeldDocuments(database, "fetches");
        foreach (var document in _collection.Query().OrderBy("_id").ToEnumerable())
            Put(FeedDocuments.Read(document));
    }

    /// <summary>As committed, in the order of ids.</summary>
    public IEnumerable<KnownFeed> All => _feeds.Values.OrderBy(known => known.Feed.Id);

    /// <summary>As committed.</summary>
    public Feed? Committed(long id) => _feeds.GetValueOrDefault(id)?.Feed;

    /// <summary>The last fetches, newest first.</summary>
    public List<FetchRecord> History(long feedId, int limit) => [.. _fetches.Collection.Query()
        .Where("_id BETWEEN @0 AND @1", feedId * PlacesPerFeed, (feedId * PlacesPerFeed) + HistoryKept)
        .ToList()
        .OrderByDescending(document => document.Long("at"))
        .ThenByDescending(document => document.Long("poll"))
        .Take(Math.Max(0, limit))
        .Select(FeedDocuments.ReadFetch)];

    public Feed? ById(long id) => Of(id)?.Feed;

    public Feed? ByUrl(string url) =>
        (_changedUrls.TryGetValue(url, out var id) || _byUrl.TryGetValue(url, out id)) && ById(id) is { } feed && feed.Definition.Url == url ? feed : null;

    public List<Feed> FromFile() => [.. Current.Where(known => !known.ByHand && !known.Feed.Removed).Select(known => known.Feed)];

    public long Insert(string url, DateTimeOffset firstPoll, bool byHand)
    {
        Set(new KnownFeed(
            new Feed
            {
                Id = ++_lastId,
                Definition = new FeedDefinition(url, "", ""),
                CurrentUrl = url,
                State = new FeedState { NextPollAt = firstPoll, NextPollReason = "new" },
            },
            byHand, 0));
        return _lastId;
    }

    public void Write(long id, FeedDefinition definition, bool? byHand) => Change(id, known => new KnownFeed(
        known.Feed with { Definition = definition with { Url = known.Feed.Definition.Url }, Removed = false }, byHand ?? known.ByHand, known.Polls));

    // A feed that was gone has no next poll: at its new address it is due at once.
    public void Move(long id, string url) => Change(id, known => known with
    {
        Feed = known.Feed with
        {
            Definition = known.Feed.Definition with { Url = url },
            CurrentUrl = url,
            MergedInto = null,
            State = known.Feed.State with
            {
                NextPollAt = known.Feed.State.Gone ? DateTimeOffset.UnixEpoch : known.Feed.State.NextPollAt,
                Gone = false,
                Failures = 0,
                FailingSince = null,
                RedirectTo = null,
                RedirectSince = null,
                RedirectSightings = 0,
            },
        },
    });

    public bool Remove(long id)
    {
        if (ById(id) is not { Removed: false })
            return false;
        Change(id, known => known with { Feed = known.Feed with { Removed = true } });
        return true;
    }

    public bool Schedule(long id, DateTimeOffset at, string reason)
    {
        if (ById(id) is not { Removed: false })
            return false;
        ChangeState(id, state => state with { NextPollAt = at, NextPollReason = reason, Gone = false });
        return true;
    }

    public void PutOff(long id, DateTimeOffset at, string? reason) => ChangeState(id, state => state with { NextPollAt = at, NextPollReason = reason });

    public void WriteState(PollCommit commit, PollOutcome outcome)
    {
        if (Of(commit.FeedId) is not { } known)
            return;
        Set(new KnownFeed(
            known.Feed with { State = commit.State, CurrentUrl = commit.NewUrl ?? known.Feed.CurrentUrl }, known.ByHand, known.Polls + 1));
        _fetches.Put(FeedDocuments.Document(
            commit.Fetch with { New = outcome.New, Changed = outcome.Changed }, (commit.FeedId * PlacesPerFeed) + (known.Polls % HistoryKept), known.Polls));
    }

    public List<Feed> Due(DateTimeOffset now, int limit) => [.. Current
        .Where(known => known.IsPolled && known.Feed.State.NextPollAt.ToUnixTimeMilliseconds() <= now.ToUnixTimeMilliseconds())
        .OrderBy(known => known.Feed.State.NextPollAt)
        .ThenBy(known => known.Feed.Id)
        .Take(limit)
        .Select(known => known.Feed)];

    public Feed? Pollable(long id) => ById(id) is { Removed: false, Definition.Disabled: false, MergedInto: null } feed ? feed : null;

    public long StandIn(string url, string title, string category)
    {
        if (ByUrl(url) is { } there)
            return there.Id;
        Set(new KnownFeed(
            new Feed
            {
                Id = ++_lastId,
                Definition = new FeedDefinition(url, title, category, Disabled: true),
                CurrentUrl = url,
                Removed = true,
                State = new FeedState { NextPollAt = DateTimeOffset.UnixEpoch },
            },
            ByHand: true, 0));
        return _lastId;
    }

    public long? PolledAt(string url, long id) => Current
        .Where(known => known.IsPolled && known.Feed.Id != id && (known.Feed.Definition.Url == url || known.Feed.CurrentUrl == url))
        .OrderByDescending(known => known.Feed.Definition.Url == url)
        .ThenBy(known => known.Feed.Id)
        .FirstOrDefault()?.Feed.Id;

    public List<(long From, long Into)> Moved()
    {
        var polled = Current.Where(known => known.IsPolled).Select(known => known.Feed).ToDictionary(feed => feed.Definition.Url, StringComparer.Ordinal);
        return [.. polled.Values
            .Where(feed => feed.CurrentUrl != feed.Definition.Url)
            .Select(feed => (feed.Id, Into: polled.GetValueOrDefault(feed.CurrentUrl)?.Id ?? feed.Id))
            .Where(pair => pair.Into != pair.Id)];
    }

    public void Redirect(long from, long into)
    {
        var reason = $"moved to the address of feed {into.ToString(CultureInfo.InvariantCulture)} and polled with it";
        foreach (var known in Current.Where(known => known.Feed.Id == from || known.Feed.MergedInto == from).ToList())
        {
            Set(known with
            {
                Feed = known.Feed with
                {
                    MergedInto = into,
                    State = known.Feed.State with { NextPollReason = reason, RedirectTo = null, RedirectSince = null, RedirectSightings = 0 },
                },
            });
        }
    }

    public void Release()
    {
        foreach (var known in Current.Where(known => known.Feed.MergedInto is { } into && IsOff(into)).ToList())
        {
            Set(known with
            {
                Feed = known.Feed with
                {
                    MergedInto = null,
                    State = known.Feed.State with { NextPollReason = "the feed it was merged into is gone from the list" },
                },
            });
        }
    }

    public void Flush()
    {
        foreach (var known in _changed.Values)
            _collection.Upsert(FeedDocuments.Document(known));
        _fetches.Flush();
    }

    public void Apply()
    {
        foreach (var known in _changed.Values)
            Put(known);
    }

    public void Forget()
    {
        _changed.Clear();
        _changedUrls.Clear();
        _fetches.Forget();
        _lastId = _lastCommittedId;
    }

    private IEnumerable<KnownFeed> Current => _changed.Count == 0
        ? All
        : _feeds.Keys.Union(_changed.Keys).Order().Select(id => Of(id)!);

    private bool IsOff(long id) => ById(id) is { Removed: true } or { Definition.Disabled: true };

    private KnownFeed? Of(long id) => _changed.GetValueOrDefault(id) ?? _feeds.GetValueOrDefault(id);

    private void Change(long id, Func<KnownFeed, KnownFeed> change)
    {
        if (Of(id) is { } known)
            Set(change(known));
    }

    private void ChangeState(long id, Func<FeedState, FeedState> change) =>
        Change(id, known => known with { Feed = known.Feed with { State = change(known.Feed.State) } });

    // As it will come back from the file: times to the millisecond and in UTC.
    private void Set(KnownFeed known)
    {
        _changed[known.Feed.Id] = FeedDocuments.Read(FeedDocuments.Document(known));
        _changedUrls[known.Feed.Definition.Url] = known.Feed.Id;
    }

    private void Put(KnownFeed known)
    {
        if (_feeds.TryGetValue(known.Feed.Id, out var before))
            _byUrl.Remove(before.Feed.Definition.Url);
        _feeds[known.Feed.Id] = known;
        _byUrl[known.Feed.Definition.Url] = known.Feed.Id;
        _lastId = _lastCommittedId = Math.Max(_lastCommittedId, known.Feed.Id);
    }
}
