using Aggregator.LiteDb.Engine;
using Aggregator.LiteDb.Tables;
using Aggregator.Stores;

namespace Aggregator.LiteDb.Queries;

/// <summary>Stories by their newest matching member. Walks the matches newest first and takes each story where it first shows.</summary>
internal static class StoryPages
{
    private const int MostRows = 1000;

    /// <summary>Where a story went when it was merged, else itself.</summary>
    public static long Resolve(LiteTables tables, long id) => tables.StoryDocuments.Collection.FindById(id)?.Number("into") ?? id;

    public static StoryRow? Get(LiteTables tables, long id) => Load(tables, Resolve(tables, id), withText: true);

    public static string? Title(LiteTables tables, long id) => tables.StoryDocuments.Collection.FindById(id)?.Text("title");

    public static Page<StoryRow> List(LiteTables tables, ArticleFilter filter, PageRequest page, CancellationToken cancellation)
    {
        var limit = Math.Clamp(page.Limit, 1, MostRows);
        var start = Cursor.Parse(page.Cursor, 't')?.Id;
        ArticleSearch search = new(tables, filter, cancellation);
        // A story with a match that is not below the cursor stood on an earlier page.
        HashSet<long> seen = start is { } shown ? [.. search.All().Where(article => article.Id >= shown).Select(article => article.Story)] : [];
        List<(long Story, long Member)> found = [];
        for (var below = start; found.Count <= limit;)
        {
            var batch = Math.Max(64, 2 * limit);
            var members = search.Newest(below, batch);
            found.AddRange(members.Where(member => seen.Add(member.Story)).Select(member => (member.Story, member.Id)));
            if (members.Count < batch)
                break;
            below = members[^1].Id;
        }

        var next = found.Count > limit ? new Cursor('t', 0, found[limit - 1].Member).ToString() : null;
        return new Page<StoryRow>(
            [.. found.Take(limit).Select(story => Load(tables, story.Story, page.WithText)).OfType<StoryRow>()], next, tables.CommittedCounters.Sequence);
    }

    private static StoryRow? Load(LiteTables tables, long id, bool withText)
    {
        if (tables.StoryDocuments.Collection.FindById(id) is not { } d)
            return null;
        List<NarrowArticle> members = [.. tables.Committed.OfStory(id).Where(article => article.IsVisible).OrderBy(article => article.Id)];
        if (members.Count == 0)
            return null;
        return new StoryRow
        {
            Id = id,
            Title = d.Text("title") ?? "",
            LeadArticleId = d.Long("lead"),
            First = DateTimeOffset.FromUnixTimeMilliseconds(members.Min(article => article.Published)),
            Last = DateTimeOffset.FromUnixTimeMilliseconds(members.Max(article => article.Published)),
            Updated = d.Time("updated"),
            ArticleCount = members.Count,
            OutletCount = members.Select(article => article.Outlet).Distinct().Count(),
            Sequence = members.Max(article => article.Sequence),
            Articles = ArticleDocuments.Load(tables, members.Select(article => article.Id), withText),
        };
    }
}
