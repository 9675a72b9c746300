using System.Globalization;
using System.Net;
using System.Text;

namespace Aggregator.Support;

/// <summary>Fills a loopback site with feeds and article pages of made-up text, the same for the same numbers.</summary>
internal static class NewsSite
{
    private static readonly string[] Words =
        "battery charger plant city company driver engine factory market model motor network order price region report sale service signal station summer supply system truck valley vehicle winter worker".Split(' ');

    public static IReadOnlyList<string> Fill(LoopbackSite site, int feeds, int items)
    {
        var urls = new List<string>();
        for (var feed = 0; feed < feeds; feed++)
        {
            site.Serve($"/{feed}/feed.xml", "application/rss+xml", Feed(site, feed, items));
            for (var item = 0; item < items; item++)
                site.Serve($"/{feed}/{item}.html", "text/html; charset=utf-8", Page(feed, item));
            urls.Add(site.Url($"/{feed}/feed.xml"));
        }

        return urls;
    }

    public static string Title(int feed, int item) => string.Create(CultureInfo.InvariantCulture, $"Outlet {feed} reports on {Word(feed, item, 1)} {Word(feed, item, 2)} number {item}");

    public static string FeedsJson(IEnumerable<string> urls) =>
        $$"""{ "feeds": [ {{string.Join(",\n", urls.Select((u, i) => $$"""{ "url": "{{u}}", "title": "Feed {{i}}", "category": "Test" }"""))}} ] }""";

    private static string Feed(LoopbackSite site, int feed, int items)
    {
        var xml = new StringBuilder("<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Outlet ").Append(feed).Append("</title><link>").Append(site.Url($"/{feed}/")).Append("</link>");
        for (var item = 0; item < items; item++)
        {
            xml.Append("<item><title>").Append(WebUtility.HtmlEncode(Title(feed, item))).Append("</title><link>").Append(site.Url($"/{feed}/{item}.html"))
                .Append("</link><guid isPermaLink=\"false\">").Append(feed).Append('-').Append(item).Append("</guid><pubDate>")
                .Append(new DateTimeOffset(2026, 11, 1, 6, 0, 0, TimeSpan.Zero).AddMinutes((feed * 97) + (item * 13)).ToString("r", CultureInfo.InvariantCulture))
                .Append("</pubDate><description>Teaser ").Append(feed).Append(' ').Append(item).Append("</description></item>");
        }

        return xml.Append("</channel></rss>").ToString();
    }

    private static string Page(int feed, int item)
    {
        var page = new StringBuilder("<!doctype html><html lang=\"en\"><head><title>").Append(Title(feed, item)).Append("</title></head><body><nav><a href=\"/\">Home</a></nav><article><h1>")
            .Append(Title(feed, item)).Append("</h1>");
        for (var paragraph = 0; paragraph < 5; paragraph++)
        {
            page.Append("<p>In paragraph ").Append(paragraph).Append(" of report ").Append(feed).Append('/').Append(item).Append(" the");
            for (var word = 0; word < 40; word++)
                page.Append(' ').Append(Word(feed + paragraph, item, word));
            page.Append(".</p>");
        }

        return page.Append("</article><footer>Imprint</footer></body></html>").ToString();
    }

    private static string Word(int feed, int item, int position) => Words[(int)((uint)((feed * 7919) + (item * 104729) + (position * 1299709)) * 2654435761u % (uint)Words.Length)];
}
