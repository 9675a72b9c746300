namespace Aggregator.Feeds.Repair;

/// <summary>What a feed's elements may hold, as far as repair needs it.</summary>
internal static class FeedShape
{
    /// <summary>Root elements of feeds, in lower case; a channel may stand alone.</summary>
    public static ReadOnlySpan<string> Roots => RootNames;

    private static readonly string[] RootNames = ["rss", "rdf", "feed", "channel"];

    public static bool IsItem(string name)
    {
        var local = name.AsSpan(name.IndexOf(':', StringComparison.Ordinal) + 1);
        return local is "item" or "entry";
    }

    /// <summary>Elements that hold text and no other elements of the feed.</summary>
    public static bool HoldsTextOnly(string name) =>
        name is "title" or "link" or "guid" or "pubDate" or "description" or "author" or "category" or "comments" or "language" or "id" or "updated"
            or "published";

    /// <summary>Elements of HTML that never have an end tag, but for those whose names feeds use too (link, source, area).</summary>
    public static bool HasNoEndTag(string name) => name is "br" or "img" or "hr" or "input" or "wbr" or "meta" or "embed" or "col";

    /// <summary>Whether a start tag means that the end tag of an open text element was forgotten.</summary>
    public static bool EndsLeaf(string open, string name) => HoldsTextOnly(open) && IsFeedElement(name);

    // None of these is an element of HTML, so they cannot be part of unescaped markup in a description.
    private static bool IsFeedElement(string name) =>
        name is "guid" or "pubDate" or "description" or "enclosure" or "lastBuildDate" or "channel" or "managingEditor" or "webMaster" or "dc:creator"
            or "dc:date"
            or "content:encoded" or "comments" or "updated" or "published";
}
