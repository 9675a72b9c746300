using Aggregator.Api;
using Aggregator.Api.Http;
using Aggregator.Api.Query;
using Aggregator.Stores;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Aggregator.Pages;

/// <summary>The pages: rendered here, without any script.</summary>
internal static class PageRoutes
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    public static void Map(RouteGroupBuilder root)
    {
        var pages = root.MapGroup("").ExcludeFromDescription();
        pages.MapMethods("/", Methods, HomePages.Show).WithMetadata(new AcceptsQuery(HomePages.QueryParameters), ShowsOwnFaults.Instance);
        pages.MapMethods("/stories/{id:long}", Methods, Story);
        pages.MapMethods("/feeds", Methods, Feeds);
        pages.MapMethods("/docs", Methods, () => Document("subscribers"));
        pages.MapMethods("/docs/{name}", Methods, Document);
        pages.MapMethods(SiteFiles.StylePath, Methods, (HttpContext context) => File(context, SiteFiles.Style, "text/css; charset=utf-8"));
        pages.MapMethods("/icon.svg", Methods, (HttpContext context) => File(context, SiteFiles.Icon, "image/svg+xml"));
    }

    private static async Task<IResult> Story(long id, IArticleQueries store, TimeProvider clock, CancellationToken cancellation)
    {
        if (await store.GetStoryAsync(id, cancellation) is not { Articles.Count: > 0 } story)
            return Problems.NotFound($"There is no story {id}.");
        if (story.Id != id)
            return TypedResults.Redirect($"/stories/{story.Id}", permanent: true, preserveMethod: true);
        return new RazorComponentResult<StoryPage>(new { Story = story, Now = clock.GetUtcNow() }) { PreventStreamingRendering = true };
    }

    private static async Task<IResult> Feeds(IFeedStore store, TimeProvider clock, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        FeedResponse[] feeds = [.. (await store.ListFeedsAsync(cancellation)).Where(feed => !feed.Removed).Select(feed => FeedResponse.From(feed, now))];
        return new RazorComponentResult<FeedsPage>(new { Feeds = feeds, Now = now }) { PreventStreamingRendering = true };
    }

    private static IResult Document(string name) =>
        SiteFiles.Documents.FirstOrDefault(document => document.Name == name) is { } found
            ? new RazorComponentResult<DocsPage>(new { Document = found }) { PreventStreamingRendering = true }
            : Problems.NotFound($"There is no page '{name}'.");

    private static FileContentHttpResult File(HttpContext context, byte[] bytes, string type)
    {
        // A year: the greatest age that caches honour; a changed style sheet has another name.
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return TypedResults.Bytes(bytes, type);
    }
}
