using Aggregator.LiteDb.Engine;
using Aggregator.LiteDb.Tables;
using Aggregator.Model;
using Aggregator.Stores;
using Aggregator.Writing;

namespace Aggregator.LiteDb.Queries;

/// <summary>Articles as the stages of the pipeline read them, as committed.</summary>
internal static class WaitingArticles
{
    public static List<UnassignedArticle> List(LiteTables tables, int limit, HandedOutTexts texts)
    {
        Dictionary<long, PackedText> handedOut = [];
        List<UnassignedArticle> articles = [];
        foreach (var id in tables.Committed.Waiting.Take(limit))
        {
            var article = tables.Committed.Find(id)!;
            var text = PackedText.Of(tables.Bodies.Collection.FindById(id)?.Bytes("body") ?? []);
            handedOut.Add(id, text);
            articles.Add(new UnassignedArticle
            {
                Article = new ArticleText
                {
                    Id = id,
                    Outlet = tables.Outlets[article.Outlet].Name,
                    Title = tables.Details.Collection.FindById(id)?.Text("title") ?? "",
                    Text = text.Text,
                    Published = DateTimeOffset.FromUnixTimeMilliseconds(article.Published),
                    Language = Language(tables, article),
                },
                Changed = article.IsVisible,
                StoryId = article.Story == 0 ? null : article.Story,
                CopyOf = article.CopyOf == 0 ? null : article.CopyOf,
            });
        }

        texts.Replace(handedOut);
        return articles;
    }

    /// <summary>Assigned articles after an id. The text is read only where there is no memory of this version.</summary>
    public static List<AssignedArticle> AssignedAfter(LiteTables tables, long after, DateTimeOffset since, int version, int limit) =>
        [.. tables.Committed.After(after)
            .Where(article => article.IsVisible && article.Published >= since.ToUnixTimeMilliseconds())
            .Take(limit)
            .Select(article => Assigned(tables, article, version))];

    /// <summary>Kept pages of visible articles, oldest first.</summary>
    public static List<KeptArticle> KeptPages(LiteTables tables, long after, DateTimeOffset since, int limit)
    {
        List<KeptArticle> kept = [];
        foreach (var page in tables.Pages.Collection.Query().Where("_id > @0", after).OrderBy("_id").ToEnumerable())
        {
            if (kept.Count == limit)
                break;
            var fetched = page.Time("fetched");
            if (page.Long("fetched") < since.ToUnixTimeMilliseconds()
                || ArticleDocuments.Load(tables, [page.Long("article")], withText: true) is not [var article])
            {
                continue;
            }

            List<RevisionRow> byFeed =
                [.. ArticleDocuments.Revisions(tables, article.Id).Where(revision => revision.At >= fetched && Reviser.IsOfFeed(revision))];
            kept.Add(new KeptArticle(
                page["_id"].AsInt64, fetched, page.Bytes("packet"), article, byFeed.Exists(revision => revision.Title is not null),
                byFeed.Exists(revision => revision.Text is not null)));
        }

        return kept;
    }

    private static AssignedArticle Assigned(LiteTables tables, NarrowArticle article, int version)
    {
        AssignedArticle assigned = new()
        {
            Id = article.Id,
            Outlet = tables.Outlets[article.Outlet].Name,
            Published = DateTimeOffset.FromUnixTimeMilliseconds(article.Published),
            StoryId = article.Story,
            CopyOf = article.CopyOf == 0 ? null : article.CopyOf,
        };
        if (tables.Memories.Collection.FindById(article.Id) is { } memory && memory.Int("version") == version)
            return assigned with { Memory = memory.Bytes("memory") };
        return assigned with
        {
            Title = tables.Details.Collection.FindById(article.Id)?.Text("title") ?? "",
            Text = TextCodec.UnpackText(tables.Bodies.Collection.FindById(article.Id)?.Bytes("body")),
            Language = Language(tables, article),
        };
    }

    private static string? Language(LiteTables tables, NarrowArticle article) =>
        article.Language == 0 ? null : tables.Languages[article.Language].Name;
}
