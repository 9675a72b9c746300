using Aggregator.Api.Query;
using Aggregator.Stores;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.WebUtilities;

namespace Aggregator.Pages;

/// <summary>The first page: stories that match, and the ways to narrow them down.</summary>
internal static class HomePages
{
    /// <summary>Values shown per filter: what one sees without scrolling.</summary>
    private const int FacetValues = 14;

    private static readonly string[] FacetNames = ["category", "topic"];

    /// <summary>Filters count the news of this long when no time is asked for: what is current, at a cost that does not grow with the archive.</summary>
    private static readonly TimeSpan FacetWindow = TimeSpan.FromDays(7);

    public static IReadOnlyList<QueryParameter> QueryParameters { get; } = [.. Parameters.Filter, Parameters.Cursor, Parameters.Limit(30, 100, "stories")];

    public static async Task<RazorComponentResult> Show(HttpContext context, IArticleQueries store, TimeProvider clock)
    {
        // Bound here and not by the gate: a person who mistypes a search gets the page with a hint, not problem details.
        var now = clock.GetUtcNow();
        var query = QueryBinder.Bind(context.Request.Query, QueryParameters, now);
        var terms = FilterTerms.Of(context.Request);
        var stories = query.Faults.Any
            ? new Page<StoryRow>([], null)
            : await store.ListStoriesAsync(query.Filter, query.Page with { WithText = false }, context.RequestAborted);
        if (query.Faults.Any)
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
        var view = new HomeView
        {
            Title = terms.Count == 0 ? "Newest stories" : $"Stories: {string.Join(", ", terms.Select(term => term.Value))}",
            Search = query["q"] ?? context.Request.Query["q"].ToString(),
            KeptFields = [.. terms.Where(term => term.Key != "q").Select(term => (term.Key, term.Value!))],
            Chosen = [.. terms.Select(term =>
                new FilterLink(term.Key == "q" ? $"“{term.Value}”" : term.Value!, Address(terms.Where(other => !other.Equals(term)))))],
            Stories = [.. stories.Items.Where(story => story.Articles.Count > 0)],
            Facets = query.Faults.Any ? [] : await FacetsAsync(store, query.Filter, terms, now, context.RequestAborted),
            FeedQuery = QueryHelpers.AddQueryString("", terms),
            OlderHref = stories.NextCursor is { } cursor ? Address(terms.Append(KeyValuePair.Create<string, string?>("cursor", cursor))) : null,
            Fault = query.Faults.Any
                ? string.Join(" ", query.Faults.ByParameter.SelectMany(fault => fault.Value)) + (query.Faults.Search is { } search ? " " + search.Hint : "")
                : null,
            Now = now,
        };
        return new RazorComponentResult<HomePage>(new { View = view }) { PreventStreamingRendering = true };
    }

    private static async Task<IReadOnlyList<FilterGroup>> FacetsAsync(IArticleQueries store, ArticleFilter filter, List<KeyValuePair<string, string?>> terms,
        DateTimeOffset now, CancellationToken cancellation)
    {
        var current = filter.From is null ? filter with { From = now - FacetWindow } : filter;
        var facets = await store.GetFacetsAsync(current, FacetNames, FacetValues, cancellation);
        return [Group("Categories", "category"), Group("Topics", "topic")];

        FilterGroup Group(string label, string name) => new(label, [.. facets.GetValueOrDefault(name, []).Select(value => Link(name, value))]);

        FilterLink Link(string name, FacetValue value)
        {
            var term = KeyValuePair.Create<string, string?>(name, value.Value);
            // A second value of the same filter would widen the list; a click narrows or changes it.
            return new FilterLink(value.Value, Address(terms.Where(other => other.Key != name).Append(term)), value.Count, terms.Contains(term));
        }
    }

    private static string Address(IEnumerable<KeyValuePair<string, string?>> terms) => QueryHelpers.AddQueryString("/", terms);
}
