using Aggregator.Stores;

namespace Aggregator.Writing;

/// <summary>Gives an article what its kept page says by today's rules, and keeps what it said before.</summary>
internal static class PageReviser
{
    public static void Revise(ITables tables, ArticleRevision revision)
    {
        var id = revision.ArticleId;
        (var text, var html) = tables.Articles.Body(id);
        var current = tables.Articles.Current(id);
        var c = revision.Content;
        var newBody = text != c.Text || html != (c.ContentHtml ?? "");
        var others = revision.Earlier.Where(field => field.Key is not ("title" or "text" or "html")).ToDictionary(field => field.Key, field => field.Value);
        tables.Articles.Keep(new EarlierVersion(
            id, current.Revisions + 1, revision.Now.ToUnixTimeMilliseconds(), current.Title == c.Title ? null : current.Title,
            newBody ? TextCodec.Pack(text, html) : null, revision.Reason, others.Count == 0 ? null : others));
        if (current.Title != c.Title)
            tables.Sightings.KeepTitles(id, current.Title);
        tables.Articles.Revise(revision);
        if (newBody)
            tables.Articles.WriteBody(id, c.Text ?? "", c.ContentHtml ?? "");
        tables.Articles.Enqueue(id);
    }
}
