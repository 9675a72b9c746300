using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Aggregator.Extraction.Metadata;
using Aggregator.Model;
using AngleSharp.Html.Parser;

namespace Aggregator;

/// <summary>Predicts title, authors and date of every page of an extraction corpus; reads the gold file for addresses and charsets only.</summary>
internal static class MetadataPredictions
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static int Run(string corpus, TextWriter output)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        foreach (var line in File.ReadLines(Path.Combine(corpus, "gold.jsonl")))
        {
            using var gold = JsonDocument.Parse(line);
            var id = gold.RootElement.GetProperty("id").GetString()!;
            var charset = gold.RootElement.GetProperty("charset").GetString();
            var url = Uri.TryCreate(gold.RootElement.GetProperty("url").GetString(), UriKind.Absolute, out var address) ? address : new Uri("http://unknown.invalid/");
            using var file = new GZipStream(File.OpenRead(Path.Combine(corpus, "pages", id + ".html.gz")), CompressionMode.Decompress);
            using var reader = new StreamReader(file, Encoding.GetEncoding(charset ?? "utf-8"));
            using var document = new HtmlParser().ParseDocument(reader.ReadToEnd());
            var metadata = MetadataReader.Read(document, new PageContext(url));
            output.WriteLine(JsonSerializer.Serialize(new { id, title = metadata.Title, authors = metadata.Authors, published = Written(metadata.Published), text = "" }, Readable));
        }

        return 0;
    }

    /// <summary>The date as precisely as it was claimed: the scorer reads an offset as two possible days.</summary>
    private static string? Written(ClaimedDate? date) => date?.Instant.ToString(
        date.Precision switch { DatePrecision.Full => "yyyy-MM-dd'T'HH:mm:sszzz", DatePrecision.NoZone => "yyyy-MM-dd'T'HH:mm:ss", _ => "yyyy-MM-dd" },
        CultureInfo.InvariantCulture);
}
