using System.Text;
using Aggregator.Feeds;
using Aggregator.Feeds.Discovery;
using Aggregator.Model;

namespace Aggregator.Fetching;

/// <summary>Finds the feeds of a page: asks the address itself, then what it names and the usual places, and reads each to be sure that it is one.</summary>
internal sealed class FeedProbe(FeedFetcher fetcher)
{
    // Pages name a handful of feeds; the usual places add about ten. More would be a scan.
    private const int MostCandidates = 16;

    /// <summary>The feeds that the page names or that lie at the usual places, best first; empty when there is none or the page cannot be fetched.</summary>
    public async Task<IReadOnlyList<ProbedFeed>> ProbeAsync(Uri address, CancellationToken cancellation)
    {
        if (await fetcher.FetchAsync(new FeedFetchRequest(address), cancellation) is not FeedFetchResult.Fetched page)
            return [];
        if (Read(page, address, "the address itself") is { } direct)
            return [direct];
        var found = new List<ProbedFeed>();
        // A page's bytes are looked through for markup only; a wrong guess of its encoding changes no address.
        foreach (var candidate in FeedDiscovery.FindCandidates(Encoding.UTF8.GetString(page.Body), page.Url).Take(MostCandidates))
        {
            if (await fetcher.FetchAsync(new FeedFetchRequest(candidate.Url), cancellation) is FeedFetchResult.Fetched fetched
                && Read(fetched, candidate.Url, candidate.How) is { } feed
                && !found.Exists(f => f.Url == feed.Url))
            {
                found.Add(feed with { Title = feed.Title ?? candidate.Title });
            }
        }

        return found;
    }

    private static ProbedFeed? Read(FeedFetchResult.Fetched fetched, Uri asked, string how) =>
        FeedParser.Parse(fetched.Body, new FeedContext(fetched.Url, fetched.ContentType, fetched.ContentLocation)) is FeedParseResult.Parsed { Feed: var feed }
            ? new ProbedFeed(asked.AbsoluteUri, feed.Title, feed.Format.ToString(), feed.Entries.Count,
                feed.Entries.Max(e => (e.Published ?? e.Updated)?.Instant), how)
            : null;
}

/// <summary>A feed that was found and read.</summary>
/// <param name="Format">The dialect, such as Atom10.</param>
/// <param name="Entries">How many entries it has now.</param>
/// <param name="Newest">The date of its newest entry.</param>
/// <param name="FoundBy">What led there: the address itself, a link on the page, a usual place.</param>
public sealed record ProbedFeed(string Url, string? Title, string Format, int Entries, DateTimeOffset? Newest, string FoundBy);
