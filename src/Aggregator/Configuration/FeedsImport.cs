using System.Globalization;
using Aggregator.Feeds.OpmlFormat;
using Aggregator.Model;

namespace Aggregator.Configuration;

/// <summary>The feeds of another program's list as they may stand in ours, and a sentence for each thing that was left out.</summary>
internal sealed record FeedsImport(IReadOnlyList<FeedDefinition> Feeds, IReadOnlyList<LeftOutFeed> LeftOut)
{
    /// <summary>OPML needs no folders, our list needs categories.</summary>
    public const string NoCategory = "Uncategorised";

    /// <summary>What <see cref="FeedsFileReader"/> would refuse is filled in where it is a matter of form and left out where it is not.</summary>
    public static FeedsImport From(OpmlList list)
    {
        var feeds = new List<FeedDefinition>();
        var leftOut = list.LeftOut.Select(o => new LeftOutFeed(o.Title, o.Address, NoAddress(o.Address))).ToList();
        var known = new Dictionary<string, FeedDefinition>(StringComparer.Ordinal);
        foreach (var written in list.Feeds)
        {
            var feed = Tidy(written);
            if (!FeedsFileReader.IsAddress(feed.Url))
            {
                leftOut.Add(new LeftOutFeed(feed.Title, feed.Url, NoAddress(feed.Url)));
                continue;
            }

            if (!known.TryAdd(feed.Url, feed))
            {
                var folder = known[feed.Url].Category;
                if (folder != feed.Category)
                    leftOut.Add(new LeftOutFeed(feed.Title, feed.Url, $"stands in several folders; the first counts, {folder}", IsFeed: false));
                continue;
            }

            if (feed.Interval is { } interval && !FeedsFileReader.IsInterval(interval))
            {
                var why = string.Create(CultureInfo.InvariantCulture, $"its interval {interval:c} is not within a minute and a week, and is left out");
                leftOut.Add(new LeftOutFeed(feed.Title, feed.Url, why, IsFeed: false));
                feed = feed with { Interval = null };
            }

            feeds.Add(feed);
        }

        return new FeedsImport(feeds, leftOut);
    }

    private static FeedDefinition Tidy(FeedDefinition feed)
    {
        var url = feed.Url.Trim();
        return feed with
        {
            Url = url,
            Title = Filled(feed.Title) ?? url,
            Category = Filled(feed.Category) ?? NoCategory,
            Language = Filled(feed.Language),
        };
    }

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static string NoAddress(string address) =>
        address.Length == 0 ? "has no address and is left out"
        : FeedsFileReader.IsAddress(address) ? $"is left out: {address} is another list, which is not read"
        : $"is left out: {address} is no absolute http or https address";
}

/// <summary>What was not taken of a list.</summary>
/// <param name="Title">For people; the address where there is none.</param>
/// <param name="Address">As written, perhaps empty.</param>
/// <param name="Why">The rest of a sentence that begins with the title.</param>
/// <param name="IsFeed">The whole feed is missing, not only something that was said of it.</param>
internal sealed record LeftOutFeed(string Title, string Address, string Why, bool IsFeed = true)
{
    public override string ToString() => Title.Length > 0 ? $"{Title}: {Why}" : $"A feed without a name {Why}";
}
