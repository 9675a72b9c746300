using System.Globalization;
using System.Text;
using Aggregator.Model;

namespace Aggregator.Feeds;

public class LimitsTests
{
    [Theory]
    [InlineData("<rss><channel><item><description>", "</description><title>T</title></item></channel></rss>", true)]
    [InlineData("<rss><channel><item><description>", "</description><title>T</title></item></channel></rss>", false)]
    [InlineData("<rss><channel><item><other>", "</other><title>T</title></item></channel></rss>", true)]
    [InlineData("""<feed xmlns="http://www.w3.org/2005/Atom"><entry><content type="xhtml">""", "</content><title>T</title></entry></feed>", true)]
    public void Reads_a_hundred_thousand_nested_elements_without_a_deep_stack(string before, string after, bool closed)
    {
        const int depth = 100_000;
        var document = before + Repeat("<b>", depth) + "x" + (closed ? Repeat("</b>", depth) : "") + after;

        Assert.Equal("T", Assert.Single(Read.Feed(document).Entries).Title);
    }

    [Fact]
    public void Survives_nested_json() => Assert.Contains("JSON", Read.Refusal(Repeat("{\"a\":", 100_000)), StringComparison.Ordinal);

    [Fact]
    public void Expands_no_entity_into_entities()
    {
        var declarations = string.Concat(Enumerable.Range(1, 9).Select(i => $"<!ENTITY l{i} \"{Repeat($"&l{i - 1};", 10)}\">"));
        var feed = Read.Feed($"<!DOCTYPE rss [<!ENTITY l0 \"lol\">{declarations}]><rss><channel><title>&l9;</title></channel></rss>");

        Assert.InRange(feed.Title!.Length, 1, 100);
    }

    [Fact]
    public void Keeps_the_newest_of_a_hundred_thousand_entries_in_document_order()
    {
        var start = Read.Utc(2026, 1, 1);
        var items = new StringBuilder();
        for (var i = 0; i < 100_000; i++)
            items.Append(CultureInfo.InvariantCulture, $"<item><guid>{i}</guid><pubDate>{start.AddMinutes(i * 7919 % 100_000):R}</pubDate></item>");
        var feed = Read.Feed(Read.Rss(items.ToString()), new FeedContext(MaxEntries: 1000));

        Assert.True(feed.Truncated);
        Assert.Equal(1000, feed.Entries.Count);
        Assert.All(feed.Entries, e => Assert.True(e.Published!.Instant >= start.AddMinutes(99_000)));
        var order = feed.Entries.Select(e => int.Parse(e.Id!, CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(order.Order(), order);
    }

    [Fact]
    public void Keeps_the_first_entries_when_none_has_a_date()
    {
        var feed = Read.Feed(Read.Rss(string.Concat(Enumerable.Range(0, 10).Select(i => $"<item><guid>{i}</guid></item>"))), new FeedContext(MaxEntries: 3));

        Assert.Equal(["0", "1", "2"], feed.Entries.Select(e => e.Id));
    }

    [Fact]
    public void Is_not_truncated_at_exactly_the_limit() =>
        Assert.False(Read.Feed(Read.Rss("<item/><item/>"), new FeedContext(MaxEntries: 2)).Truncated);

    // Each of these would take hours if a search began anew at every tag.
    [Theory]
    [InlineData("<![CDATA[</a>")]
    [InlineData("<a><![CDATA[</a>")]
    [InlineData("<!-- ")]
    [InlineData("</a>")]
    [InlineData("<a b=\"")]
    [InlineData("<a>")]
    [InlineData("<a xmlns:p=\"u\"><p:b>")]
    [InlineData("<q:a>")]
    [InlineData("&")]
    [InlineData("<")]
    [InlineData("<!DOCTYPE x>")]
    [InlineData("<item>")]
    [InlineData("<title>")]
    public void Reads_hostile_repetition_in_linear_time(string piece)
    {
        var body = Repeat(piece, 1_000_000 / piece.Length);

        Assert.NotNull(FeedParser.Parse(Encoding.UTF8.GetBytes($"<rss><channel>{body}"), new FeedContext()));
        Assert.NotNull(FeedParser.Parse(Encoding.UTF8.GetBytes($"{body}<rss><channel>{body}]]>-->\">"), new FeedContext()));
    }

    [Fact]
    public void Never_throws_whatever_a_document_is_damaged_to()
    {
        var whole = Encoding.UTF8.GetBytes(Read.Rss("""<title>A &amp; é</title><item><title><![CDATA[x]]></title><dc:date>2026-01-01</dc:date><enclosure url="u" length="1"/></item><!-- c -->"""));
        var json = """{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1","tags":["a\u00e9"],"content_text":"é\n"}]}"""u8.ToArray();
        byte[] damage = [0, 0x1B, (byte)'<', (byte)'>', (byte)'&', (byte)'"', (byte)'[', (byte)']', (byte)'!', (byte)'/', (byte)':', (byte)'\\', 0x80, 0xC3, 0xFF];
        foreach (var document in new[] { whole, json })
        {
            for (var i = 0; i < document.Length; i++)
            {
                var damaged = (byte[])document.Clone();
                damaged[i] = damage[i % damage.Length];
                Assert.NotNull(FeedParser.Parse(damaged, new FeedContext(Read.Url)));
                Assert.NotNull(FeedParser.Parse(document.AsMemory(i), new FeedContext(Read.Url)));
                Assert.NotNull(FeedParser.Parse(document.AsMemory(0, i), new FeedContext(Read.Url)));
            }
        }
    }

    private static string Repeat(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();
}
