using System.Globalization;
using System.Text.Json;
using Aggregator.Api;
using Aggregator.Api.Http;
using Aggregator.Model;
using Aggregator.Stores;
using Aggregator.Urls;

namespace Aggregator.Cli;

/// <summary>
/// Lines of NDJSON as articles: those of our own export with everything they say, and plain ones of any origin, of which only the
/// title is needed: <c>{"title", "text", "summary", "url", "source", "published", "authors", "language", "tags"}</c>.
/// </summary>
internal static class ArticleLines
{
    /// <summary>The article of a line; null for an export's manifest.</summary>
    /// <param name="now">First-seen time, and publication time where none is given.</param>
    /// <exception cref="JsonException">The line is no JSON object of either kind.</exception>
    public static ImportRow? Read(string line, DateTimeOffset now)
    {
        if (line.StartsWith("{\"manifest\":", StringComparison.Ordinal))
            return null;
        // Inside a JSON string the quotation marks would be escaped, so this is the field's name and nothing else.
        return line.Contains("\"story_id\":", StringComparison.Ordinal)
            ? Exported(Parse<ExportedArticle>(line))
            : Plain(Parse<PlainArticle>(line), now);
    }

    private static T Parse<T>(string line) => JsonSerializer.Deserialize<T>(line, ApiJson.Options) ?? throw new JsonException("A line must be a JSON object.");

    private static ImportRow Exported(ExportedArticle a) => new(
        new ArticleRow
        {
            Id = Id(a.Id) ?? 0,
            Url = a.Url,
            Title = a.Title,
            Outlet = a.Outlet,
            OutletName = a.OutletName,
            Authors = a.Authors,
            Published = new ClaimedDate(a.Published, a.PublishedPrecision, a.PublishedSource),
            Seen = a.Seen,
            Modified = a.Modified,
            Changed = a.Changed,
            Language = a.Language,
            Summary = a.Summary,
            Text = a.Text,
            ContentHtml = a.ContentHtml,
            Image = a.Image,
            Enclosures = a.Enclosures,
            Section = a.Section,
            WordCount = a.WordCount,
            ReadFate = a.ReadFate,
            ReadReason = a.ReadReason,
            Rung = a.Extraction,
            Confidence = a.Confidence,
            Paywalled = a.Paywalled,
            LiveBlog = a.LiveBlog,
            StoryId = Id(a.StoryId) ?? 0,
            CopyOf = Id(a.CopyOf),
            CopyScore = a.CopyScore,
            TopicTags = a.TopicTags.Count == a.Topics.Count ? a.TopicTags : [.. a.Topics.Select(topic => new Tag("topic", topic, 1))],
            Names = a.NameTags,
            Categories = a.Categories,
            Sightings = a.Sightings,
            Revisions = a.Revisions,
            Sequence = a.Sequence,
        },
        Key(a.Url) ?? "imported:" + a.Id);

    private static ImportRow Plain(PlainArticle a, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(a.Title))
            throw new JsonException("An article needs a title.");
        var published = Published(a.Published);
        var text = a.Text ?? "";
        var outlet = Uri.TryCreate(a.Url, UriKind.Absolute, out var url) ? RegistrableDomains.Default.Of(url) : a.Source ?? "imported";
        return new ImportRow(
            new ArticleRow
            {
                Id = 0,
                Url = url?.AbsoluteUri,
                Title = a.Title,
                Outlet = outlet,
                Authors = a.Authors ?? [],
                Published = new ClaimedDate(published ?? now, DatePrecision.Full, published is null ? "first-seen" : "import"),
                Seen = published ?? now,
                Changed = published ?? now,
                Language = a.Language,
                Summary = a.Summary,
                Text = text,
                ReadFate = ReadFate.FeedText,
                Rung = text.Length > 0 ? ExtractionRung.Feed : ExtractionRung.None,
                StoryId = 0,
                TopicTags = [.. (a.Tags ?? []).Distinct(StringComparer.Ordinal).Select(tag => new Tag("topic", tag, 1))],
                Sightings = 1,
                Sequence = 0,
            },
            Key(url?.AbsoluteUri) ?? $"imported:{outlet}:{a.Id?.ToString() ?? a.Title}");
    }

    private static string? Key(string? url) => url is null ? null : UrlCanonicalizer.Canonicalize(url)?.Key;

    private static long? Id(string? text) =>
        text is null
            ? null
            : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? id
            : throw new JsonException($"'{text}' is no id.");

    /// <summary>Unix seconds or ISO 8601.</summary>
    private static DateTimeOffset? Published(JsonElement? value) => value switch
    {
        null or { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined } => null,
        { ValueKind: JsonValueKind.Number } number when number.TryGetInt64(out var seconds) && Math.Abs(seconds) < 253_402_300_800 =>
            DateTimeOffset.FromUnixTimeSeconds(seconds),
        { ValueKind: JsonValueKind.String } text
            when DateTimeOffset.TryParse(text.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) => at,
        _ => throw new JsonException("published must be seconds since 1970 or an ISO 8601 time."),
    };

    private sealed record PlainArticle(
        JsonElement? Id, string? Title, string? Text, string? Summary, string? Url, string? Source, JsonElement? Published, IReadOnlyList<string>? Authors,
        string? Language,
        IReadOnlyList<string>? Tags);
}
