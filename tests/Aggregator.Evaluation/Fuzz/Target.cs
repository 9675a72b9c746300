using System.Text;
using Aggregator.Api.Query;
using Aggregator.Extraction;
using Aggregator.Feeds;
using Aggregator.Feeds.Discovery;
using Aggregator.Fetching;
using Aggregator.Html;
using Aggregator.Model;
using Aggregator.Polling;
using Aggregator.Search;
using Aggregator.Stories;
using Aggregator.Text.Dates;
using Aggregator.Urls;

namespace Aggregator.Fuzz;

/// <summary>Something that reads what strangers write. It may say no, but it may not throw.</summary>
/// <param name="Share">Of all inputs, in hundredths.</param>
/// <param name="Deep">Inputs that nest 100,000 levels.</param>
internal sealed record Target(string Name, int Share, Action<byte[]> Read, IReadOnlyList<byte[]> Seeds, IReadOnlyList<byte[]> Deep)
{
    private const int Levels = 100_000;

    private static readonly DateTimeOffset Now = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);
    private static readonly Uri Page = new("https://news.example/2026/story.html");

    private static readonly byte[][] DeepFeeds = [Nest("<rss version=\"2.0\"><channel><item>", "<a>", "</a>"), Nest("<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><content type=\"xhtml\">", "<div>", "</div>"), Nest("{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":", "[", "]"), Nest("", "{\"items\":", "}")];

    public static IReadOnlyList<Target> All(Corpora corpora) =>
    [
        new("feed", 20, document => ReadFeed(FeedReaderKind.Own, document), corpora.Feeds, DeepFeeds),
        new("feed by CodeHollow", 10, document => ReadFeed(FeedReaderKind.CodeHollow, document), corpora.Feeds, DeepFeeds),
        new("opml", 5, ReadOpml, corpora.Feeds, [Nest("<opml version=\"2.0\"><body>", "<outline text=\"a\">", "</outline>")]),
        new("page", 10, ReadPage, corpora.Pages, [Nest("<body>", "<div>", "</div>"), Nest("<body>", "<table><tr><td>", ""), Nest("<body>", "<b><p>", ""), Nest("<svg>", "<g>", "</g>"), Nest("<script type=\"application/ld+json\">", "[", "]"), Nest("<script type=\"application/ld+json\">", "{\"a\":", "}"), Nest("<body>", "<ul><li>", ""), Nest("<body>", "<template>", "")]),
        new("sanitizer", 15, Sanitize, corpora.Fragments, [Nest("", "<div>", "</div>"), Nest("", "<a href=x>", ""), Nest("", "<svg><desc>", ""), Nest("", "<math><mtext>", ""), Nest("", "<template>", ""), Nest("", "<table><tr><td>", ""), Nest("", "<b><i><p>", ""), Nest("", "<select>", "")]),
        new("date", 15, ReadDate, Lines("Fri, 31 Dec 9999 23:59:59 GMT", "Mon, 01 Jan 0001 00:00:00 GMT", "2026-11-01T10:00:00+05:30", "1793588645", "01/11/2026 10:00", "2026年11月1日", "Sun, 01 Nov 2026 24:00:00 GMT", "vor 3 Stunden", "120", "max-age=3600, s-maxage=1", "Thu, 99 Xyz 2026"), [Nest("", "1", ""), Nest("", "(", ")")]),
        new("address", 15, ReadAddress, Lines("https://www.news.example:443/2026/11/story.html?utm_source=x&id=1#top", "http://amp.news.example/amp/story/", "//news.example/a", "http://[::ffff:127.0.0.1]/", "http://user@host/", "https://de.example/übung?q=%C3%BC", "https://t.co/abc?u=https%3A%2F%2Fa.example%2Fb", "User-agent: *\nDisallow: /a*$\nCrawl-delay: 5\n", "<https://hub.example/>; rel=\"hub\", <x>; rel=self"), [Nest("http://a.example/", "a/", ""), Nest("http://a.example/?u=", "http%3A%2F%2Fa%2F%3Fu%3D", ""), Nest("User-agent: *\nDisallow: /", "*a", "")]),
        new("query", 10, ReadQuery, Lines("battery AND (plant OR \"solid state\") -recall title:tesla*", "NEAR/5 a b", "電池 -(a OR b)", "title:(a b)", "\"unclosed", "last week", "2026-11-01", "24h"), [Nest("", "(", ")"), Nest("", "NOT ", "a"), Nest("", "-", "a"), Nest("", "a OR (", ")")]),
    ];

    private static void ReadFeed(FeedReaderKind reader, byte[] document)
    {
        if (FeedReaders.Of(reader).Read(document, new FeedContext(Page, null, null, 1000)) is not FeedParseResult.Parsed parsed)
            return;
        // What follows in a poll: identity, clock, and every text through the sanitizer.
        EntryIdentity.Identify(parsed.Feed, Page);
        FeedClock.SetRight(parsed.Feed, Now);
        foreach (var entry in parsed.Feed.Entries.Take(20))
            HtmlSanitizer.Sanitize(entry.Content ?? entry.Summary ?? "", Page);
    }

    private static void ReadOpml(byte[] document)
    {
        try
        {
            Opml.Read(document);
        }
        catch (FormatException)
        {
            // Its way of saying no.
        }
    }

    private static void ReadPage(byte[] page)
    {
        ArticleExtractor.Extract(page, new PageContext(Page, null, null));
        if (page.Length < 50_000)
            FeedDiscovery.FindCandidates(Encoding.UTF8.GetString(page), Page);
    }

    private static void Sanitize(byte[] html)
    {
        var once = HtmlSanitizer.Sanitize(Encoding.UTF8.GetString(html), Page);
        var twice = HtmlSanitizer.Sanitize(once, Page);
        if (once != twice)
            throw new InvalidOperationException("Sanitising twice is not sanitising once.");
        PlainText.FromHtml(once);
    }

    private static void ReadDate(byte[] bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        FeedDates.Parse(text, "test");
        HttpDate.Parse(text);
        RetryAfter.Parse(text, Now);
        Freshness.Parse(text, text, text, text, Now);
        Aggregator.Text.Dates.DateText.Read(text);
        TimeExpression.TryParse(text, Now, null, out _, out _);
    }

    private static void ReadAddress(byte[] bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        UrlCanonicalizer.Canonicalize(text);
        HtmlSanitizer.Sanitize($"<a href=\"{text}\"><img src='{text}'>", Page);
        RobotsRules.Parse(bytes, "aggregator").Allows(Page);
        LinkHeader.Find([text], "hub", Page);
        if (Uri.TryCreate(Page, text, out var url))
            new TargetRules(new AllowedHosts([])).Refusal(url);
    }

    private static void ReadQuery(byte[] bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        SearchQuery.Parse(text);
        TimeExpression.TryParse(text, Now, null, out _, out _);
    }

    private static byte[] Nest(string before, string open, string close) =>
        Encoding.UTF8.GetBytes(before + string.Concat(Enumerable.Repeat(open, Levels)) + "x" + string.Concat(Enumerable.Repeat(close, Levels)));

    private static byte[][] Lines(params string[] lines) => Array.ConvertAll(lines, Encoding.UTF8.GetBytes);
}
