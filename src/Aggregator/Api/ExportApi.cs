using System.Globalization;
using System.Text.Json;
using Aggregator.Api.Access;
using Aggregator.Api.Http;
using Aggregator.Api.Query;
using Aggregator.Stores;

namespace Aggregator.Api;

/// <summary>All matches in one streamed answer, and the change feed.</summary>
internal static class ExportApi
{
    /// <summary>Bytes gathered before they are sent: some ten articles, so that a slow client holds little memory.</summary>
    private const int Buffer = 64 << 10;

    /// <summary>How long a client may take to read what <see cref="Buffer"/> holds.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static void Map(RouteGroupBuilder api)
    {
        var group = api.MapGroup("").WithTags("Bulk");
        group.MapGet("/export", All)
            .WithMetadata(Parameters.FilterAnd(new QueryParameter("format", "ndjson is one JSON object a line; csv is RFC 4180, safe to open in a spreadsheet.",
                Default: "ndjson", Allowed: ["ndjson", "csv"]),
                new QueryParameter("manifest", "last adds a last line with the manifest to ndjson: query, time, sequence, schema and the number of rows.",
                    Default: "none", Allowed: ["none", "last"])))
            .WithName("export").WithSummary("All articles that match, streamed, newest first")
            .WithDescription("The headers Export-Sequence, Export-Time and Export-Schema say what was exported; over HTTP/2 the trailer "
                + "Export-Count says how many rows there were.")
            .Produces(StatusCodes.Status200OK, contentType: "application/x-ndjson", additionalContentTypes: "text/csv")
            .ProducesProblem(StatusCodes.Status429TooManyRequests).DisableRequestTimeout();
        group.MapGet("/changes", Changes)
            .WithMetadata(Parameters.Only(
                new QueryParameter("after", "The sequence number to go on from: next_after of the last answer.", "integer", Default: "0"),
                Parameters.Limit(100, Parameters.MaxLimit, "changes")))
            .WithName("listChanges").WithSummary("New and changed articles in order of change, without gaps")
            .WithDescription("Ask again with next_after to follow everything that happens; an article that changes again comes again. Nothing is "
                + "missed however it is polled.");
    }

    private static async Task<IResult> All(RequestQuery query, IArticleQueries store, TimeProvider clock, ExportPlaces places, HttpContext context)
    {
        if (places.Take(context, "exports") is { } refusal)
            return refusal;
        var cancellation = context.RequestAborted;
        var response = context.Response;
        var isCsv = query["format"] == "csv";
        var manifest = new ExportManifest(context.Request.QueryString.Value ?? "", clock.GetUtcNow(), await store.GetSequenceAsync(cancellation),
            Export.SchemaVersion, 0);
        response.ContentType = isCsv ? "text/csv; charset=utf-8; header=present" : "application/x-ndjson; charset=utf-8";
        response.Headers.ContentDisposition = $"attachment; filename=\"articles.{query["format"]}\"";
        response.Headers["Export-Sequence"] = manifest.Sequence.ToString(CultureInfo.InvariantCulture);
        response.Headers["Export-Time"] = manifest.Time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        response.Headers["Export-Schema"] = manifest.Schema.ToString(CultureInfo.InvariantCulture);
        if (response.SupportsTrailers())
            response.DeclareTrailer("Export-Count");
        var articles = store.ExportAsync(query.Filter, cancellation);
        await using (var buffered = new BufferedStream(new StallGuard(response.Body, Patience, context.Abort), Buffer))
        {
            var count = isCsv ? await Export.WriteCsvAsync(articles, buffered, cancellation) : await Export.WriteNdjsonAsync(articles, buffered, cancellation);
            manifest = manifest with { Count = count };
            if (!isCsv && query["manifest"] == "last")
                await JsonSerializer.SerializeAsync(buffered, new { manifest }, ApiJson.Options, cancellation);
            await buffered.FlushAsync(cancellation);
        }

        if (response.SupportsTrailers())
            response.AppendTrailer("Export-Count", manifest.Count.ToString(CultureInfo.InvariantCulture));
        return Results.Empty;
    }

    private static async Task<ChangesResponse> Changes(RequestQuery query, IArticleQueries store, CancellationToken cancellation)
    {
        var after = long.Parse(query["after"]!, CultureInfo.InvariantCulture);
        var rows = await store.ListChangesAsync(after, query.Page.Limit, cancellation);
        return new ChangesResponse([.. rows.Select(ArticleResponse.From)], rows.Count > 0 ? rows[^1].Sequence : after);
    }
}

/// <param name="NextAfter">Give it back as after; it stays the same while nothing has changed.</param>
internal sealed record ChangesResponse(IReadOnlyList<ArticleResponse> Items, long NextAfter);

/// <summary>What an export is an export of.</summary>
/// <param name="Query">The query string as given.</param>
/// <param name="Sequence">The newest change at that time; as_of repeats the export.</param>
/// <param name="Schema">Goes up when a field is renamed or removed.</param>
/// <param name="Count">Rows.</param>
internal sealed record ExportManifest(string Query, DateTimeOffset Time, long Sequence, int Schema, long Count);
