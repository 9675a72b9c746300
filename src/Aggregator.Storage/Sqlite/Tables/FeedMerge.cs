using Aggregator.Sqlite.Engine;

namespace Aggregator.Sqlite.Tables;

/// <summary>
/// Two listed feeds that proved to be one, because a permanent redirect leads from one to the other. The target is polled for both. The feed that
/// moved keeps its row and
/// its sightings, so that filters by feed and category find what they found; the target gets copies of them, so that it knows every entry.
/// </summary>
internal static class FeedMerge
{
    private const string Polled = "removed = 0 AND disabled = 0 AND gone = 0 AND merged_into IS NULL";

    /// <summary>The feed that is polled at this address, other than <paramref name="id"/>; null when there is none.</summary>
    public static long? PolledAt(Session session, string url, long id) =>
        session.Number($"SELECT id FROM feeds WHERE (url = $1 OR current_url = $1) AND id <> $2 AND {Polled} ORDER BY url = $1 DESC, id LIMIT 1", url, id);

    public static void Merge(Session session, long from, long into)
    {
        session.Execute(
            """
            UPDATE article_details SET sightings = sightings + 1 WHERE id IN (
                SELECT article_id FROM sightings AS s WHERE feed_id = $1 AND NOT EXISTS (SELECT 1 FROM sightings AS t WHERE t.feed_id = $2 AND t.key_hash
                    = s.key_hash))
            """,
            from, into);
        session.Execute(
            """
            UPDATE articles SET shared = 1 WHERE shared = 0 AND id IN (
                SELECT article_id FROM sightings AS s WHERE feed_id = $1 AND NOT EXISTS (SELECT 1 FROM sightings AS t WHERE t.feed_id = $2 AND t.key_hash
                    = s.key_hash))
            """,
            from, into);
        session.Execute(
            """
            INSERT OR IGNORE INTO sightings (feed_id, key_hash, article_id, content_hash, seen, first, entry_key, link, title)
            SELECT $2, key_hash, article_id, content_hash, seen, 0, entry_key, link, title FROM sightings WHERE feed_id = $1
            """,
            from, into);
        // feeds that were merged into the one that moves now follow it
        session.Execute(
            """
            UPDATE feeds SET merged_into = $2, next_poll_reason = 'moved to the address of feed ' || $2 || ' and polled with it', redirect_to = NULL,
                redirect_since = NULL, redirect_sightings = 0
            WHERE id = $1 OR merged_into = $1
            """,
            from, into);
    }

    /// <summary>Merges listed feeds that are polled at the address of another one: the other was added later.</summary>
    public static void Run(Session session)
    {
        List<(long From, long Into)> pairs = session.List(
            $"""
            SELECT moved.id, other.id FROM feeds AS moved JOIN feeds AS other ON other.url = moved.current_url AND other.id <> moved.id
            WHERE moved.url <> moved.current_url AND moved.id IN (SELECT id FROM feeds WHERE {Polled}) AND other.id IN (SELECT id FROM feeds WHERE {Polled})
            """,
            row => (row.GetInt64(0), row.GetInt64(1)));
        foreach ((var from, var into) in pairs)
            Merge(session, from, into);
        Release(session);
    }

    /// <summary>A feed whose target is no longer polled is polled for itself again, at once where its time has passed.</summary>
    public static void Release(Session session) => session.Execute(
        "UPDATE feeds SET merged_into = NULL, next_poll_reason = 'the feed it was merged into is gone from the list' WHERE merged_into IN (SELECT "
            + "id FROM feeds WHERE removed = 1 OR disabled = 1)");
}
