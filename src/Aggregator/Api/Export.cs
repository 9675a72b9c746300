using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Aggregator.Api.Http;
using Aggregator.Model;
using Aggregator.Stores;
using CsvHelper;

namespace Aggregator.Api;

/// <summary>An article as it is exported and imported: everything that a list has, the HTML, and how often each topic is named.</summary>
internal sealed record ExportedArticle : ArticleResponse
{
    public ExportedArticle()
    {
    }

    [SetsRequiredMembers]
    public ExportedArticle(ArticleRow row)
        : base(From(row)) => (ContentHtml, TopicTags) = (row.ContentHtml, row.TopicTags);

    public string ContentHtml { get; init; } = "";

    public IReadOnlyList<Tag> TopicTags { get; init; } = [];
}

/// <summary>Writes articles as they come, in constant memory.</summary>
public static class Export
{
    /// <summary>Goes up when a field is renamed or removed; new fields do not change it.</summary>
    public const int SchemaVersion = 1;

    private static readonly ReadOnlyMemory<byte> NewLine = "\n"u8.ToArray();

    private static readonly JsonSerializerOptions Json = new(ApiJson.Options) { Converters = { new Fraction() } };

    private static readonly string[] Columns =
    [
        "id", "url", "title", "outlet", "outlet_name", "authors", "published", "published_precision", "published_source", "seen", "modified", "changed",
        "language", "word_count",
        "story_id", "copy_of", "copy_score", "topics", "names", "categories", "sightings", "revisions", "read_fate", "paywalled", "live_blog", "sequence",
        "summary", "text", "enclosures",
    ];

    /// <summary>One JSON object a line.</summary>
    /// <returns>How many were written.</returns>
    public static async Task<long> WriteNdjsonAsync(IAsyncEnumerable<ArticleRow> articles, Stream output, CancellationToken cancellation)
    {
        var count = 0L;
        await foreach (var article in articles.WithCancellation(cancellation))
        {
            await JsonSerializer.SerializeAsync(output, new ExportedArticle(article), Json, cancellation);
            await output.WriteAsync(NewLine, cancellation);
            count++;
        }

        return count;
    }

    /// <summary>
    /// RFC 4180 with a header line; lists are joined by semicolons. Cells that a spreadsheet would take for a formula get an apostrophe in front.
    /// </summary>
    /// <returns>How many were written.</returns>
    public static async Task<long> WriteCsvAsync(IAsyncEnumerable<ArticleRow> articles, Stream output, CancellationToken cancellation)
    {
        await using var csv = CsvWriter.Create(output, CsvWriterOptions.Default with { Injection = CsvInjection.Escape }, leaveOpen: true);
        // DuckDB (1.5.6) settles the dialect by the first 20,480 rows: without a quote among them it reads later ones as a part of the value.
        foreach (var column in Columns)
            csv.WriteField(column, CsvQuoting.Always);
        await csv.EndRecordAsync(cancellation);
        var count = 0L;
        await foreach (var article in articles.WithCancellation(cancellation))
        {
            foreach (var cell in Cells(ArticleResponse.From(article)))
                csv.WriteField(cell);
            await csv.EndRecordAsync(cancellation);
            count++;
        }

        return count;
    }

    private static string?[] Cells(ArticleResponse a) =>
    [
        a.Id, a.Url, a.Title, a.Outlet, a.OutletName, Join(a.Authors), Time(a.Published), ApiJson.Name(a.PublishedPrecision), a.PublishedSource, Time(a.Seen),
        Time(a.Modified), Time(a.Changed),
        a.Language, Number(a.WordCount), a.StoryId, a.CopyOf, Fractional(a.CopyScore), Join(a.Topics), Join(a.Names), Join(a.Categories), Number(a.Sightings),
        Number(a.Revisions),
        ApiJson.Name(a.ReadFate), a.Paywalled ? "true" : "false", a.LiveBlog ? "true" : "false", Number(a.Sequence), a.Summary, a.Text,
        Join([.. a.Enclosures.Select(file => file.Url)]),
    ];

    private static string Join(IReadOnlyList<string> values) => string.Join("; ", values);

    private static string? Time(DateTimeOffset? at) => at?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFF'Z'", CultureInfo.InvariantCulture);

    /// <summary>
    /// With a point, also where nothing follows it: DuckDB (1.5.6) takes 20,480 rows of 1 for whole numbers, and rounds each 0.87 behind them to 1.
    /// </summary>
    private static string? Fractional(double? number) => number?.ToString("0.0###############", CultureInfo.InvariantCulture);

    private static string? Number(IFormattable? number) => number?.ToString(null, CultureInfo.InvariantCulture);

    /// <summary>A number that may have a fraction, as <see cref="Fractional"/> writes it.</summary>
    private sealed class Fraction : JsonConverter<double>
    {
        public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDouble();

        public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options) =>
            writer.WriteRawValue(Fractional(value)!, skipInputValidation: true);
    }
}
