using Aggregator.Model;
using Aggregator.Sqlite.Engine;
using Aggregator.Stores;
using Aggregator.Writing;

namespace Aggregator.Sqlite.Tables;

/// <summary>What becomes of an article: read, revised, assigned, or brought whole from elsewhere.</summary>
internal sealed partial class ArticleTable
{
    public void SetUrl(long id, string url)
    {
        session.Execute("UPDATE article_details SET url = $2 WHERE id = $1", id, url);
        session.Execute("UPDATE unread SET host = $2 WHERE article_id = $1", id, Hosts.Of(url));
    }

    public void Keep(EarlierVersion version)
    {
        RevisionTable.Add(session, version);
        session.Execute("UPDATE article_details SET revisions = revisions + 1 WHERE id = $1", version.ArticleId);
    }

    public void Revise(
        long id, string title, string? summary, IReadOnlyList<string>? authors, DateTimeOffset? modified, (int Words, bool Paywalled)? text)
    {
        session.Execute(
            "UPDATE article_details SET title = $2, summary = coalesce($3, summary), authors = coalesce($4, authors), modified = coalesce($5, modified), "
                + "rung = coalesce($6, rung), paywalled = coalesce($7, paywalled) WHERE id = $1",
            id, title, summary, authors is null ? null : Columns.Json(authors), Columns.Ms(modified), text is null ? null : (long)ExtractionRung.Feed,
            text?.Paywalled);
        if (text is { } fresh)
            session.Execute("UPDATE articles SET words = $2 WHERE id = $1", id, fresh.Words);
    }

    public void Revise(ArticleRevision revision)
    {
        var c = revision.Content;
        session.Execute(
            """
            UPDATE article_details SET title = $2, authors = $3, modified = $4, summary = $5, image = $6, section = $7, rung = $8, confidence = $9,
                paywalled = $10, live_blog = $11, read_fate = $12, read_reason = $13
            WHERE id = $1
            """,
            revision.ArticleId, c.Title, Columns.Json(c.Authors), Columns.Ms(c.Modified?.Instant), c.Summary, c.Image, c.Section, (long)c.Rung, c.Confidence,
            c.Paywalled, c.LiveBlog, (long)revision.Fate, revision.FateReason);
        session.Execute("UPDATE articles SET language_id = $2, words = $3 WHERE id = $1", revision.ArticleId, Language(c.Language), c.WordCount);
    }

    public void Write(long id, ReadContent c)
    {
        session.Execute(
            """
            UPDATE article_details SET title = $2, authors = $3, published_offset = $4, published_precision = $5, published_source = $6, modified = $7,
                summary = $8, image = $9, section = $10, rung = $11, confidence = $12, paywalled = max(paywalled, $13), live_blog = $14
            WHERE id = $1
            """,
            id, c.Title, Columns.Json(c.Authors), (long)c.Published.Instant.Offset.TotalMinutes, (long)c.Published.Precision, c.Published.Source,
            Columns.Ms(c.Modified?.Instant), c.Summary, c.Image, c.Section, (long)c.Rung, c.Confidence, c.Paywalled, c.LiveBlog);
        session.Execute(
            "UPDATE articles SET language_id = $2, published = $3, words = $4 WHERE id = $1",
            id, Language(c.Language), Columns.Ms(c.Published.Instant), c.WordCount);
        if (c.SiteName is not null)
            session.Execute("UPDATE outlets SET name = $2 WHERE id = (SELECT outlet_id FROM articles WHERE id = $1) AND name IS NULL", id, c.SiteName);
    }

    public Assignable? Assignable(long id) => session.First(
        """
        SELECT a.id, a.outlet_id, o.domain, a.language_id, a.published, a.story_id, a.sequence, d.title, d.authors, b.body
        FROM articles a
        JOIN article_details d ON d.id = a.id
        JOIN outlets o ON o.id = a.outlet_id
        LEFT JOIN article_bodies b ON b.id = a.id
        WHERE a.id = $1
        """,
        row => new Assignable(
            row.GetInt64(0), row.GetInt64(1), row.GetString(2), row.NumberOrNull(3), row.GetInt64(4), row.NumberOrNull(5), row.NumberOrNull(6),
            row.GetString(7), Columns.List(row.TextOrNull(8)), texts.Of(row.GetInt64(0), row.Span(9))),
        id);

    public long[] Assign(AssignCommit commit, Assignable article, long storyId, long sequence, long time)
    {
        if (article.Sequence is not null)
            session.Execute("DELETE FROM article_tags WHERE article_id = $1", article.Id);
        var tags = WriteTags(article.Id, commit.Tags);
        session.Execute(
            """
            UPDATE articles SET story_id = $2, copy_of = $3, copy_score = $4, sequence = $5, first_sequence = coalesce(first_sequence, $5), changed = $6,
                tags = $7
            WHERE id = $1
            """,
            article.Id, storyId, commit.CopyOf, commit.CopyScore, sequence, time, TagList.Pack(tags));
        if (article.Sequence is null)
            CountQuarter(article.Published);
        session.Execute("DELETE FROM unassigned WHERE article_id = $1", article.Id);
        return tags;
    }

    public long[] Import(ImportedArticle article)
    {
        var a = article.Row.Article;
        var id = article.Index.Id;
        var tags = WriteTags(id, [.. a.TopicTags, .. a.Names]);
        session.Execute(
            """
            INSERT INTO articles (id, outlet_id, language_id, published, seen, changed, words, story_id, copy_of, copy_score, sequence, first_sequence,
                feed_id, shared, tags)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11, $12, $13, $14)
            """,
            id, article.Index.OutletId, article.Index.LanguageId, article.Index.Published, Columns.Ms(a.Seen), article.Changed, article.Row.Words,
            article.StoryId, a.CopyOf, a.CopyScore, article.Sequence, article.Feeds[0], article.Feeds.Length > 1, TagList.Pack(tags));
        session.Execute(
            """
            INSERT INTO article_details (id, key_hash, url, title, authors, published_offset, published_precision, published_source, modified, summary,
                image, section,
                read_fate, read_reason, rung, confidence, paywalled, live_blog, sightings, revisions, enclosures)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)
            """,
            id, article.Row.Key, a.Url, a.Title, Columns.Json(a.Authors), (long)a.Published.Instant.Offset.TotalMinutes, (long)a.Published.Precision,
            a.Published.Source,
            Columns.Ms(a.Modified), a.Summary, a.Image, a.Section, (long)a.ReadFate, a.ReadReason, (long)a.Rung, a.Confidence, a.Paywalled, a.LiveBlog,
            a.Sightings, a.Revisions, Columns.Json(a.Enclosures));
        if (article.Row.Body is { } body)
            session.Execute("INSERT INTO article_bodies (id, body) VALUES ($1, $2)", id, body);
        session.Execute("INSERT INTO article_keys (hash, article_id) VALUES ($1, $2)", article.Row.Key, id);
        if (a.OutletName is { } name)
            session.Execute("UPDATE outlets SET name = $2 WHERE domain = $1 AND name IS NULL", a.Outlet, name);
        CountQuarter(article.Index.Published);
        return tags;
    }

    private void CountQuarter(long published) => session.Execute(
        "INSERT INTO quarters (quarter, articles) VALUES ($1, 1) ON CONFLICT (quarter) DO UPDATE SET articles = articles + 1",
        QuarterHours.Of(published));

    private long[] WriteTags(long id, IReadOnlyList<Tag> tags)
    {
        var ids = new long[tags.Count];
        for (var i = 0; i < ids.Length; i++)
        {
            ids[i] = dictionaries.Tag(session, tags[i].Kind, tags[i].Name);
            session.Execute("INSERT OR REPLACE INTO article_tags (article_id, tag_id, count) VALUES ($1, $2, $3)", id, ids[i], tags[i].Count);
        }

        return ids;
    }
}
