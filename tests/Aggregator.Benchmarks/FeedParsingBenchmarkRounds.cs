using System.Globalization;
using System.Text;
using System.Xml;
using Aggregator.Feeds;
using Aggregator.Model;

namespace Aggregator;

/// <summary>
/// Prints MB per CPU second of our parser, of a bare <see cref="XmlReader"/> pass, of CodeHollow.FeedReader and System.ServiceModel.Syndication in this
/// process, and of npm feedsmith in its own, over the same well-formed XML files, one thread, warm, in alternating rounds; and what keeping 1,000 of
/// 100,000 entries costs. CPU seconds are the processes' own, so that other work on the machine disturbs little.
/// </summary>
internal static class FeedParsingBenchmarkRounds
{
    private const int WarmUp = 6;
    private const int Rounds = 30;

    // Readers that build a tree may recurse over it, and an overflow of the stack ends the process. The deepest feed of the corpus has 12 levels.
    private const int MaxDepth = 100;

    private static readonly XmlReaderSettings Bare = new() { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null };

    public static void Run(string folder, TextWriter output)
    {
        string[] files = [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Where(f => IsFitForAll(File.ReadAllBytes(f)))];
        byte[][] documents = [.. files.Select(File.ReadAllBytes)];
        var megabytes = documents.Sum(d => (long)d.Length) / 1e6;
        var list = Path.GetTempFileName();
        File.WriteAllLines(list, files.Select(Path.GetFullPath));
        using var peer = FeedParsingBenchmarkPeer.Start(list, out var reason);
        FeedParsingSide ours = new("FeedParser (ours)", Ours), bare = new("XmlReader alone", Nodes);
        FeedParsingSide[] sides = [ours, bare, new("CodeHollow.FeedReader", FeedParsingLibraries.CodeHollow), new("S.ServiceModel.Syndication", FeedParsingLibraries.Syndication)];
        List<double> theirs = [];
        var peerEntries = 0;
        for (var round = -WarmUp; round < Rounds; round++)
        {
            // Each side leaves the caches cold for whoever follows it: they take turns at every place.
            for (var i = 0; i < sides.Length; i++)
                sides[(i + round + WarmUp) % sides.Length].Round(documents, counts: round >= 0);
            var (their, found) = peer?.Round() ?? default;
            peerEntries = found;
            if (round >= 0)
                theirs.Add(their);
        }

        output.WriteLine(Invariant($"{documents.Length} well-formed XML files, {megabytes:0.0} MB, median of {Rounds} rounds after {WarmUp} to warm up"));
        output.WriteLine("| reader | MB per CPU second | slowest and fastest round | entries | files it threw at | ours is |");
        output.WriteLine("|---|---:|---:|---:|---:|---:|");
        foreach (var side in sides)
            Line(output, side.Name, megabytes, side.Seconds, ours.Seconds, side == bare ? "" : Invariant($"{side.Entries}"), Invariant($"{side.Threw}"));
        if (peer is null)
            output.WriteLine($"npm feedsmith: SKIPPED, {reason}");
        else
            Line(output, "npm feedsmith", megabytes, theirs, ours.Seconds, Invariant($"{peerEntries}"), "");
        Bounded(output);
        File.Delete(list);
    }

    private static void Line(TextWriter output, string name, double megabytes, List<double> seconds, List<double> ours, string entries, string threw) =>
        output.WriteLine(Invariant($"| {name} | {megabytes / Median(seconds):0.0} | {megabytes / seconds.Max():0.0}–{megabytes / seconds.Min():0.0} | {entries} | {threw} |")
            + Invariant($" {Median(seconds) / Median(ours):0.00} times as fast |"));

    private static void Bounded(TextWriter output)
    {
        var document = HundredThousand();
        Measure(100_000); // warm
        var (kept, keptSeconds) = Measure(1_000);
        var (all, allSeconds) = Measure(int.MaxValue);
        output.WriteLine(Invariant($"100,000 entries, {document.Length / 1e6:0.0} MB: keeping 1,000 holds {kept / 1e6:0.00} MB ({keptSeconds:0.00} CPU s), keeping all {all / 1e6:0.0} MB ({allSeconds:0.00} CPU s)"));

        (long Held, double Seconds) Measure(int most)
        {
            var before = GC.GetTotalMemory(forceFullCollection: true);
            FeedParseResult? result = null;
            var seconds = FeedParsingSide.Cpu(() => result = FeedParser.Parse(document, new FeedContext(MaxEntries: most)));
            var held = GC.GetTotalMemory(forceFullCollection: true) - before;
            GC.KeepAlive(result);
            return (held, seconds);
        }
    }

    private static byte[] HundredThousand()
    {
        var text = new StringBuilder("<rss version=\"2.0\"><channel><title>Volt</title>");
        var start = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        for (var i = 0; i < 100_000; i++)
            text.Append(CultureInfo.InvariantCulture, $"<item><title>Story {i}</title><guid>https://volt.example/{i}</guid><pubDate>{start.AddMinutes(i * 7919 % 100_000):R}</pubDate><description>What happened at the charger number {i}, told at the length of a teaser.</description></item>");
        return Encoding.UTF8.GetBytes(text.Append("</channel></rss>").ToString());
    }

    private static bool IsFitForAll(byte[] document)
    {
        try
        {
            using var xml = XmlReader.Create(new MemoryStream(document), Bare);
            var depth = 0;
            while (xml.Read())
                depth = Math.Max(depth, xml.Depth);
            return depth <= MaxDepth;
        }
        catch (XmlException)
        {
            return false;
        }
    }

    private static int Nodes(byte[] document)
    {
        using var xml = XmlReader.Create(new MemoryStream(document), Bare);
        var nodes = 0;
        while (xml.Read())
            nodes++;
        return nodes;
    }

    private static int Ours(byte[] document) =>
        FeedParser.Parse(document, new FeedContext(MaxEntries: int.MaxValue)) is FeedParseResult.Parsed { Feed: var feed } ? feed.Entries.Count : 0;

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
