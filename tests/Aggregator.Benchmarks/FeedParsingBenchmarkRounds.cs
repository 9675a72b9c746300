using System.Globalization;
using System.Text;
using System.Xml;
using Aggregator.Feeds;
using Aggregator.Model;

namespace Aggregator;

/// <summary>
/// Prints MB per CPU second of our parser, of a bare <see cref="XmlReader"/> pass and of npm feedsmith over the same well-formed XML
/// files, one thread, warm, in alternating rounds; and what keeping 1,000 of 100,000 entries costs. CPU seconds are the processes' own, so that other work
/// on the machine disturbs little.
/// </summary>
internal static class FeedParsingBenchmarkRounds
{
    private const int WarmUp = 6;
    private const int Rounds = 30;

    private static readonly XmlReaderSettings Bare = new() { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null };

    public static void Run(string folder, TextWriter output)
    {
        string[] files = [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Where(f => IsWellFormed(File.ReadAllBytes(f)))];
        byte[][] documents = [.. files.Select(File.ReadAllBytes)];
        var megabytes = documents.Sum(d => (long)d.Length) / 1e6;
        var list = Path.GetTempFileName();
        File.WriteAllLines(list, files.Select(Path.GetFullPath));
        using var peer = FeedParsingBenchmarkPeer.Start(list, out var reason);
        List<double> ours = [], bare = [], theirs = [];
        int entries = 0, peerEntries = 0;
        for (var round = -WarmUp; round < Rounds; round++)
        {
            // The peer leaves the caches cold for whoever follows it: the two take turns at that place.
            var (our, xml) = (0.0, 0.0);
            if (round % 2 == 0)
                our = Cpu(() => entries = Entries(documents));
            xml = Cpu(() => Nodes(documents));
            if (round % 2 != 0)
                our = Cpu(() => entries = Entries(documents));
            var (their, found) = peer?.Round() ?? default;
            peerEntries = found;
            if (round < 0)
                continue;
            ours.Add(our);
            bare.Add(xml);
            theirs.Add(their);
        }

        output.WriteLine(Invariant($"{documents.Length} well-formed XML files, {megabytes:0.0} MB, median of {Rounds} rounds after {WarmUp} to warm up"));
        output.WriteLine("| reader | MB per CPU second | slowest and fastest round | entries | ours is |");
        output.WriteLine("|---|---:|---:|---:|---:|");
        Line(output, "FeedParser (ours)", megabytes, ours, ours, entries);
        Line(output, "XmlReader alone", megabytes, bare, ours, 0);
        if (peer is null)
            output.WriteLine($"npm feedsmith: SKIPPED, {reason}");
        else
            Line(output, "npm feedsmith", megabytes, theirs, ours, peerEntries);
        Bounded(output);
        File.Delete(list);
    }

    private static void Line(TextWriter output, string name, double megabytes, List<double> seconds, List<double> ours, int entries) =>
        output.WriteLine(Invariant($"| {name} | {megabytes / Median(seconds):0.0} | {megabytes / seconds.Max():0.0}–{megabytes / seconds.Min():0.0} | {entries} | {Median(seconds) / Median(ours):0.00} times as fast |"));

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
            var seconds = Cpu(() => result = FeedParser.Parse(document, new FeedContext(MaxEntries: most)));
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

    private static bool IsWellFormed(byte[] document)
    {
        try
        {
            Nodes([document]);
            return true;
        }
        catch (XmlException)
        {
            return false;
        }
    }

    private static void Nodes(byte[][] documents)
    {
        foreach (var document in documents)
        {
            using var xml = XmlReader.Create(new MemoryStream(document), Bare);
            while (xml.Read())
            {
            }
        }
    }

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

    private static double Cpu(Action work)
    {
        // Of the system's call and not of /proc, which counts in hundredths of a second: a round takes seven of them.
        var before = Environment.CpuUsage.TotalTime;
        work();
        return (Environment.CpuUsage.TotalTime - before).TotalSeconds;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
