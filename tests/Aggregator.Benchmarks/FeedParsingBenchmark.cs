using System.Globalization;
using System.Text;
using System.Xml;
using Aggregator.Feeds;
using Aggregator.Model;
using BenchmarkDotNet.Attributes;

namespace Aggregator;

/// <summary>
/// The strict path beside a bare <see cref="XmlReader"/> pass over the same bytes, which no XML feed reader can beat: the target is at least half
/// its rate. Reads the files of a corpus folder named by AGGREGATOR_FEED_CORPUS (well-formed ones over 5 KB), else documents written here.
/// </summary>
[MemoryDiagnoser]
public class FeedParsingBenchmark
{
    // Below this, setting up a reader outweighs reading.
    private const int SmallestFile = 5_000;

    private static readonly XmlReaderSettings Bare = new() { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null };

    private byte[][] _documents = [];
    private byte[][] _broken = [];

    [GlobalSetup]
    public void Load()
    {
        var folder = Environment.GetEnvironmentVariable("AGGREGATOR_FEED_CORPUS");
        var documents = folder is null ? Written() : Directory.EnumerateFiles(folder).Order().Select(File.ReadAllBytes);
        _documents = [.. documents.Where(d => d.Length > SmallestFile && IsStrict(d))];
        // An undeclared entity in each title sends the document down the repair path.
        _broken = [.. _documents.Select(d => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(d).Replace("</title>", "&nbsp;</title>", StringComparison.Ordinal)))];
        Console.WriteLine($"// {_documents.Length} documents, {_documents.Sum(d => (long)d.Length) / 1e6:0.0} MB");
    }

    [Benchmark(Baseline = true, Description = "XmlReader alone")]
    public int BareReader()
    {
        var nodes = 0;
        foreach (var document in _documents)
        {
            using var xml = XmlReader.Create(new MemoryStream(document), Bare);
            while (xml.Read())
                nodes++;
        }

        return nodes;
    }

    [Benchmark(Description = "FeedParser, strict")]
    public int Strict() => Entries(_documents);

    [Benchmark(Description = "FeedParser, repair")]
    public int Repaired() => Entries(_broken);

    private static int Entries(byte[][] documents)
    {
        var entries = 0;
        foreach (var document in documents)
        {
            if (FeedParser.Parse(document, new FeedContext(MaxEntries: int.MaxValue)) is FeedParseResult.Parsed { Feed: var feed })
                entries += feed.Entries.Count;
        }

        return entries;
    }

    private static bool IsStrict(byte[] document) =>
        FeedParser.Parse(document, new FeedContext()) is FeedParseResult.Parsed { Feed: { Path: FeedReadPath.Strict, Format: not (FeedFormat.JsonFeed10 or FeedFormat.JsonFeed11) } };

    // RSS with full texts in CDATA and Atom with escaped HTML, 20 to 200 entries: the two shapes of most news feeds.
    private static IEnumerable<byte[]> Written()
    {
        for (var size = 20; size <= 200; size += 20)
        {
            yield return Document(size, "<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel><title>Volt</title>", "</channel></rss>",
                i => $"<item><title>Story {i} of the day</title><link>https://volt.example/{i}</link><guid>https://volt.example/{i}</guid><pubDate>Tue, 03 Mar 2026 08:{i % 60:00}:10 GMT</pubDate>"
                    + $"<category>ev</category><description>Short {i}</description><content:encoded><![CDATA[{Paragraphs("<p>", "</p>")}]]></content:encoded></item>\n");
            yield return Document(size, "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Volt</title>", "</feed>",
                i => $"<entry><title>Story {i}</title><link href=\"https://volt.example/{i}\"/><id>tag:volt.example,2026:{i}</id><updated>2026-03-03T08:{i % 60:00}:10Z</updated>"
                    + $"<author><name>Ann</name></author><content type=\"html\">{Paragraphs("&lt;p&gt;", "&lt;/p&gt;")}</content></entry>\n");
        }
    }

    private static byte[] Document(int entries, string before, string after, Func<int, string> entry)
    {
        var text = new StringBuilder(before);
        for (var i = 0; i < entries; i++)
            text.Append(entry(i));
        return Encoding.UTF8.GetBytes(text.Append(after).ToString());
    }

    private static string Paragraphs(string open, string close) => string.Create(CultureInfo.InvariantCulture, $"{open}The charger stands where the old pump stood, says the mayor.{close}{open}It opens in May – two years late.{close}");
}
