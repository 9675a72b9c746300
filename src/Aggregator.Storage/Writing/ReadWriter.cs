using Aggregator.Model;
using Aggregator.Stores;
using Aggregator.Urls;

namespace Aggregator.Writing;

/// <summary>Stores what reading an article's page brought, and hands the article on to assignment.</summary>
internal static class ReadWriter
{
    public static void Commit(ITables tables, IReadOnlyList<ReadCommit> commits, DateTimeOffset now)
    {
        foreach (var commit in commits)
        {
            // A commit that comes twice finds its article gone from the queue.
            if (!tables.Articles.IsUnread(commit.Id))
                continue;
            if (commit.RetryAt is { } retry)
                tables.Articles.PutBack(commit, retry);
            else
                Finish(tables, commit, now);
        }
    }

    private static void Finish(ITables tables, ReadCommit commit, DateTimeOffset now)
    {
        var id = commit.Id;
        if (commit.Doubt is { } doubt && RepeatedTexts.Find(tables, id, doubt) is { Count: > 0 } others)
        {
            foreach (var taken in others)
                TakeBack(tables, taken, doubt);
            commit = commit with { Fate = ReadFate.NotAnArticle, Reason = RepeatedTexts.Reason, Content = null };
        }

        if (commit.Content?.CanonicalKey is { } canonical && Claimed(tables.Articles, id, canonical) is { } other)
        {
            var why = new Decision(DecisionKinds.Identity, "canonical-of-page", null, null, [$"the page names {canonical} as its canonical address"], id);
            Merge(tables, id, other, why, now);
            return;
        }

        tables.Articles.EndReading(commit);
        if (commit.Content is { } content)
        {
            Write(tables, id, content);
            id = MoveToItsSecond(tables.Articles, id, content);
        }

        if (commit.Doubt is { } doubtful)
            RepeatedTexts.Remember(tables.Doubts, id, doubtful, commit.Content?.Text);
        if (commit.Page is { } page)
            tables.Articles.KeepPage(id, page);
        tables.Articles.Enqueue(id);
    }

    /// <summary>
    /// Gives an article that took a wall's text what its feed said, unless it has another text since; a visible one as a revision. Its date stays: it waits to
    /// be assigned under its id, or has been.
    /// </summary>
    private static void TakeBack(ITables tables, TakenText taken, DoubtfulPage page)
    {
        var id = taken.ArticleId;
        if (taken.ByFeed is not { } byFeed || !page.Is(tables.Articles.Body(id).Text))
            return;
        tables.Doubts.Forget(id);
        var (_, title, published) = tables.Articles.Traits(id);
        var content = byFeed with { Title = title, Published = published };
        if (tables.Articles.IsVisible(id))
        {
            PageReviser.Revise(tables, new ArticleRevision(id, content, ReadFate.NotAnArticle, RepeatedTexts.Reason,
                new Dictionary<string, string?>(), RepeatedTexts.Reason, page.ReadAt));
            return;
        }

        tables.Articles.SetFate(id, ReadFate.NotAnArticle, RepeatedTexts.Reason);
        Write(tables, id, content);
    }

    /// <summary>Gives an article that nobody has seen the id of its true publication time.</summary>
    private static long MoveToItsSecond(IArticleTable articles, long id, ReadContent content)
    {
        var published = content.Published.Instant.ToUnixTimeMilliseconds();
        if (ArticleIds.SameSecond(id, published))
            return id;
        var fresh = FreeIds.Moved(articles, id, published);
        articles.Rekey(id, fresh);
        return fresh;
    }

    /// <summary>The other article that has the canonical key; when nobody has it, it becomes one more key of this one.</summary>
    private static long? Claimed(IArticleTable articles, long id, string canonical)
    {
        // Several articles may have one address; that a page names its own address says nothing of which of them it is.
        (var url, _, _) = articles.Traits(id);
        if (url is not null && UrlCanonicalizer.Canonicalize(url)?.Key == canonical)
            return null;
        var hash = Keys.Hash(canonical);
        var owner = articles.ByKey(hash);
        if (owner is null)
            articles.AddKey(hash, id);
        return owner == id ? null : owner;
    }

    private static void Write(ITables tables, long id, ReadContent content)
    {
        (_, var old, _) = tables.Articles.Traits(id);
        if (old != content.Title)
            tables.Sightings.KeepTitles(id, old);
        tables.Articles.Write(id, content);
        if (content.Text is { } text)
            tables.Articles.WriteBody(id, text, content.ContentHtml ?? "");
    }

    /// <summary>Makes <paramref name="id"/>, which nobody has seen, one more name of the article <paramref name="other"/>.</summary>
    private static void Merge(ITables tables, long id, long other, Decision why, DateTimeOffset now)
    {
        tables.Sightings.Hand(id, other);
        foreach (var decision in tables.Decisions.Of(id))
            tables.Decisions.Append(other, decision);
        tables.Decisions.Append(other, why);
        tables.Articles.Absorb(id, other);
        // Its sightings, and perhaps its categories, are now more: a visible change.
        if (tables.Articles.IsVisible(other))
            tables.Articles.SetSequence(other, tables.NextSequence(), tables.ChangeTime(now));
    }
}
