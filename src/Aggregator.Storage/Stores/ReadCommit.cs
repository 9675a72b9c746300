using Aggregator.Model;

namespace Aggregator.Stores;

/// <summary>What reading one article brought.</summary>
public sealed record ReadCommit
{
    public required long Id { get; init; }

    public required ReadFate Fate { get; init; }

    /// <summary>Set to try again then; nothing else is stored but the fate, the reason and the count of tries.</summary>
    public DateTimeOffset? RetryAt { get; init; }

    /// <summary>Why, in words.</summary>
    public string? Reason { get; init; }

    /// <summary>What replaces the feed's fields; null keeps them all.</summary>
    public ReadContent? Content { get; init; }

    /// <summary>Set where the page's text does not say what the headline does: when the same text comes under another headline, both are walls.</summary>
    public DoubtfulPage? Doubt { get; init; }

    /// <summary>The page as it was fetched, where pages are kept.</summary>
    public KeptPage? Page { get; init; }

    /// <summary>As <see cref="ExtractedPage.Copied"/>; counted and not stored.</summary>
    public bool Copied { get; init; }
}

/// <summary>A page whose text may be a wall's.</summary>
/// <param name="Host">Where it was read, with the port.</param>
/// <param name="Letters">Its text, letters only and small: walls number their visits and tell the time.</param>
/// <param name="ByFeed">What the article is without the page.</param>
public sealed record DoubtfulPage(string Host, string Letters, ReadContent ByFeed, DateTimeOffset ReadAt)
{
    public static string LettersOf(string text) => string.Concat((text ?? "").Where(char.IsLetter)).ToLowerInvariant();

    internal bool Is(string text) => LettersOf(text) == Letters;
}

/// <summary>The fields of an article after feed and page were merged.</summary>
public sealed record ReadContent
{
    public required string Title { get; init; }

    public IReadOnlyList<string> Authors { get; init; } = [];

    public required ClaimedDate Published { get; init; }

    public ClaimedDate? Modified { get; init; }

    public string? Language { get; init; }

    public string? SiteName { get; init; }

    public string? Summary { get; init; }

    public string? Image { get; init; }

    public string? Section { get; init; }

    /// <summary>Null keeps the text and the HTML that the feed gave.</summary>
    public string? Text { get; init; }

    public string? ContentHtml { get; init; }

    public int WordCount { get; init; }

    public ExtractionRung Rung { get; init; }

    public double Confidence { get; init; }

    public bool Paywalled { get; init; }

    public bool LiveBlog { get; init; }

    /// <summary>
    /// The page's checked canonical address when it differs from the article's key: when another article has it, this one's sightings move there.
    /// </summary>
    public string? CanonicalKey { get; init; }
}
