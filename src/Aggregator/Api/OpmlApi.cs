using Aggregator.Api.Access;
using Aggregator.Api.Http;
using Aggregator.Api.Query;
using Aggregator.Configuration;
using Aggregator.Feeds;
using Aggregator.Pipeline;
using Aggregator.Stores;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Aggregator.Api;

/// <summary>The list of feeds as OPML, both ways. Under <c>/opml</c> too, where other readers look for it.</summary>
internal static class OpmlApi
{
    private const string MediaType = "text/x-opml";

    public static void Map(RouteGroupBuilder root)
    {
        foreach (var (prefix, name) in new[] { ("/api/v1", ""), ("", "AtRoot") })
        {
            var group = root.MapGroup(prefix).WithTags("Feeds");
            group.MapGet("/opml", Write).WithMetadata(Parameters.Only(new QueryParameter("category", "Only feeds of these categories.", Repeatable: true)))
                .WithName("exportOpml" + name).WithSummary("The feeds as OPML, by category").Produces(StatusCodes.Status200OK, contentType: MediaType);
            group.MapPost("/opml", Read).WithMetadata(NeedsWriteKey.Instance, new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(ApiOptions.MaxBody))
                .WithName("importOpml" + name).WithSummary("Adds the feeds of an OPML document")
                .WithDescription("The body is the document itself, as text/x-opml or another type of XML. Feeds that are known already stay as they are.")
                .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status415UnsupportedMediaType);
        }
    }

    private static async Task<ContentHttpResult> Write(RequestQuery query, IFeedStore store, CancellationToken cancellation)
    {
        var categories = query.List("category");
        var feeds = (await store.ListFeedsAsync(cancellation)).Where(feed => !feed.Removed).Select(feed => feed.Definition);
        var chosen = feeds.Where(feed => categories.Count == 0 || categories.Contains(feed.Category)).OrderBy(feed => feed.Category, StringComparer.Ordinal);
        return TypedResults.Text(Opml.Write([.. chosen], "Aggregator"), MediaType + "; charset=utf-8");
    }

    private static async Task<Results<Ok<ImportResponse>, ProblemHttpResult>> Read(IFeedStore store, PipelineSignals signals, TimeProvider clock,
        HttpContext context)
    {
        // What a form of any page could send is no document.
        if (context.Request.HasFormContentType || context.Request.ContentType is { } type && type.StartsWith("text/plain", StringComparison.OrdinalIgnoreCase))
            return Problems.Of(StatusCodes.Status415UnsupportedMediaType, $"Send the document as Content-Type: {MediaType}.");
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        try
        {
            var listed = FeedsImport.From(Opml.Read(body.ToArray()));
            var known = (await store.ListFeedsAsync(context.RequestAborted)).Where(feed => !feed.Removed).Select(feed => feed.Definition.Url).ToHashSet();
            var skipped = listed.LeftOut.Where(left => left.IsFeed).Select(left => left.Address.Length > 0 ? left.Address : left.Title).ToList();
            var (added, there) = (0, 0);
            foreach (var feed in listed.Feeds)
            {
                if (FeedValidation.HttpAddress(feed.Url) is null)
                {
                    skipped.Add(feed.Url);
                    continue;
                }

                if (!known.Add(feed.Url))
                {
                    there++;
                    continue;
                }

                await store.AddFeedAsync(feed, clock.GetUtcNow(), context.RequestAborted);
                added++;
            }

            signals.WakePoll();
            return TypedResults.Ok(new ImportResponse(added, there, skipped));
        }
        catch (FormatException e)
        {
            return Problems.BadRequest(e.Message);
        }
    }
}

/// <param name="Added">Feeds that are new here.</param>
/// <param name="Known">Feeds that were known.</param>
/// <param name="Skipped">Addresses, as written, that are no http or https addresses; the title where a feed has none.</param>
internal sealed record ImportResponse(int Added, int Known, IReadOnlyList<string> Skipped);
