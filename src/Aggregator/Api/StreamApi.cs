using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Aggregator.Api.Access;
using Aggregator.Api.Http;
using Aggregator.Api.Query;
using Aggregator.Configuration;
using Aggregator.Stores;
using Microsoft.Extensions.Options;

namespace Aggregator.Api;

/// <summary>New and changed articles of any query as they appear: server-sent events.</summary>
internal sealed class StreamApi(IArticleQueries store, IOptions<ApiOptions> options, TimeProvider clock)
{
    /// <summary>Changes looked at in one go.</summary>
    private const int Batch = 200;

    /// <summary>How often the sequence number is looked at: an article is promised within a second of its appearance.</summary>
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(500);

    /// <summary>Silence after which a comment is sent, so that proxies (which often cut at 60 s) keep the line.</summary>
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(20);

    private readonly ClientPlaces _places = new(options.Value.MaxStreams, Math.Max(1, options.Value.MaxStreams / 10));

    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/stream", (HttpContext context, RequestQuery query, StreamApi stream) => stream.Open(context, query)).WithTags("Bulk")
            .WithMetadata(Parameters.FilterAnd())
            .WithName("stream").WithSummary("New and changed articles of any query as they appear (server-sent events)")
            .WithDescription("Each event is an article; its id is the sequence number. A client that comes back with Last-Event-ID gets all that it "
                + "missed. Without it the stream begins now.")
            .Produces(StatusCodes.Status200OK, contentType: "text/event-stream")
            .ProducesProblem(StatusCodes.Status429TooManyRequests)
            .DisableRequestTimeout();

    private async Task<IResult> Open(HttpContext context, RequestQuery query)
    {
        var given = context.Request.Headers["Last-Event-ID"].ToString();
        if (given.Length > 0 && !long.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            return Problems.BadRequest("Last-Event-ID: must be the id of an earlier event.");
        if (_places.Take(context, "streams") is { } refusal)
            return refusal;
        var after = given.Length > 0 ? long.Parse(given, CultureInfo.InvariantCulture) : await store.GetSequenceAsync(context.RequestAborted);
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.ServerSentEvents(Follow(query.Filter, after, context.RequestAborted));
    }

    private async IAsyncEnumerable<SseItem<string>> Follow(ArticleFilter filter, long after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        // Tells the client at once that the line stands, and from where it goes on.
        yield return Event("hello", after, "{}");
        var silentSince = clock.GetTimestamp();
        while (!cancellation.IsCancellationRequested)
        {
            var changes = await store.GetSequenceAsync(cancellation) > after ? await store.ListChangesAsync(after, Batch, cancellation) : [];
            foreach (var article in changes)
            {
                after = article.Sequence;
                if (!await MatchesAsync(filter, article, cancellation))
                    continue;
                yield return Event("article", after, JsonSerializer.Serialize(ArticleResponse.From(article), ApiJson.Options));
                silentSince = clock.GetTimestamp();
            }

            if (changes.Count == Batch)
                continue;
            if (clock.GetElapsedTime(silentSince) > KeepAlive)
            {
                yield return Event("still-here", after, "{}");
                silentSince = clock.GetTimestamp();
            }

            await Task.Delay(Beat, clock, cancellation);
        }
    }

    /// <summary>The store decides what matches, as in every list: the filter is asked within the article's own story, which is small.</summary>
    private async Task<bool> MatchesAsync(ArticleFilter filter, ArticleRow article, CancellationToken cancellation)
    {
        if (filter == ArticleFilter.All)
            return true;
        if (filter.StoryId is { } story && story != article.StoryId)
            return false;
        string? cursor = null;
        do
        {
            var page = await store.ListArticlesAsync(filter with { StoryId = article.StoryId },
                new PageRequest(Limit: Parameters.MaxLimit, Cursor: cursor, WithText: false), cancellation);
            if (page.Items.Any(row => row.Id == article.Id))
                return true;
            cursor = page.NextCursor;
        }
        while (cursor is not null);
        return false;
    }

    private static SseItem<string> Event(string type, long sequence, string data) =>
        new(data, type) { EventId = sequence.ToString(CultureInfo.InvariantCulture) };
}
