using System.Globalization;
using Aggregator.Html;
using Aggregator.Model;
using Aggregator.Stores;

namespace Aggregator.Pipeline;

/// <summary>What reading a kept page again makes of its article: pure.</summary>
internal static class PageDifference
{
    /// <summary>The article as it would be; null when the page must not be stored any more by what it says itself.</summary>
    /// <param name="before">What the feed had said when the page was fetched.</param>
    public static ReadContent? Target(KeptArticle kept, UnreadArticle before, ReadCommit read)
    {
        if (read.Fate == ReadFate.Disallowed)
            return null;
        var now = kept.Article;
        // That the text is a wall's showed when it came again; the page alone does not know.
        var content = read.Content is { } found && !(read.Doubt is not null && now.ReadFate == ReadFate.NotAnArticle) ? found : ByFeed(before);
        if (content.Text is null)
            content = content with { Text = before.FeedText, ContentHtml = before.FeedHtml };
        // What the feed said later goes before what the page had said earlier.
        if (kept.FeedTitle)
            content = content with { Title = now.Title };
        if (kept.FeedTitle || kept.FeedText)
            content = content with { Summary = now.Summary, Authors = now.Authors, Modified = Claimed(now.Modified) };
        return kept.FeedText
            ? content with { Text = now.Text, ContentHtml = now.ContentHtml, WordCount = now.WordCount, Rung = now.Rung, Confidence = now.Confidence }
            : content with { Text = Storable(content.Text), ContentHtml = Storable(content.ContentHtml ?? "") };
    }

    /// <summary>The article by what the feed alone said of it.</summary>
    public static ReadContent ByFeed(UnreadArticle article) => new()
    {
        Title = article.Title,
        Authors = article.Authors,
        Published = article.Published,
        Language = article.Language,
        Summary = article.Summary,
        Image = article.Image,
        Text = article.FeedText,
        ContentHtml = article.FeedHtml,
        Rung = article.FeedText.Length > 0 ? ExtractionRung.Feed : ExtractionRung.None,
        WordCount = PlainText.CountWords(article.FeedText),
    };

    /// <summary>The names of the fields that differ, with what they were.</summary>
    public static IReadOnlyDictionary<string, string?> Of(ArticleRow now, ReadContent target)
    {
        var changed = new Dictionary<string, string?>();
        Compare("title", now.Title, target.Title);
        Compare("text", now.Text, target.Text);
        if (!changed.ContainsKey("text"))
            Compare("html", now.ContentHtml, target.ContentHtml);
        Compare("authors", string.Join("; ", now.Authors), string.Join("; ", target.Authors));
        // The store writes language tags small, and keeps none for an empty one.
        Compare("language", now.Language, string.IsNullOrEmpty(target.Language) ? null : target.Language.ToLowerInvariant());
        Compare("summary", now.Summary, target.Summary);
        Compare("image", now.Image, target.Image);
        Compare("section", now.Section, target.Section);
        Compare("modified", Stamp(now.Modified), Stamp(target.Modified?.Instant));
        Compare("paywalled", Word(now.Paywalled), Word(target.Paywalled));
        Compare("live_blog", Word(now.LiveBlog), Word(target.LiveBlog));
        return changed;

        void Compare(string field, string? was, string? becomes)
        {
            if (was != becomes)
                changed.Add(field, was);
        }
    }

    // The store uses three control characters for its own ends and drops them from texts.
    private static string Storable(string text) =>
        text.AsSpan().ContainsAnyInRange('\u0001', '\u0003') ? string.Concat(text.Where(c => c is < '\u0001' or > '\u0003')) : text;

    private static ClaimedDate? Claimed(DateTimeOffset? time) => time is { } at ? new ClaimedDate(at, DatePrecision.Full, "kept") : null;

    // As exact as the store keeps it: milliseconds.
    private static string? Stamp(DateTimeOffset? time) => time?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static string Word(bool value) => value ? "true" : "false";
}
