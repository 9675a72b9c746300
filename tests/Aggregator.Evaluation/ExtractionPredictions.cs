using System.Collections.Concurrent;
using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using Aggregator.Extraction;
using Aggregator.Model;

namespace Aggregator;

/// <summary>What the extractor reads on each page of a corpus folder (<c>pages/ID.html.gz</c>, and <c>gold.jsonl</c>, of which predictions use addresses and charsets only).</summary>
internal static class ExtractionPredictions
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="Gold">The text that the page's article is known to have; null where the corpus has none.</param>
    internal sealed record Page(string Id, Uri Url, string? Charset, string? Gold);

    public static int Write(string folder, TextWriter output)
    {
        var pages = ReadPages(folder);
        var lines = new ConcurrentDictionary<string, string>();
        Parallel.ForEach(pages, new ParallelOptions { MaxDegreeOfParallelism = Math.Min(2, Environment.ProcessorCount) }, page => lines[page.Id] = Predict(folder, page));
        foreach (var page in pages)
            output.WriteLine(lines[page.Id]);
        return 0;
    }

    internal static ExtractedPage Extract(string folder, Page page)
    {
        using var file = File.OpenRead(Path.Combine(folder, "pages", page.Id + ".html.gz"));
        using var gzip = new GZipStream(file, CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        gzip.CopyTo(bytes);
        return ArticleExtractor.Extract(bytes.ToArray(), new PageContext(page.Url, null, page.Charset));
    }

    private static string Predict(string folder, Page page)
    {
        var result = Extract(folder, page);
        var metadata = result.Metadata;
        return JsonSerializer.Serialize(
            new
            {
                id = page.Id,
                title = metadata.Title,
                authors = metadata.Authors,
                published = metadata.Published?.Instant.ToString("yyyy-MM-ddTHH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture),
                text = result.Text,
                kind = result.Kind.ToString(),
                rung = result.Rung.ToString(),
                confidence = result.Confidence,
                reason = result.Reason,
            },
            Json);
    }

    internal static List<Page> ReadPages(string folder)
    {
        var gold = Path.Combine(folder, "gold.jsonl");
        if (!File.Exists(gold))
        {
            return [.. Directory.EnumerateFiles(Path.Combine(folder, "pages"), "*.html.gz").Order(StringComparer.Ordinal)
                .Select(f => new Page(Path.GetFileName(f)[..^".html.gz".Length], new Uri("https://unknown.example/"), null, null))];
        }
        var pages = new List<Page>();
        foreach (var line in File.ReadLines(gold).Where(l => l.Length > 0))
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            var url = Read(root, "url");
            pages.Add(new Page(
                Read(root, "id") ?? throw new InvalidDataException("a gold line without id"),
                Uri.TryCreate(url, UriKind.Absolute, out var address) ? address : new Uri("https://unknown.example/"),
                Read(root, "charset"),
                Read(root, "articleBody")));
        }
        return pages;
    }

    private static string? Read(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
