using System.Text;
using Aggregator.Model;

namespace Aggregator.Feeds;

/// <summary>Reads small documents written in the tests.</summary>
internal static class Read
{
    public static readonly Uri Url = new("https://news.example/feeds/all.xml");

    public static ParsedFeed Feed(string document, FeedContext? context = null) => Feed(Encoding.UTF8.GetBytes(document), context);

    public static ParsedFeed Feed(byte[] document, FeedContext? context = null) =>
        Assert.IsType<FeedParseResult.Parsed>(FeedParser.Parse(document, context ?? new FeedContext(Url))).Feed;

    public static string Refusal(string document) => Refusal(Encoding.UTF8.GetBytes(document));

    public static string Refusal(byte[] document) =>
        Assert.IsType<FeedParseResult.NotAFeed>(FeedParser.Parse(document, new FeedContext(Url))).Reason;

    /// <summary>The one entry of an RSS document whose item holds the given elements; all customary prefixes are declared.</summary>
    public static ParsedEntry RssItem(string elements) => Assert.Single(Feed(Rss($"<item>{elements}</item>")).Entries);

    public static ParsedEntry AtomEntry(string elements) => Assert.Single(Feed(Atom($"<entry>{elements}</entry>")).Entries);

    public static string Rss(string channel) =>
        $"""
        <?xml version="1.0" encoding="utf-8"?>
        <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"
             xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"
             xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:slash="http://purl.org/rss/1.0/modules/slash/" xmlns:georss="http://www.georss.org/georss">
        <channel>{channel}</channel></rss>
        """;

    public static string Atom(string feed) => $"""<feed xmlns="http://www.w3.org/2005/Atom" xmlns:thr="http://purl.org/syndication/thread/1.0">{feed}</feed>""";

    public static IEnumerable<string> Codes(ParsedFeed feed) => feed.Problems.Select(p => p.Code);

    public static DateTimeOffset Utc(int year, int month, int day, int hour = 0, int minute = 0, int second = 0) => new(year, month, day, hour, minute, second, TimeSpan.Zero);
}
