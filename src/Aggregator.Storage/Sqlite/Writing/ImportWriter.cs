using Aggregator.Model;
using Aggregator.Sqlite.Engine;
using Aggregator.Sqlite.Tables;
using Aggregator.Stores;

namespace Aggregator.Sqlite.Writing;

/// <summary>
/// Writes articles that were assigned elsewhere: rows, index, story and sequence number at once, without queues. One batch is one
/// transaction, so an import that is cut short leaves whole articles and can be run again.
/// </summary>
internal sealed class ImportWriter(Session session, Dictionaries dictionaries, bool keepNumbers, DateTimeOffset now)
{
    // Keeps the index as it is after quiet hours. A batch of 500 gives some 300 pages; each is merged once at each of three sizes, and once more to spare.
    private const int MergedPages = 1200;
    private const long QuarterHour = 15 * 60 * 1000;

    private readonly ImportFeeds _feeds = new(session);
    private readonly Dictionary<long, int> _quarters = [];
    private readonly HashSet<long> _joined = [];
    private readonly List<IndexEntry> _index = [];
    private readonly long _now = Sequence.Time(session, now);
    private long _sequence;
    private long _newest;

    /// <param name="keepNumbers">Sequence numbers that the rows bring stay, with their times: right only for a store that had none.</param>
    public static ImportOutcome Write(Session session, Dictionaries dictionaries, PackedRow[] rows, bool keepNumbers, DateTimeOffset now) =>
        new ImportWriter(session, dictionaries, keepNumbers, now).Write(rows);

    private ImportOutcome Write(PackedRow[] rows)
    {
        var added = 0;
        _sequence = Sequence.Newest(session);
        foreach (var row in rows)
        {
            if (session.Number("SELECT 1 FROM article_keys WHERE hash = $1", row.Key) is not null)
                continue;
            Add(row);
            added++;
        }

        foreach ((var quarter, var count) in _quarters)
        {
            session.Execute("INSERT INTO quarters (quarter, articles) VALUES ($1, $2) ON CONFLICT (quarter) DO UPDATE SET articles = articles + $2", quarter,
                count);
        }

        foreach (var story in _joined)
            ImportStories.Refresh(session, story);
        Sequence.Raise(session, _sequence, _newest);
        ArticleIndex.Write(session, _index);
        ArticleIndex.Merge(session, MergedPages);
        return new ImportOutcome(added, rows.Length - added);
    }

    private void Add(PackedRow row)
    {
        var a = row.Article;
        var published = Columns.Ms(a.Published.Instant);
        var free = a.Id > 0 && session.Number("SELECT 1 FROM articles WHERE id = $1", a.Id) is null;
        var id = free ? a.Id : FreeIds.Next(session, published);
        var story = a.StoryId == 0 || a.StoryId == a.Id ? id : StoryTable.Resolve(session, a.StoryId);
        var numbered = keepNumbers && a.Sequence > 0;
        var sequence = numbered ? a.Sequence : _sequence + 1;
        _sequence = Math.Max(_sequence, sequence);
        var changed = numbered ? Columns.Ms(a.Changed) : _now;
        _newest = Math.Max(_newest, changed);
        var feeds = _feeds.Of(a.Categories);
        var tags = WriteTags(id, a);
        Assignable index = new(
            id, dictionaries.Outlet(session, a.Outlet), a.Outlet, dictionaries.Language(session,
                a.Language), published, null, sequence, a.Title, a.Authors, a.Text);
        session.Execute(
            """
            INSERT INTO articles (id, outlet_id, language_id, published, seen, changed, words, story_id, copy_of, copy_score, sequence, first_sequence,
                feed_id, shared, tags)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11, $12, $13, $14)
            """,
            id, index.OutletId, index.LanguageId, published, Columns.Ms(a.Seen), changed, row.Words, story, a.CopyOf, a.CopyScore, sequence,
            feeds[0],
            feeds.Length > 1, TagList.Pack(tags));
        WriteDetails(id, row);
        WriteSightings(id, row, feeds);
        _index.Add(new IndexEntry(index, tags, IsCopy: a.CopyOf is not null, Again: false));
        if (!ImportStories.Open(session, story, id, a, sequence, changed))
            _joined.Add(story);
        var quarter = (long)Math.Floor(published / (double)QuarterHour);
        _quarters[quarter] = _quarters.GetValueOrDefault(quarter) + 1;
    }

    private void WriteDetails(long id, PackedRow row)
    {
        var a = row.Article;
        session.Execute(
            """
            INSERT INTO article_details (id, key_hash, url, title, authors, published_offset, published_precision, published_source, modified, summary,
                image, section,
                read_fate, read_reason, rung, confidence, paywalled, live_blog, sightings, revisions, enclosures)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)
            """,
            id, row.Key, a.Url, a.Title, Columns.Json(a.Authors), (long)a.Published.Instant.Offset.TotalMinutes, (long)a.Published.Precision,
            a.Published.Source,
            Columns.Ms(a.Modified), a.Summary, a.Image, a.Section, (long)a.ReadFate, a.ReadReason, (long)a.Rung, a.Confidence, a.Paywalled, a.LiveBlog,
            a.Sightings, a.Revisions, Columns.Json(a.Enclosures));
        if (row.Body is { } body)
            session.Execute("INSERT INTO article_bodies (id, body) VALUES ($1, $2)", id, body);
        session.Execute("INSERT INTO article_keys (hash, article_id) VALUES ($1, $2)", row.Key, id);
        if (a.OutletName is { } name)
            session.Execute("UPDATE outlets SET name = $2 WHERE domain = $1 AND name IS NULL", a.Outlet, name);
    }

    private void WriteSightings(long id, PackedRow row, long[] feeds)
    {
        for (var i = 0; i < feeds.Length; i++)
        {
            session.Execute(
                "INSERT INTO sightings (feed_id, key_hash, article_id, content_hash, seen, first) VALUES ($1, $2, $3, x'', $4, $5)",
                feeds[i], row.Key, id, Columns.Ms(row.Article.Seen), i == 0);
        }

        session.Execute(
            "INSERT INTO decisions (article_id, number, kind, rule, evidence) VALUES ($1, 1, 'identity', 'imported', '[\"came with an import; "
                + "earlier decisions stayed where it came from\"]')", id);
    }

    private long[] WriteTags(long id, ArticleRow article)
    {
        Tag[] tags = [.. article.TopicTags, .. article.Names];
        var ids = new long[tags.Length];
        for (var i = 0; i < tags.Length; i++)
        {
            ids[i] = dictionaries.Tag(session, tags[i].Kind, tags[i].Name);
            session.Execute("INSERT OR REPLACE INTO article_tags (article_id, tag_id, count) VALUES ($1, $2, $3)", id, ids[i], tags[i].Count);
        }

        return ids;
    }
}
