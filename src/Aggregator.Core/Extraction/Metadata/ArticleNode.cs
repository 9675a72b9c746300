using System.Collections.Frozen;
using System.Text.Json;

namespace Aggregator.Extraction.Metadata;

/// <summary>Picks the JSON-LD node that describes the page's own article, and not a related one or the site.</summary>
internal static class ArticleNode
{
    /// <summary>schema.org types of single pieces of writing that do not end in "Article"; the page itself (<c>WebPage</c>) ranks below them.</summary>
    private static readonly FrozenSet<string> WritingTypes = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "BlogPosting", "LiveBlogPosting", "SocialMediaPosting", "Report", "Review", "CriticReview", "Recipe", "HowTo", "Blog", "NewsItem");

    public static JsonElement? Find(JsonLd jsonLd, Uri url)
    {
        JsonElement? best = null;
        var bestRank = 0;
        foreach (var node in jsonLd.Nodes)
        {
            var rank = Rank(node, url);
            if (rank > bestRank)
                (best, bestRank) = (node, rank);
        }

        return best;
    }

    public static bool IsWriting(string type) => type.EndsWith("Article", StringComparison.OrdinalIgnoreCase) || WritingTypes.Contains(type);

    /// <returns>0 for a node that is no candidate; among equals the first of the page wins.</returns>
    private static int Rank(JsonElement node, Uri url)
    {
        int rank;
        if (JsonLd.HasType(node, IsWriting))
            rank = 10;
        else if (JsonLd.HasType(node, type => type.EndsWith("Page", StringComparison.OrdinalIgnoreCase) || type is "VideoObject"))
            rank = 2;
        else
            return 0;

        if (JsonLd.Text(node, "headline") is not null)
            rank += 4;
        if (JsonLd.Text(node, "datePublished") is not null)
            rank += 2;
        return Names(node, url) switch
        {
            true => rank + 8,
            false => Math.Max(1, rank - 4),
            null => rank,
        };
    }

    /// <summary>Whether the node says that it is this page's; null when it names no page at all.</summary>
    private static bool? Names(JsonElement node, Uri url)
    {
        var named = false;
        foreach (var property in (ReadOnlySpan<string>)["mainEntityOfPage", "url", "@id"])
        {
            if (Address(node, property) is not { } address || !Uri.TryCreate(url, address, out var target))
                continue;
            if (target.AbsolutePath.TrimEnd('/').Equals(url.AbsolutePath.TrimEnd('/'), StringComparison.OrdinalIgnoreCase))
                return true;
            named |= target.AbsolutePath.Length > 1;
        }

        return named ? false : null;
    }

    private static string? Address(JsonElement node, string property)
    {
        if (!node.TryGetProperty(property, out var value))
            return null;
        return value.ValueKind == JsonValueKind.Object ? JsonLd.Text(value, "@id") ?? JsonLd.Text(value, "url") : JsonLd.Text(value);
    }
}
