namespace Aggregator.Fetching;

/// <summary>Finds the feeds of a page and reads each to be sure that it is one.</summary>
public interface IFeedProbe
{
    /// <summary>The feeds that the page names or that lie at the usual places, best first; empty when there is none or the page cannot be fetched.</summary>
    Task<IReadOnlyList<ProbedFeed>> ProbeAsync(Uri address, CancellationToken cancellation);
}

/// <summary>A feed that was found and read.</summary>
/// <param name="Format">The dialect, such as Atom10.</param>
/// <param name="Entries">How many entries it has now.</param>
/// <param name="Newest">The date of its newest entry.</param>
/// <param name="FoundBy">What led there: the address itself, a link on the page, a usual place.</param>
public sealed record ProbedFeed(string Url, string? Title, string Format, int Entries, DateTimeOffset? Newest, string FoundBy);
