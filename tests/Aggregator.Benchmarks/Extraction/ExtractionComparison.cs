using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Aggregator.Model;
using Aggregator.Text.Encodings;
using AngleSharp.Html.Parser;

namespace Aggregator.Extraction;

/// <summary>
/// The bare parse, our reading, SmartReader (Readability on AngleSharp) and Mozilla's Readability on linkedom over the same real pages, in alternating
/// rounds of one run. CPU seconds and not wall-clock time are compared, so that a busy machine disturbs all alike; they include each runtime's collector.
/// </summary>
internal static class ExtractionComparison
{
    private static readonly PageContext Context = new(new Uri("https://news.example/2026/11/22/a-page"), "text/html", "utf-8");

    private sealed record Page(string Name, byte[] Bytes, string Text);

    private sealed class Side(string name, Action<Page> read)
    {
        private double _seconds;
        private double _slowest;
        private string _slowestName = "";
        private long _bytes;
        private int _pages;

        public void Round(IReadOnlyList<Page> pages, bool counts)
        {
            foreach (var page in pages)
            {
                var (cpu, allocated) = (Environment.CpuUsage.TotalTime, GC.GetTotalAllocatedBytes());
                read(page);
                if (!counts)
                    continue;
                var used = (Environment.CpuUsage.TotalTime - cpu).TotalSeconds;
                _bytes += GC.GetTotalAllocatedBytes() - allocated;
                _seconds += used;
                _pages++;
                if (used > _slowest)
                    (_slowest, _slowestName) = (used, page.Name);
            }
        }

        public double Rate => _pages / _seconds;

        public void Print(TextWriter output) => output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{name,-26} {Rate,8:0.0} pages/CPU s {_bytes / 1024.0 / _pages,8:0} KB allocated/page   slowest {_slowest:0.000} s ({_slowestName})"));
    }

    /// <param name="folder">Holds <c>*.html.gz</c>.</param>
    /// <param name="step">Every n-th page is taken.</param>
    public static int Run(string folder, int step, int rounds, TextWriter output)
    {
        var pages = Directory.EnumerateFiles(folder, "*.html.gz").Order(StringComparer.Ordinal).Where((_, i) => i % step == 0).Select(Load).ToList();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{pages.Count} pages, {pages.Sum(p => p.Bytes.Length) / 1e6:0.0} MB, {rounds} rounds"));
        var parser = new HtmlParser();
        HashSet<string> readable = [], threw = [];
        Side[] sides =
        [
            new("bare AngleSharp parse", page => parser.ParseDocument(page.Text).Dispose()),
            new("ours, bytes to article", page => ArticleExtractor.Extract(page.Bytes, Context)),
            new("SmartReader, text to text", page => ReadSmartly(page, readable, threw)),
        ];
        for (var round = 0; round <= rounds; round++)
        {
            foreach (var side in sides)
                side.Round(pages, counts: round > 0);
        }
        foreach (var side in sides)
            side.Print(output);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ours / bare parse: {sides[1].Rate / sides[0].Rate:0.00}"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"ours / SmartReader: {sides[1].Rate / sides[2].Rate:0.0}; it found an article on {readable.Count} pages and threw at {threw.Count}"));
        PrintPeer(folder, step, rounds, sides[1].Rate, output);
        return 0;
    }

    private static Page Load(string path)
    {
        using var gzip = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        gzip.CopyTo(bytes);
        using var decoded = DecodedPage.Of(bytes.ToArray(), "utf-8");
        return new Page(Path.GetFileName(path), bytes.ToArray(), decoded.Text.ToString());
    }

    private static void ReadSmartly(Page page, HashSet<string> readable, HashSet<string> threw)
    {
        try
        {
            using var reader = new SmartReader.Reader(Context.Url.AbsoluteUri, page.Text);
            var article = reader.GetArticle();
            // The text is made when it is asked for.
            if (article.IsReadable && article.TextContent.Length > 0)
                readable.Add(page.Name);
        }
        catch (Exception)
        {
            threw.Add(page.Name);
        }
    }

    private static void PrintPeer(string folder, int step, int rounds, double ours, TextWriter output)
    {
        var peer = Path.Combine("tests", "Aggregator.Benchmarks", "Peers", "readability");
        if (!Directory.Exists(Path.Combine(peer, "node_modules")))
        {
            output.WriteLine($"Readability: skipped, run \"npm install\" in {peer} first (and start this at the root of the repository)");
            return;
        }
        try
        {
            using var node = Process.Start(new ProcessStartInfo("node", [Path.Combine(peer, "run.js"), folder, Text(step), Text(rounds)]) { RedirectStandardOutput = true })!;
            using var answer = JsonDocument.Parse(node.StandardOutput.ReadToEnd());
            node.WaitForExit();
            var rate = answer.RootElement.GetProperty("pages").GetInt32() / answer.RootElement.GetProperty("cpuSeconds").GetDouble();
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"Readability on linkedom",-26} {rate,8:0.0} pages/CPU s\nours / Readability: {ours / rate:0.0}"));
        }
        catch (Exception e) when (e is System.ComponentModel.Win32Exception or JsonException)
        {
            output.WriteLine("Readability: skipped, node is missing or failed: " + e.Message);
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
