using System.Security.Cryptography;
using System.Text;
using Aggregator.Api.Http;
using Aggregator.Api.Query;
using Aggregator.Stores;
using Microsoft.AspNetCore.WebUtilities;

namespace Aggregator.Api.Merged;

/// <summary>Merged feeds: of any query at <c>/feed.atom</c>, of a saved one at <c>/feeds/NAME.atom</c>.</summary>
internal static class MergedFeedApi
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    public static void Map(RouteGroupBuilder root)
    {
        var group = root.MapGroup("").WithTags("Merged feeds");
        foreach (var format in Enum.GetValues<MergedFormat>())
        {
            var name = format.ToString().ToLowerInvariant();
            group.MapMethods($"/feed.{name}", Methods,
                (HttpContext context, RequestQuery query, MergedFeedService feeds) => FromQuery(context, format, query, feeds))
                .WithMetadata(new AcceptsQuery(MergedFeedRequest.Parameters))
                .WithName($"feed{format}").WithSummary($"The merged feed of any query, as {Name(format)}")
                .WithDescription("One entry per story or article with a permanent id. Answers conditional requests, and A-IM: feed with the new "
                    + "entries only (226).")
                .Produces(StatusCodes.Status200OK, contentType: RenderedFeed.MediaType(format).Split(';')[0]).Produces(StatusCodes.Status304NotModified);
            group.MapMethods($"/feeds/{{name}}.{name}", Methods,
                (string name, HttpContext context, ISavedQueryStore store, MergedFeedService feeds) => FromSaved(name, context, format, store, feeds))
                .WithMetadata(new AcceptsQuery(MergedFeedRequest.Parameters))
                .WithName($"savedFeed{format}").WithSummary($"The merged feed of a saved query, as {Name(format)}")
                .Produces(StatusCodes.Status200OK, contentType: RenderedFeed.MediaType(format).Split(';')[0]).Produces(StatusCodes.Status304NotModified)
                .ProducesProblem(StatusCodes.Status404NotFound);
            if (format != MergedFormat.Json)
                MapArchive(group, format, name);
        }
    }

    private static void MapArchive(RouteGroupBuilder group, MergedFormat format, string name) =>
        group.MapMethods($"/feeds/archive/{{month}}.{name}", Methods,
            (string month, HttpContext context, RequestQuery query, MergedFeedService feeds, TimeProvider clock) =>
                FromArchive(month, context, format, query, feeds, clock))
            .WithMetadata(new AcceptsQuery(MergedFeedRequest.Parameters))
            .WithName($"archive{format}").WithSummary($"A month of the merged feed of any query, as {Name(format)}")
            .WithDescription("An archive of RFC 5005: prev-archive leads to the entries before, current to the feed itself. Unchanging once the "
                + "month has been over for a week.")
            .Produces(StatusCodes.Status200OK, contentType: RenderedFeed.MediaType(format).Split(';')[0]).Produces(StatusCodes.Status304NotModified);

    private static string Name(MergedFormat format) => format switch
    {
        MergedFormat.Atom => "Atom 1.0",
        MergedFormat.Rss => "RSS 2.0",
        _ => "JSON Feed 1.1",
    };

    private static Task<IResult> FromQuery(HttpContext context, MergedFormat format, RequestQuery query, MergedFeedService feeds) =>
        MergedFeedResponder.AnswerAsync(context, Request(context, format, query, null), feeds);

    private static async Task<IResult> FromArchive(string month, HttpContext context, MergedFormat format, RequestQuery query, MergedFeedService feeds,
        TimeProvider clock)
    {
        if (ArchiveMonth.Parse(month) is not { } archive)
            return Problems.BadRequest($"'{month}' is no month; write it as in 2026-10.");
        if (query.Filter is not { From: null, To: null })
            return Problems.BadRequest("from, to: an archive has the bounds of its month.");
        var request = Request(context, format, query, null);
        return await MergedFeedResponder.AnswerAsync(
            context, request with
            {
                Archive = archive,
                IsClosed = archive.IsClosed(clock.GetUtcNow()),
                Filter = request.Filter with { From = archive.Start, To = archive.End }
            }, feeds);
    }

    private static async Task<IResult> FromSaved(string name, HttpContext context, MergedFormat format, ISavedQueryStore store, MergedFeedService feeds)
    {
        var saved = (await store.ListSavedQueriesAsync(context.RequestAborted))
            .FirstOrDefault(query => query.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        if (saved is null)
            return Problems.NotFound($"There is no saved query '{name}'.");
        // What the address itself says goes before what was saved: page, size, content.
        var merged = QueryHelpers.ParseQuery(saved.QueryString);
        foreach (var (key, value) in context.Request.Query)
            merged[key] = value;
        var clock = context.RequestServices.GetRequiredService<TimeProvider>();
        var query = QueryBinder.Bind(new QueryCollection(merged), MergedFeedRequest.Parameters, clock.GetUtcNow());
        return query.Faults.Any ? query.Faults.ToProblem() : await MergedFeedResponder.AnswerAsync(context, Request(context, format, query, saved), feeds);
    }

    private static MergedFeedRequest Request(HttpContext context, MergedFormat format, RequestQuery query, SavedQuery? saved)
    {
        var home = BaseAddress.Of(context);
        var request = context.Request;
        var terms = FilterTerms.Of(request);
        return new MergedFeedRequest
        {
            Format = format,
            Filter = query.IsRelative ? Aligned(query.Filter) : query.Filter,
            WindowMoved = query.IsRelative ? WholeHour(context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow()) : null,
            Page = query.Page,
            ByStory = query["group"] == "story",
            Full = query["content"] == "full",
            Title = saved is not null ? saved.Title : terms.Count == 0 ? "Aggregator" : $"Aggregator: {string.Join(", ", terms.Select(term => term.Value))}",
            FeedId = FeedId(query, terms, saved),
            Base = home,
            SelfUrl = home + request.Path.ToUriComponent() + request.QueryString.ToUriComponent(),
            HomeUrl = QueryHelpers.AddQueryString(home + "/",
                saved is null
                    ? terms
                    : QueryHelpers.ParseQuery(saved.QueryString).Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value.ToString()))),
            FirstUrl = query.Page.Cursor is null ? null : Lists.WithCursor(request, null),
            PageUrl = cursor => Lists.WithCursor(request, cursor),
            ArchiveUrl = month => Address(request, home, saved, $"/feeds/archive/{month.Name}.{format.ToString().ToLowerInvariant()}"),
            CurrentUrl = Address(request, home, saved, $"/feed.{format.ToString().ToLowerInvariant()}"),
        };
    }

    /// <summary>Another address for the same filter: what is saved under a name is written out, and the bounds of time are the archive's own.</summary>
    private static string Address(HttpRequest request, string home, SavedQuery? saved, string path)
    {
        var all = QueryHelpers.ParseQuery(saved?.QueryString);
        foreach (var (key, value) in request.Query)
            all[key] = value;
        var kept = all.Where(pair => pair.Key is not ("cursor" or "from" or "to"))
            .SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value)));
        return QueryHelpers.AddQueryString(home + path, kept);
    }

    /// <summary>The same for every order of the parameters, format and page; another one for another filter or grouping.</summary>
    private static string FeedId(RequestQuery query, List<KeyValuePair<string, string?>> terms, SavedQuery? saved)
    {
        var what = saved is not null ? $"saved/{saved.Name}" : terms.Count == 0 ? "all" : Hash(terms);
        return query["group"] == "story" ? what : $"{what}/articles";
    }

    private static string Hash(List<KeyValuePair<string, string?>> terms)
    {
        var text = string.Join('\n', terms.Select(term => $"{term.Key}={term.Value}").Order(StringComparer.Ordinal));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8));
    }

    /// <summary>A window that moves with the clock moves by whole hours in feeds; else every request would be another feed and none a 304.</summary>
    private static ArticleFilter Aligned(ArticleFilter filter) => filter with { From = WholeHour(filter.From), To = WholeHour(filter.To) };

    private static DateTimeOffset? WholeHour(DateTimeOffset? at) =>
        at is { } time ? new DateTimeOffset(time.UtcTicks - (time.UtcTicks % TimeSpan.TicksPerHour), TimeSpan.Zero) : null;
}
