using Aggregator.LiteDb.Tables;
using Aggregator.Stores;

namespace Aggregator.LiteDb.Queries;

/// <summary>Facets, timelines and trends: matches counted in one pass over what is in memory.</summary>
internal static class MatchCounts
{
    public static Dictionary<string, IReadOnlyList<FacetValue>> Facets(
        LiteTables tables, ArticleFilter filter, IReadOnlyList<string> facets, int limit, CancellationToken cancellation)
    {
        Tally outlets = new(), languages = new(), tags = new();
        Dictionary<string, int> categories = new(StringComparer.Ordinal);
        var withCategories = facets.Contains("category");
        new ArticleSearch(tables, filter, cancellation).Each(article =>
        {
            outlets.Add(article.Outlet);
            languages.Add(article.Language);
            foreach (var tag in article.Tags)
                tags.Add(tag);
            if (!withCategories)
                return;
            foreach (var category in ArticleDocuments.Categories(tables, article))
                categories[category] = categories.GetValueOrDefault(category) + 1;
        });

        IEnumerable<FacetValue> Tags(bool topics) =>
            Named(tags, tables.Tags).Where(tag => tag.Name.Kind == "topic" == topics).Select(tag => new FacetValue(tag.Name.Name, tag.Count));
        return facets.Distinct().ToDictionary(facet => facet, IReadOnlyList<FacetValue> (facet) => [.. (facet switch
        {
            "outlet" => Named(outlets, tables.Outlets).Select(outlet => new FacetValue(outlet.Name.Name, outlet.Count)),
            "language" => Named(languages, tables.Languages).Select(language => new FacetValue(language.Name.Name, language.Count)),
            "topic" => Tags(topics: true),
            "name" => Tags(topics: false),
            "category" => categories.Select(pair => new FacetValue(pair.Key, pair.Value))
                .OrderByDescending(value => value.Count)
                .ThenBy(value => value.Value, StringComparer.Ordinal),
            _ => throw new ArgumentOutOfRangeException(nameof(facets), facet, "A facet is outlet, category, topic, name or language."),
        }).Take(limit)]);
    }

    public static Timeline Timeline(LiteTables tables, ArticleFilter filter, TimelineRequest request, CancellationToken cancellation)
    {
        Dictionary<long, int> matches = [];
        Dictionary<(long Quarter, string Group), int> groups = [];
        // Neighbours mostly are of one quarter, whose count is kept at hand.
        (long Quarter, int Count) run = default;
        void Close() => matches[run.Quarter] = matches.GetValueOrDefault(run.Quarter) + run.Count;
        new ArticleSearch(tables, filter, cancellation).Each(article =>
        {
            var quarter = QuarterHours.Of(article.Published);
            if (quarter != run.Quarter)
            {
                Close();
                run = (quarter, 0);
            }

            run.Count++;
            if (request.GroupBy is not { } by)
                return;
            foreach (var group in Groups(tables, article, by))
                groups[(quarter, group)] = groups.GetValueOrDefault((quarter, group)) + 1;
        });
        Close();
        if (matches.GetValueOrDefault(0) == 0)
            matches.Remove(0);

        return TimelineAssembly.Of(filter, request, matches, groups, (from, to) => Totals(tables, filter.AsOf, from, to));
    }

    public static TrendReport Trends(LiteTables tables, ArticleFilter filter, TrendRequest request, CancellationToken cancellation)
    {
        TrendTally tally = new(request);
        new ArticleSearch(tables, filter with { From = request.From, To = request.To }, cancellation).Each(article =>
        {
            var counts = tally.Add(article.Published, article.Story);
            foreach (var tag in article.Tags)
                counts[tag] = counts.GetValueOrDefault(tag) + 1;
        });

        return tally.Rank(id => (tables.Tags[(int)id].Kind, tables.Tags[(int)id].Name), id => StoryPages.Title(tables, id) ?? "");
    }

    private static IEnumerable<(KnownName Name, int Count)> Named(Tally tally, NameBook names) =>
        tally.Ranked().Select(pair => (names[(int)pair.Id], pair.Count));

    private static IEnumerable<string> Groups(LiteTables tables, NarrowArticle article, string groupBy) => groupBy switch
    {
        "outlet" => [tables.Outlets[article.Outlet].Name],
        "language" => [article.Language == 0 ? "und" : tables.Languages[article.Language].Name],
        "topic" => article.Tags.Select(tag => tables.Tags[tag]).Where(tag => tag.Kind == "topic").Select(tag => tag.Name),
        "category" => ArticleDocuments.Categories(tables, article),
        _ => throw new ArgumentOutOfRangeException(nameof(groupBy), groupBy, "Group by outlet, category, language or topic."),
    };

    /// <summary>All articles from one millisecond to before another, by quarter: whole quarters are counted already.</summary>
    private static IEnumerable<(long Quarter, int Count)> Totals(LiteTables tables, long? asOf, long from, long to)
    {
        var (first, end) = (QuarterHours.Of(from + QuarterHours.Milliseconds - 1), QuarterHours.Of(to));
        if (asOf is not null || first >= end)
            return CountPublished(tables, asOf, from, to);
        return tables.Committed.Quarters.Where(pair => pair.Key >= first && pair.Key < end).Select(pair => (pair.Key, pair.Value))
            .Concat(CountPublished(tables, null, from, first * QuarterHours.Milliseconds))
            .Concat(CountPublished(tables, null, end * QuarterHours.Milliseconds, to));
    }

    private static IEnumerable<(long Quarter, int Count)> CountPublished(LiteTables tables, long? asOf, long from, long to) => from >= to
        ? []
        : tables.Committed.Backward(ArticleIds.Floor(from), ArticleIds.Floor(to) + ((ArticleIds.MostSlip + 1) * ArticleIds.PlacesPerSecond))
            .Select(slot => tables.Committed.At(slot)!)
            .Where(article => article.IsVisible && article.Published >= from && article.Published < to && !(article.FirstSequence > asOf))
            .CountBy(article => QuarterHours.Of(article.Published))
            .Select(pair => (pair.Key, pair.Value));
}
