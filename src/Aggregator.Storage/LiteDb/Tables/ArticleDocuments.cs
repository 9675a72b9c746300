using Aggregator.LiteDb.Engine;
using Aggregator.Model;
using Aggregator.Stores;
using LiteDB;

namespace Aggregator.LiteDb.Tables;

/// <summary>Articles as they are served, of memory and documents, as committed.</summary>
internal static class ArticleDocuments
{
    public static ClaimedDate Date(BsonDocument details, long published) => new(
        DateTimeOffset.FromUnixTimeMilliseconds(published).ToOffset(TimeSpan.FromMinutes(details.Int("offset"))), (DatePrecision)details.Int("precision"),
        details.Text("source")!);

    public static IReadOnlyList<Enclosure> Enclosures(BsonDocument details) =>
        [.. details.List("enclosures").Select(d => new Enclosure(d.Text("url")!, d.Text("type"), d.Number("length")))];

    public static BsonDocument Document(Enclosure file)
    {
        BsonDocument d = new() { ["url"] = file.Url };
        d.Set("type", file.Type);
        d.Set("length", Fields.Value(file.Length));
        return d;
    }

    /// <summary>The articles in the order of their ids given; those that are not visible are left out.</summary>
    public static List<ArticleRow> Load(LiteTables tables, IEnumerable<long> ids, bool withText, CancellationToken cancellation = default)
    {
        List<NarrowArticle> articles = [.. ids.Select(tables.Committed.Find).OfType<NarrowArticle>().Where(article => article.IsVisible)];
        long[] known = [.. articles.Select(article => article.Id).Distinct()];
        var details = ManyDocuments.Read(tables, tables.Details.Collection, known);
        var bodies = withText ? ManyDocuments.Read(tables, tables.Bodies.Collection, known) : [];
        cancellation.ThrowIfCancellationRequested();
        return [.. articles.Where(article => details.ContainsKey(article.Id))
            .Select(article => Read(tables, article, details[article.Id], bodies.GetValueOrDefault(article.Id)))];
    }

    public static List<RevisionRow> Revisions(LiteTables tables, long articleId)
    {
        var count = tables.Details.Collection.FindById(articleId)?.Int("revisions") ?? 0;
        return [.. Enumerable.Range(1, count)
            .Select(number => tables.Revisions.Collection.FindById(LiteArticles.RevisionId(articleId, number)))
            .OfType<BsonDocument>()
            .DistinctBy(d => d["_id"])
            .Select(Revision)
            .OrderBy(revision => revision.Number)];
    }

    public static List<SightingRow> Sightings(LiteTables tables, long articleId)
    {
        if (tables.Details.Collection.FindById(articleId) is not { } details)
            return [];
        return [.. details.Longs("named")
            .Select(id => tables.Named.Collection.FindById(id))
            .OfType<BsonDocument>()
            .OrderBy(d => d.Long("seen"))
            .ThenByDescending(d => d.Flag("first"))
            .ThenBy(d => d.Long("feed"))
            .Select(d => Sighting(tables, d, details))];
    }

    private static SightingRow Sighting(LiteTables tables, BsonDocument d, BsonDocument details)
    {
        var link = d.Text("link") is { } own ? own.Length > 0 ? own : null : details.Text("url");
        return new SightingRow(
            d.Long("feed"), tables.KnownFeeds.Committed(d.Long("feed"))?.Definition.Title ?? "", d.Text("entry") ?? link ?? "", link,
            d.Text("title") ?? details.Text("title"), d.Time("seen"));
    }

    private static RevisionRow Revision(BsonDocument d) => new(
        d.Int("number"), d.Time("at"), d.Text("title"), d["body"].IsBinary ? TextCodec.UnpackText(d.Bytes("body")) : null, d.Text("reason")!,
        d["fields"] is { IsDocument: true } fields
            ? fields.AsDocument.GetElements().ToDictionary(field => field.Key, string? (field) => field.Value.AsString)
            : null);

    /// <param name="body">Null where the article has no text, or none is asked for.</param>
    private static ArticleRow Read(LiteTables tables, NarrowArticle article, BsonDocument d, BsonDocument? body)
    {
        (var text, var html) = body is null ? ("", "") : TextCodec.UnpackBoth(body.Bytes("body"));
        Tag[] tags = [.. article.Tags.Zip(d.Ints("tag_counts"), (tag, count) => new Tag(tables.Tags[tag].Kind, tables.Tags[tag].Name, count))
            .OrderByDescending(tag => tag.Count)
            .ThenBy(tag => tag.Name, StringComparer.Ordinal)];
        Tag[] topics = [.. tags.Where(tag => tag.Kind == "topic")];
        var outlet = tables.Outlets[article.Outlet];
        var source = tables.KnownFeeds.Committed(article.Feed)?.State;
        return new ArticleRow
        {
            Id = article.Id,
            Url = d.Text("url"),
            Title = d.Text("title")!,
            Outlet = outlet.Name,
            OutletName = outlet.Title,
            Authors = d.Texts("authors"),
            Published = Date(d, article.Published),
            Seen = DateTimeOffset.FromUnixTimeMilliseconds(article.Seen),
            Modified = d.TimeOrNull("modified"),
            Changed = DateTimeOffset.FromUnixTimeMilliseconds(article.Changed),
            Language = article.Language == 0 ? null : tables.Languages[article.Language].Name,
            Summary = d.Text("summary"),
            Text = text,
            ContentHtml = html,
            Image = d.Text("image"),
            Enclosures = Enclosures(d),
            Section = d.Text("section"),
            WordCount = article.Words,
            ReadFate = (ReadFate)d.Int("fate"),
            ReadReason = d.Text("reason"),
            Rung = (ExtractionRung)d.Int("rung"),
            Confidence = d.Real("confidence") ?? 0,
            Paywalled = d.Flag("paywalled"),
            LiveBlog = d.Flag("live"),
            StoryId = article.Story,
            CopyOf = article.CopyOf == 0 ? null : article.CopyOf,
            CopyScore = article.CopyScore,
            Sightings = d.Int("sightings"),
            Revisions = d.Int("revisions"),
            Sequence = article.Sequence,
            TopicTags = topics,
            Topics = [.. topics.Select(tag => tag.Name)],
            Names = [.. tags.Where(tag => tag.Kind != "topic")],
            Categories = Categories(tables, article),
            Source = source is null ? ArticleSource.Unknown : new ArticleSource(source.SiteId, source.SiteTitle, source.SiteLink),
        };
    }

    /// <summary>Of the feeds that named the article, each once.</summary>
    public static string[] Categories(LiteTables tables, NarrowArticle article)
    {
        var first = tables.KnownFeeds.Committed(article.Feed)?.Definition.Category ?? "";
        return article.OtherFeeds.Length == 0
            ? [first]
            : [.. article.OtherFeeds.Select(feed => tables.KnownFeeds.Committed(feed)?.Definition.Category ?? "").Append(first).Distinct()
                .Order(StringComparer.Ordinal)];
    }
}
