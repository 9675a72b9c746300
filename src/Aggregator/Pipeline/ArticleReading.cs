using Aggregator.Extraction;
using Aggregator.Extraction.Metadata;
using Aggregator.Fetching;
using Aggregator.Html;
using Aggregator.Model;
using Aggregator.Stores;
using Aggregator.Stories;
using Aggregator.Urls;

namespace Aggregator.Pipeline;

/// <summary>Turns a fetched page, or the failure to fetch it, into what reading commits.</summary>
internal static class ArticleReading
{
    // A host that sends Retry-After is tried this often; then the article goes on with the feed's text.
    private const int MostTries = 3;

    public static ReadCommit Read(UnreadArticle article, PageFetchResult.Fetched fetched, DateTimeOffset now)
    {
        if (fetched.NoArchive)
            return Keep(article, ReadFate.Disallowed, "X-Robots-Tag asks not to store the text");
        var page = ArticleExtractor.Extract(fetched.Body, new PageContext(fetched.Url, fetched.ContentType, Charset(fetched.ContentType)));
        return Judge(article, page, fetched.Url, now) with { Copied = page.Copied };
    }

    private static ReadCommit Judge(UnreadArticle article, ExtractedPage page, Uri url, DateTimeOffset now)
    {
        if (page.Metadata.NoArchive)
            return Keep(article, ReadFate.Disallowed, "the page's robots meta tag asks not to store the text");
        var asked = new Uri(article.Url);
        var redirected = Key(asked) != Key(url);
        // Where the address led elsewhere, that page's question says nothing of the article.
        if (page.Kind == PageKind.Closed && !article.IsContent && !redirected)
            return Close(article, page);
        if (page.Kind != PageKind.Article)
            return Keep(article, ReadFate.NotAnArticle, $"{page.Kind}: {page.Reason}");
        var verdict = PageOfEntry.Judge(EntryOf(article), page, redirected);
        if (verdict.Other is { } other)
            return Keep(article, ReadFate.NotAnArticle, $"{(redirected ? "Redirect" : "Wall")}: {other}");
        if (redirected && !verdict.SameHeadline && CanonicalLink.IsLost(asked, url))
            return Keep(article, ReadFate.NotAnArticle, $"Redirect: the address leads to {url.AbsolutePath}, which names no article");
        var merged = MetadataMerge.Merge(page.Metadata,
            new FeedClaims(GivenTitle(article), article.Authors, article.Published, article.Language, article.Image, article.Summary));
        // A wall has a date too, of its last edition: where the page is doubtful, the feed's goes first.
        if (verdict.Doubtful && !article.Published.IsFirstSeen())
            merged = merged with { Published = article.Published };
        var choice = FullTextRule.PageIsBetter(article.FeedText, article.IsContent, article.Title, page);
        return new ReadCommit
        {
            Id = article.Id,
            Fate = choice.Yes ? ReadFate.Extracted : ReadFate.FeedText,
            Reason = choice.Reason,
            Content = Content(article, page, merged, choice.Yes, verdict.Sure ? CanonicalKey(page.Metadata.CanonicalUrl, url) : null),
            Doubt = choice.Yes && verdict.Doubtful
                ? new DoubtfulPage(url.Authority, DoubtfulPage.LettersOf(page.Text), PageDifference.ByFeed(article), now)
                : null,
        };
    }

    private static string? GivenTitle(UnreadArticle article) => StandInTitle.Is(article.Title, article.Summary) ? null : article.Title;

    /// <summary>The article without its page: it goes on with the feed's text, or waits where the host asked for that.</summary>
    public static ReadCommit WithoutPage(UnreadArticle article, PageFetchResult fetched, DateTimeOffset now) => fetched switch
    {
        PageFetchResult.Disallowed no => Keep(article, ReadFate.Disallowed, no.Reason),
        PageFetchResult.Failed { RetryAfter: { } wait, Transient: true } failed when article.Attempts + 1 < MostTries =>
            new ReadCommit { Id = article.Id, Fate = ReadFate.Pending, Reason = failed.Message, RetryAt = now + wait },
        PageFetchResult.Failed failed => Keep(article, failed.Fate, failed.Message),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static ReadCommit Keep(UnreadArticle article, ReadFate fate, string reason) => new() { Id = article.Id, Fate = fate, Reason = reason };

    // An entry without a title was given its text's beginning; one without both says nothing.
    private static EntryClaim EntryOf(UnreadArticle article) =>
        new(article.Title == "(untitled)" ? "" : article.Title, article.FeedText.Length > 0 ? article.FeedText : article.Summary ?? "", article.Language);

    /// <summary>A summary beside a question for a password says that there is none, in the platform's words, and would make all such articles alike.</summary>
    private static ReadCommit Close(UnreadArticle article, ExtractedPage page) => Keep(article, ReadFate.NotAnArticle, $"{page.Kind}: {page.Reason}") with
    {
        Content = new ReadContent
        {
            Title = article.Title,
            Authors = article.Authors,
            Published = article.Published,
            Language = article.Language,
            Image = article.Image,
            Text = "",
            Paywalled = true,
        },
    };

    private static ReadContent Content(UnreadArticle article, ExtractedPage page, MergedMetadata merged, bool usePage, string? canonicalKey) => new()
    {
        Title = merged.Title ?? article.Title,
        Authors = merged.Authors,
        Published = Trusted(merged.Published, article),
        Modified = merged.Modified,
        Language = merged.Language,
        SiteName = page.Metadata.SiteName,
        Summary = merged.Summary,
        Image = merged.Image,
        Section = page.Metadata.Section,
        Text = usePage ? page.Text : null,
        ContentHtml = usePage ? page.ContentHtml : null,
        WordCount = usePage ? page.WordCount : PlainText.CountWords(article.FeedText),
        Rung = usePage ? page.Rung : ExtractionRung.Feed,
        Confidence = usePage ? page.Confidence : 1,
        Paywalled = page.Metadata.Paywalled,
        LiveBlog = page.Metadata.LiveBlog,
        CanonicalKey = canonicalKey,
    };

    // The page may know the date better than the feed, but not that it was published after we saw it.
    private static ClaimedDate Trusted(ClaimedDate? merged, UnreadArticle article) =>
        merged is null || merged.Instant > article.Seen ? article.Published : merged;

    private static string? CanonicalKey(string? canonical, Uri url)
    {
        var trusted = Uri.TryCreate(canonical, UriKind.Absolute, out var stated) && CanonicalLink.MayReplace(url, stated) ? stated : url;
        return Key(trusted);
    }

    private static string? Key(Uri url) => UrlCanonicalizer.Canonicalize(url.AbsoluteUri)?.Key;

    private static string? Charset(string? contentType) =>
        System.Net.Http.Headers.MediaTypeHeaderValue.TryParse(contentType, out var type) ? type.CharSet?.Trim('"') : null;
}
