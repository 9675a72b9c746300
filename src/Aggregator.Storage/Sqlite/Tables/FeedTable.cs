using Aggregator.Model;
using Aggregator.Sqlite.Engine;
using Aggregator.Stores;

namespace Aggregator.Sqlite.Tables;

/// <summary>The list of feeds and who may change it: the file owns its feeds, a person owns those added by hand.</summary>
internal static class FeedTable
{
    public static FeedSync Sync(Session session, IReadOnlyList<FeedDefinition> feeds, Func<int, DateTimeOffset> firstPoll)
    {
        int added = 0, updated = 0, removed = 0;
        HashSet<string> listed = new(StringComparer.Ordinal);
        for (var i = 0; i < feeds.Count; i++)
        {
            var wanted = feeds[i];
            if (!listed.Add(wanted.Url))
                continue;
            var known = ByUrl(session, wanted.Url);
            if (known is null)
            {
                Insert(session, wanted, firstPoll(i), byHand: false);
                added++;
            }
            else
            {
                if (known.Removed || known.Definition != wanted)
                    updated++;
                Write(session, known.Id, wanted, byHand: false);
            }
        }

        foreach (var feed in session.List(FeedRows.Select + " WHERE removed = 0 AND by_hand = 0", FeedRows.Read))
        {
            if (listed.Contains(feed.Definition.Url))
                continue;
            Remove(session, feed.Id);
            removed++;
        }

        FeedMerge.Run(session);
        return new FeedSync(added, updated, removed);
    }

    public static Feed Add(Session session, FeedDefinition definition, DateTimeOffset firstPoll)
    {
        var known = ByUrl(session, definition.Url);
        if (known is { Removed: false })
            return known;
        var id = known?.Id ?? Insert(session, definition, firstPoll, byHand: true);
        if (known is not null)
            Write(session, id, definition, byHand: true);
        FeedMerge.Run(session);
        return ById(session, id)!;
    }

    /// <exception cref="InvalidOperationException">Another feed has the new address.</exception>
    public static Feed? Update(Session session, long id, FeedDefinition definition)
    {
        var known = ById(session, id);
        if (known is null)
            return null;
        if (ByUrl(session, definition.Url) is { } other && other.Id != id)
            throw new InvalidOperationException($"Feed {other.Id} has the address {definition.Url} already.");
        session.Execute("UPDATE feeds SET url = $2 WHERE id = $1", id, definition.Url);
        if (known.Definition.Url != definition.Url)
        {
            // a feed that was gone has no next poll: at its new address it is due at once
            session.Execute(
                """
                UPDATE feeds SET current_url = $2, next_poll_at = CASE gone WHEN 1 THEN 0 ELSE next_poll_at END, gone = 0, merged_into = NULL, failures =
                    0, failing_since = NULL,
                    redirect_to = NULL, redirect_since = NULL, redirect_sightings = 0
                WHERE id = $1
                """,
                id, definition.Url);
        }

        Write(session, id, definition, byHand: null);
        FeedMerge.Run(session);
        return ById(session, id);
    }

    public static bool Remove(Session session, long id)
    {
        var removed = session.Execute("UPDATE feeds SET removed = 1 WHERE id = $1 AND removed = 0", id) > 0;
        FeedMerge.Release(session);
        return removed;
    }

    /// <summary>Whoever asks for a poll of a feed that is gone wants to know whether it has come back (fetching.md rule 10).</summary>
    public static bool Schedule(Session session, long id, DateTimeOffset at, string reason) =>
        session.Execute("UPDATE feeds SET next_poll_at = $2, next_poll_reason = $3, gone = 0 WHERE id = $1 AND removed = 0", id, Columns.Ms(at), reason) > 0;

    public static Feed? ById(Session session, long id) => session.First(FeedRows.Select + " WHERE id = $1", FeedRows.Read, id);

    public static List<Feed> All(Session session) => session.List(FeedRows.Select + " ORDER BY id", FeedRows.Read);

    public static List<FetchRecord> History(Session session, long feedId, int limit) => session.List(
        """
        SELECT at, fate, status, conditional, bytes_on_wire, bytes_decoded, milliseconds, entries, new, changed, error, next_poll_at, next_poll_reason,
            validators_changed
        FROM fetches WHERE feed_id = $1
        ORDER BY at DESC, ((SELECT polls FROM feeds WHERE id = $1) - place - 1) % 50 LIMIT $2
        """,
        FeedRows.ReadFetch, feedId, Math.Max(0, limit));

    private static Feed? ByUrl(Session session, string url) => session.First(FeedRows.Select + " WHERE url = $1", FeedRows.Read, url);

    private static long Insert(Session session, FeedDefinition definition, DateTimeOffset firstPoll, bool byHand)
    {
        var id = session.Number(
            "INSERT INTO feeds (url, current_url, title, category, by_hand, next_poll_at, next_poll_reason) VALUES ($1, $1, '', '', $2, $3, 'new') "
                + "RETURNING id",
            definition.Url, byHand, Columns.Ms(firstPoll))!.Value;
        Write(session, id, definition, byHand: null);
        return id;
    }

    private static void Write(Session session, long id, FeedDefinition d, bool? byHand) => session.Execute(
        """
        UPDATE feeds SET title = $2, category = $3, interval = $4, full_text = $5, language = $6, disabled = $7, removed = 0, by_hand = coalesce($8, by_hand),
            reader = $9, cron = $10, cron_zone = $11, quiet_hours = $12
        WHERE id = $1
        """,
        id, d.Title, d.Category, Columns.Ms(d.Interval), (long)d.FullText, d.Language, d.Disabled, byHand, (long?)d.Reader, d.Cron, d.CronZone, d.QuietHours);
}
