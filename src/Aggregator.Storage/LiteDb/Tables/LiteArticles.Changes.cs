using Aggregator.LiteDb.Engine;
using Aggregator.Model;
using Aggregator.Stores;
using Aggregator.Writing;
using LiteDB;

namespace Aggregator.LiteDb.Tables;

/// <summary>What becomes of an article: read, revised, assigned, or brought whole from elsewhere.</summary>
internal sealed partial class LiteArticles
{
    public void SetUrl(long id, string url)
    {
        if (tables.Details.Change(id) is { } d)
            d["url"] = url;
        Change(id, article => article.Page is { } page ? article with { Page = page with { Host = Hosts.Of(url) } } : article);
    }

    public void Keep(EarlierVersion version)
    {
        BsonDocument d = new()
        {
            ["_id"] = RevisionId(version.ArticleId, version.Number),
            ["number"] = version.Number,
            ["at"] = version.At,
            ["reason"] = version.Reason,
        };
        d.Set("title", version.Title);
        d.Set("body", version.Body);
        if (version.Fields is { } fields)
            d["fields"] = new BsonDocument(fields.ToDictionary(field => field.Key, field => new BsonValue(field.Value)));
        tables.Revisions.Put(d);
        if (tables.Details.Change(version.ArticleId) is { } details)
            details["revisions"] = details.Int("revisions") + 1;
        tables.Counters = tables.Counters with { Revisions = tables.Counters.Revisions + 1 };
    }

    public void Revise(
        long id, string title, string? summary, IReadOnlyList<string>? authors, DateTimeOffset? modified, (int Words, bool Paywalled)? text)
    {
        if (tables.Details.Change(id) is not { } d)
            return;
        d["title"] = title;
        if (summary is not null)
            d["summary"] = summary;
        if (authors is not null)
            d.Set("authors", Fields.Value(authors));
        if (modified is { } at)
            d["modified"] = Fields.Value(at);
        if (text is not { } fresh)
            return;
        d["rung"] = (int)ExtractionRung.Feed;
        d["paywalled"] = fresh.Paywalled;
        Change(id, article => article with { Words = fresh.Words });
    }

    public void Revise(ArticleRevision revision)
    {
        if (tables.Details.Change(revision.ArticleId) is not { } d)
            return;
        SetContent(d, revision.Content);
        SetFate(d, revision.Fate, revision.FateReason);
        Change(revision.ArticleId, article => article with
        {
            Language = (int)(Language(revision.Content.Language) ?? 0),
            Words = revision.Content.WordCount,
        });
    }

    public void Write(long id, ReadContent c)
    {
        if (tables.Details.Change(id) is not { } d)
            return;
        SetContent(d, c with { Paywalled = c.Paywalled || d.Flag("paywalled") });
        SetDate(d, c.Published);
        Change(id, article => article with
        {
            Language = (int)(Language(c.Language) ?? 0),
            Published = c.Published.Instant.ToUnixTimeMilliseconds(),
            Words = c.WordCount,
        });
        if (c.SiteName is { } name)
            tables.Outlets.SetTitle(tables.Narrow(id)!.Outlet, name);
    }

    public Assignable? Assignable(long id)
    {
        if (tables.Narrow(id) is not { } article || tables.Details.Find(id) is not { } d)
            return null;
        return new Assignable(
            id, article.Outlet, tables.Outlets.Of(article.Outlet).Name, article.Language == 0 ? null : article.Language, article.Published,
            article.Story == 0 ? null : article.Story, article.IsVisible ? article.Sequence : null, d.Text("title")!, d.Texts("authors"),
            texts.Of(id, tables.Bodies.Find(id)?.Bytes("body")));
    }

    public long[] Assign(AssignCommit commit, Assignable article, long storyId, long sequence, long time)
    {
        var tags = WriteTags(article.Id, commit.Tags);
        Change(article.Id, narrow => narrow with
        {
            Story = storyId,
            CopyOf = commit.CopyOf ?? 0,
            CopyScore = commit.CopyScore,
            Sequence = sequence,
            FirstSequence = narrow.FirstSequence == 0 ? sequence : narrow.FirstSequence,
            Changed = time,
            Tags = tags,
            Waits = false,
        });
        return Array.ConvertAll(tags, tag => (long)tag);
    }

    public long[] Import(ImportedArticle article)
    {
        var a = article.Row.Article;
        var id = article.Index.Id;
        BsonDocument d = new()
        {
            ["_id"] = id,
            ["title"] = a.Title,
            ["confidence"] = a.Confidence,
            ["rung"] = (int)a.Rung,
            ["sightings"] = a.Sightings,
            ["revisions"] = a.Revisions,
        };
        d.Set("url", a.Url);
        d.Set("authors", Fields.Value(a.Authors));
        d.Set("modified", Fields.Value(a.Modified));
        d.Set("summary", a.Summary);
        d.Set("image", a.Image);
        d.Set("section", a.Section);
        SetEnclosures(d, a.Enclosures);
        SetFlags(d, a.Paywalled, a.LiveBlog);
        SetFate(d, a.ReadFate, a.ReadReason);
        SetDate(d, a.Published);
        tables.Details.Put(d, known: false);
        if (article.Row.Body is { } body)
            tables.Bodies.Put(new BsonDocument { ["_id"] = id, ["body"] = body }, known: false);
        if (a.OutletName is { } name)
            tables.Outlets.SetTitle((int)article.Index.OutletId, name);
        var tags = WriteTags(id, [.. a.TopicTags, .. a.Names]);
        tables.Set(new NarrowArticle
        {
            Id = id,
            Published = article.Index.Published,
            Seen = a.Seen.ToUnixTimeMilliseconds(),
            Changed = article.Changed,
            Outlet = (int)article.Index.OutletId,
            Language = (int)(article.Index.LanguageId ?? 0),
            Words = article.Row.Words,
            Key = article.Row.Key,
            Feed = (int)article.Feeds[0],
            OtherFeeds = [.. article.Feeds.Skip(1).Select(feed => (int)feed)],
            Story = article.StoryId,
            CopyOf = a.CopyOf ?? 0,
            CopyScore = a.CopyScore,
            Sequence = article.Sequence,
            FirstSequence = article.Sequence,
            Tags = tags,
        });
        return Array.ConvertAll(tags, tag => (long)tag);
    }

    private static void SetContent(BsonDocument d, ReadContent c)
    {
        d["title"] = c.Title;
        d.Set("authors", Fields.Value(c.Authors));
        d.Set("modified", Fields.Value(c.Modified?.Instant));
        d.Set("summary", c.Summary);
        d.Set("image", c.Image);
        d.Set("section", c.Section);
        d["rung"] = (int)c.Rung;
        d["confidence"] = c.Confidence;
        SetFlags(d, c.Paywalled, c.LiveBlog);
    }

    private static void SetFlags(BsonDocument d, bool paywalled, bool liveBlog)
    {
        d["paywalled"] = paywalled;
        d["live"] = liveBlog;
    }

    private static void SetFate(BsonDocument d, ReadFate fate, string? reason)
    {
        d["fate"] = (int)fate;
        d.Set("reason", reason);
    }

    /// <summary>The numbers of the tags are in memory, how often each is named stands beside, in the same order.</summary>
    private int[] WriteTags(long id, IReadOnlyList<Tag> tags)
    {
        Dictionary<int, int> counts = [];
        foreach (var tag in tags)
            counts[tables.Tags.Get(tag.Kind, tag.Name)] = tag.Count;
        tables.Details.Change(id)?.Set("tag_counts", Fields.Packed([.. counts.Values]));
        return [.. counts.Keys];
    }
}
