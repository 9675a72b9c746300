using Aggregator.Model;
using Aggregator.Sqlite.Engine;
using Aggregator.Sqlite.Tables;
using Aggregator.Stores;
using Aggregator.Urls;

namespace Aggregator.Sqlite.Writing;

/// <summary>Stores what reading an article's page brought, and hands the article on to assignment.</summary>
internal sealed class ReadWriter(Dictionaries dictionaries, Claims claims, TimeProvider time)
{
    public void Commit(Session session, IReadOnlyList<ReadCommit> commits)
    {
        foreach (var commit in commits)
        {
            claims.ReleaseArticle(commit.Id);
            // A commit that comes twice finds its article gone from the queue.
            if (session.Number("SELECT 1 FROM unread WHERE article_id = $1", commit.Id) is null)
                continue;
            if (commit.RetryAt is { } retry)
                PutBack(session, commit, retry);
            else
                Finish(session, commit);
        }
    }

    private static void PutBack(Session session, ReadCommit commit, DateTimeOffset retry)
    {
        session.Execute("UPDATE unread SET next_at = $2, attempts = attempts + 1 WHERE article_id = $1", commit.Id, Columns.Ms(retry));
        session.Execute("UPDATE article_details SET read_fate = $2, read_reason = $3 WHERE id = $1", commit.Id, (long)commit.Fate, commit.Reason);
    }

    private void Finish(Session session, ReadCommit commit)
    {
        if (commit.Doubt is { } doubt && RepeatedTexts.Find(session, commit.Id, doubt) is { Count: > 0 } others)
        {
            foreach (var taken in others)
                TakeBack(session, taken, doubt);
            commit = commit with { Fate = ReadFate.NotAnArticle, Reason = RepeatedTexts.Reason, Content = null };
        }

        if (commit.Content?.CanonicalKey is { } canonical && Claimed(session, commit.Id, canonical) is { } other)
        {
            var why = new Decision(
                DecisionTable.Identity, "canonical-of-page", null, null, [$"the page names {canonical} as its canonical address"], commit.Id);
            ArticleTable.Merge(session, commit.Id, other, why, time.GetUtcNow());
            return;
        }

        session.Execute("DELETE FROM unread WHERE article_id = $1", commit.Id);
        session.Execute("UPDATE article_details SET read_fate = $2, read_reason = $3 WHERE id = $1", commit.Id, (long)commit.Fate, commit.Reason);
        var id = commit.Id;
        if (commit.Content is { } content)
        {
            Write(session, id, content);
            var published = Columns.Ms(content.Published.Instant);
            if (!ArticleIds.SameSecond(id, published))
                id = ArticleTable.Rekey(session, id, published);
        }

        if (commit.Doubt is { } doubtful)
            RepeatedTexts.Remember(session, id, doubtful, commit.Content?.Text);
        if (commit.Page is { } page)
            PageTable.Keep(session, id, page);
        session.Execute("INSERT OR IGNORE INTO unassigned (article_id) VALUES ($1)", id);
    }

    /// <summary>Gives an article that took a wall's text what its feed said, unless it has another text since; a visible one as a revision.</summary>
    private void TakeBack(Session session, TakenText taken, DoubtfulPage page)
    {
        if (taken.ByFeed is not { } byFeed || !page.Is(ArticleTable.ReadBody(session, taken.ArticleId).Text))
            return;
        RepeatedTexts.Forget(session, taken.ArticleId);
        var (title, sequence) = session.First(
            "SELECT d.title, a.sequence FROM articles a JOIN article_details d ON d.id = a.id WHERE a.id = $1",
            row => (row.GetString(0), row.NumberOrNull(1)), taken.ArticleId);
        var content = byFeed with { Title = title };
        if (sequence is not null)
        {
            PageReviser.Revise(session, dictionaries, new ArticleRevision(taken.ArticleId, content, ReadFate.NotAnArticle, RepeatedTexts.Reason,
                new Dictionary<string, string?>(), RepeatedTexts.Reason, page.ReadAt));
            return;
        }

        session.Execute(
            "UPDATE article_details SET read_fate = $2, read_reason = $3 WHERE id = $1", taken.ArticleId, (long)ReadFate.NotAnArticle, RepeatedTexts.Reason);
        Write(session, taken.ArticleId, content);
        var published = Columns.Ms(content.Published.Instant);
        if (!ArticleIds.SameSecond(taken.ArticleId, published))
            ArticleTable.Rekey(session, taken.ArticleId, published);
    }

    /// <summary>The other article that has the canonical key; when nobody has it, it becomes one more key of this one.</summary>
    private static long? Claimed(Session session, long id, string canonical)
    {
        // Several articles may have one address; that a page names its own address says nothing of which of them it is.
        var url = session.Text("SELECT url FROM article_details WHERE id = $1", id);
        if (url is not null && UrlCanonicalizer.Canonicalize(url)?.Key == canonical)
            return null;
        var hash = Keys.Hash(canonical);
        var owner = session.Number("SELECT article_id FROM article_keys WHERE hash = $1", hash);
        if (owner is null)
            session.Execute("INSERT INTO article_keys (hash, article_id, extra) VALUES ($1, $2, 1)", hash, id);
        return owner == id ? null : owner;
    }

    private void Write(Session session, long id, ReadContent c)
    {
        var old = session.Text("SELECT title FROM article_details WHERE id = $1", id)!;
        if (old != c.Title)
            Sightings.KeepTitles(session, id, old);
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
            id, dictionaries.Language(session, c.Language), Columns.Ms(c.Published.Instant), c.WordCount);
        if (c.Text is { } text)
            ArticleTable.WriteBody(session, id, text, c.ContentHtml ?? "");
        if (c.SiteName is not null)
            session.Execute("UPDATE outlets SET name = $2 WHERE id = (SELECT outlet_id FROM articles WHERE id = $1) AND name IS NULL", id, c.SiteName);
    }
}
