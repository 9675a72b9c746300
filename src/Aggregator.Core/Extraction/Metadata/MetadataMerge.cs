using Aggregator.Html.Dom;
using Aggregator.Model;

namespace Aggregator.Extraction.Metadata;

/// <summary>What a feed said of an article.</summary>
public sealed record FeedClaims(string? Title, IReadOnlyList<string> Authors, ClaimedDate? Published, string? Language, string? Image, string? Summary);

/// <summary>The metadata of an article after page and feed were heard.</summary>
public sealed record MergedMetadata
{
    public string? Title { get; init; }

    public IReadOnlyList<string> Authors { get; init; } = [];

    public ClaimedDate? Published { get; init; }

    public ClaimedDate? Modified { get; init; }

    public string? Language { get; init; }

    public string? Image { get; init; }

    public string? Summary { get; init; }
}

/// <summary>Merges what a page and a feed say of the same article. Pure; never fails.</summary>
public static class MetadataMerge
{
    /// <summary>
    /// Order of trust, by field.
    /// Title: the feed's, as an editor wrote it for a list of headlines, unless it is missing, cut short, or shouting; then the page's.
    /// Authors: the names that the page states, else the feed's, else those that the page merely shows; the feed's when the page names only its outlet.
    /// Published: the more precise of the two; the earlier when both are equally precise, as feeds re-date republished entries. When we first saw an entry is
    /// no claim: it stands only where the page says nothing, or no more than the month that it lies in. A day is given by an instant
    /// that lies in it both by the outlet's clocks and in UTC, so that whoever counts days counts this one.
    /// Language: the page's, else the feed's (a feed states one for all entries).
    /// Image: the page's, else the feed's (feeds give thumbnails). Summary: the feed's, else the page's description.
    /// </summary>
    public static MergedMetadata Merge(PageMetadata page, FeedClaims feed)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(feed);
        return new MergedMetadata
        {
            Title = Title(page.Title, feed.Title),
            Authors = AuthorsOf(page, feed),
            Published = ToUniversal(Published(page.Published, feed.Published)),
            Modified = ToUniversal(page.Modified),
            Language = page.Language ?? PageLanguage.Normalize(feed.Language),
            Image = page.Image ?? feed.Image,
            Summary = string.IsNullOrWhiteSpace(feed.Summary) ? page.Description : feed.Summary,
        };
    }

    private static string? Title(string? page, string? feed)
    {
        var fromFeed = VisibleText.Collapse(feed);
        var fromPage = VisibleText.Collapse(page);
        if (fromFeed.Length == 0)
            return fromPage.Length == 0 ? null : fromPage;
        if (fromPage.Length == 0)
            return fromFeed;
        var cut = fromFeed.EndsWith("...", StringComparison.Ordinal) || fromFeed.EndsWith('…');
        return cut && fromPage.StartsWith(fromFeed.TrimEnd('.', '…', ' '), StringComparison.OrdinalIgnoreCase) ? fromPage : fromFeed;
    }

    private static IReadOnlyList<string> AuthorsOf(PageMetadata page, FeedClaims feed)
    {
        var fromFeed = AuthorNames.FromField(feed.Authors);
        if (page.Authors.Count == 0 || fromFeed.Count == 0)
            return page.Authors.Count == 0 ? fromFeed : page.Authors;
        // Feeds name their outlet, or the account that posts for everybody, where they know no author.
        var feedNamesPerson = !fromFeed.All(name => IsOutlet(name, page.SiteName) || AuthorNames.IsAccount(name));
        return feedNamesPerson && (page.AuthorsGuessed || page.Authors.All(name => IsOutlet(name, page.SiteName))) ? fromFeed : page.Authors;
    }

    private static bool IsOutlet(string name, string? siteName) => name.Equals(siteName, StringComparison.OrdinalIgnoreCase);

    private static ClaimedDate? Published(ClaimedDate? page, ClaimedDate? feed)
    {
        if (page is null || feed is null)
            return page ?? feed;
        if (feed.IsFirstSeen())
            return page.Precision == DatePrecision.Month && IsSameMonth(page.Instant, feed.Instant) ? feed : page;
        if (page.Precision != feed.Precision)
            return page.Precision < feed.Precision ? page : feed;
        return page.Instant <= feed.Instant ? page : feed;
    }

    private static bool IsSameMonth(DateTimeOffset a, DateTimeOffset b) => (a.Year, a.Month) == (b.Year, b.Month);

    // Local midnight is that instant west of Greenwich, midnight UTC east of it.
    private static ClaimedDate? ToUniversal(ClaimedDate? date) => date is { Precision: DatePrecision.Day, Instant.Offset.Ticks: > 0 }
        ? date with { Instant = new DateTimeOffset(date.Instant.Date, TimeSpan.Zero) }
        : date;
}
