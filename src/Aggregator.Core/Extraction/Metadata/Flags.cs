using System.Text.Json;
using Aggregator.Extraction.Words;

namespace Aggregator.Extraction.Metadata;

/// <summary>The yes-or-no statements of a page: behind a paywall, a live blog, not to be archived.</summary>
internal static class Flags
{
    /// <summary>Values of the paywall metas that publishers use (<c>article:content_tier</c> is Facebook's: free, metered, locked).</summary>
    private static readonly string[] LockedTiers = WordLists.Names("locked-tiers");

    public static bool Paywalled(PageData page)
    {
        if (page.Article is { } article && IsFalse(article, "isAccessibleForFree"))
            return true;
        // some pages put the statement on the WebPage node or on the hidden part
        foreach (var node in page.JsonLd.Nodes)
        {
            if (JsonLd.HasType(node, type => ArticleNode.IsWriting(type) || type is "WebPage" or "WebPageElement")
                && IsFalse(node, "isAccessibleForFree")
                && !ContradictedBy(page))
            {
                return true;
            }
        }

        var tier = page.Survey.Meta("article:content_tier", "article:access", "cxenseparse:article-access", "cxense-access", "content-access", "paywall");
        return tier is not null && LockedTiers.Contains(tier, StringComparer.OrdinalIgnoreCase);
    }

    public static bool LiveBlog(PageData page) =>
        page.JsonLd.Nodes.Any(node => JsonLd.HasType(node, type => type == "LiveBlogPosting"))
        || page.Survey.LiveBlogItem;

    public static bool NoArchive(PageData page) =>
        page.Survey.Metas("robots").Concat(page.Survey.Metas("googlebot")).Any(content => content.Contains("noarchive", StringComparison.OrdinalIgnoreCase));

    private static bool ContradictedBy(PageData page) =>
        page.Article is { } article && article.TryGetProperty("isAccessibleForFree", out _);

    private static bool IsFalse(JsonElement node, string property) =>
        node.TryGetProperty(property, out var value)
        && (value.ValueKind == JsonValueKind.False
            || (value.ValueKind == JsonValueKind.String && value.GetString() is { } text && text.EndsWith("false", StringComparison.OrdinalIgnoreCase)));
}
