using Aggregator.Model;
using Aggregator.Sqlite.Engine;
using Aggregator.Stores;

namespace Aggregator.Sqlite.Tables;

/// <summary>Loads articles by id, many with a handful of statements.</summary>
internal static class ArticleRows
{
    private const string Fields = """
        a.id, d.url, d.title, o.domain, o.name, d.authors, a.published, d.published_offset, d.published_precision, d.published_source,
        a.seen, d.modified, a.changed, l.tag, d.summary, d.image, d.section, a.words, d.read_fate, d.read_reason, d.rung, d.confidence,
        d.paywalled, d.live_blog, a.story_id, a.copy_of, a.copy_score, d.sightings, d.revisions, a.sequence,
        a.shared, f.category, f.site_id, f.site_title, f.site_link, d.enclosures
        """;

    private const string Joins = """
        JOIN articles a ON a.id = j.value
        JOIN article_details d ON d.id = a.id
        JOIN outlets o ON o.id = a.outlet_id
        JOIN feeds f ON f.id = a.feed_id
        LEFT JOIN languages l ON l.id = a.language_id
        """;

    /// <summary>The articles in the order of their ids given; those that are not visible are left out.</summary>
    public static List<ArticleRow> Load(Session session, IReadOnlyList<long> ids, bool withText)
    {
        if (ids.Count == 0)
            return [];
        var json = "[" + Columns.Numbers(ids) + "]";
        var tags = session.List(
            """
            SELECT x.article_id, t.kind, t.name, x.count FROM json_each($1) j CROSS JOIN article_tags x ON x.article_id = j.value JOIN tags t ON t.id = x.tag_id
            ORDER BY x.count DESC, t.name
            """,
            row => (Id: row.GetInt64(0), Tag: new Tag(row.GetString(1), row.GetString(2), row.GetInt32(3))), json).ToLookup(tag => tag.Id, tag => tag.Tag);
        var rows = session.List(
            withText
                ? $"SELECT {Fields}, b.body FROM json_each($1) j {Joins} LEFT JOIN article_bodies b ON b.id = a.id WHERE a.sequence IS NOT NULL"
                : $"SELECT {Fields} FROM json_each($1) j {Joins} WHERE a.sequence IS NOT NULL",
            row => Read(row, withText, tags), json).ToDictionary(row => row.Id);
        AddSharedCategories(session, rows);
        return [.. ids.Select(rows.GetValueOrDefault).OfType<ArticleRow>()];
    }

    /// <summary>Most articles are named by one feed, whose category came with the row; for the others all sightings are looked through.</summary>
    private static void AddSharedCategories(Session session, Dictionary<long, ArticleRow> rows)
    {
        long[] shared = [.. rows.Values.Where(row => row.Categories.Count == 0).Select(row => row.Id)];
        if (shared.Length == 0)
            return;
        var categories = session.List(
            """
            SELECT DISTINCT s.article_id, f.category FROM json_each($1) j CROSS JOIN sightings s ON s.article_id = j.value JOIN feeds f ON f.id = s.feed_id
            ORDER BY f.category
            """,
            row => (Id: row.GetInt64(0), Category: row.GetString(1)), "[" + Columns.Numbers(shared) + "]")
                .ToLookup(category => category.Id, category => category.Category);
        foreach (var id in shared)
            rows[id] = rows[id] with { Categories = [.. categories[id]] };
    }

    /// <summary>A claimed date over four columns: instant, offset in minutes, precision, source.</summary>
    public static ClaimedDate Date(Row row, int column) => new(
        row.TimeAt(column).ToOffset(TimeSpan.FromMinutes(row.GetInt64(column + 1))), (DatePrecision)row.GetInt32(column + 2), row.GetString(column + 3));

    private static ArticleRow Read(Row row, bool withText, ILookup<long, Tag> tags)
    {
        var id = row.GetInt64(0);
        (var text, var html) = withText ? TextCodec.UnpackBoth(row.Span(36)) : ("", "");
        Tag[] topics = [.. tags[id].Where(tag => tag.Kind == "topic")];
        return new ArticleRow
        {
            Id = id,
            Url = row.TextOrNull(1),
            Title = row.GetString(2),
            Outlet = row.GetString(3),
            OutletName = row.TextOrNull(4),
            Authors = Columns.List(row.TextOrNull(5)),
            Published = Date(row, 6),
            Seen = row.TimeAt(10),
            Modified = row.TimeOrNull(11),
            Changed = row.TimeAt(12),
            Language = row.TextOrNull(13),
            Summary = row.TextOrNull(14),
            Text = text,
            ContentHtml = html,
            Image = row.TextOrNull(15),
            Enclosures = Columns.Enclosures(row.TextOrNull(35)),
            Section = row.TextOrNull(16),
            WordCount = row.GetInt32(17),
            ReadFate = (ReadFate)row.GetInt32(18),
            ReadReason = row.TextOrNull(19),
            Rung = (ExtractionRung)row.GetInt32(20),
            Confidence = row.GetDouble(21),
            Paywalled = row.Flag(22),
            LiveBlog = row.Flag(23),
            StoryId = row.GetInt64(24),
            CopyOf = row.NumberOrNull(25),
            CopyScore = row.RealOrNull(26),
            Sightings = row.GetInt32(27),
            Revisions = row.GetInt32(28),
            Sequence = row.GetInt64(29),
            TopicTags = topics,
            Topics = [.. topics.Select(tag => tag.Name)],
            Names = [.. tags[id].Where(tag => tag.Kind != "topic")],
            Categories = row.Flag(30) ? [] : [row.GetString(31)],
            Source = new ArticleSource(row.TextOrNull(32), row.TextOrNull(33), row.TextOrNull(34)),
        };
    }
}
