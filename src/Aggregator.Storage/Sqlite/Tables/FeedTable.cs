using Aggregator.Model;
using Aggregator.Sqlite.Engine;
using Aggregator.Stores;
using Aggregator.Writing;

namespace Aggregator.Sqlite.Tables;

/// <summary>Feeds, their schedule and the ring of their last fetches.</summary>
internal sealed class FeedTable(Session session) : IFeedTable
{
    private const int HistoryKept = 50;
    private const string Polled = "removed = 0 AND disabled = 0 AND gone = 0 AND merged_into IS NULL";

    public static List<Feed> All(Session session) => session.List(FeedRows.Select + " ORDER BY id", FeedRows.Read);

    public static List<FetchRecord> History(Session session, long feedId, int limit) => session.List(
        """
        SELECT at, fate, status, conditional, bytes_on_wire, bytes_decoded, milliseconds, entries, new, changed, error, next_poll_at, next_poll_reason,
            validators_changed
        FROM fetches WHERE feed_id = $1
        ORDER BY at DESC, ((SELECT polls FROM feeds WHERE id = $1) - place - 1) % 50 LIMIT $2
        """,
        FeedRows.ReadFetch, feedId, Math.Max(0, limit));

    public Feed? ById(long id) => session.First(FeedRows.Select + " WHERE id = $1", FeedRows.Read, id);

    public Feed? ByUrl(string url) => session.First(FeedRows.Select + " WHERE url = $1", FeedRows.Read, url);

    public List<Feed> FromFile() => session.List(FeedRows.Select + " WHERE removed = 0 AND by_hand = 0", FeedRows.Read);

    public long Insert(string url, DateTimeOffset firstPoll, bool byHand) => session.Number(
        "INSERT INTO feeds (url, current_url, title, category, by_hand, next_poll_at, next_poll_reason) VALUES ($1, $1, '', '', $2, $3, 'new') RETURNING id",
        url, byHand, Columns.Ms(firstPoll))!.Value;

    public void Write(long id, FeedDefinition d, bool? byHand) => session.Execute(
        """
        UPDATE feeds SET title = $2, category = $3, interval = $4, full_text = $5, language = $6, disabled = $7, removed = 0, by_hand = coalesce($8, by_hand),
            reader = $9, cron = $10, cron_zone = $11, quiet_hours = $12
        WHERE id = $1
        """,
        id, d.Title, d.Category, Columns.Ms(d.Interval), (long)d.FullText, d.Language, d.Disabled, byHand, (long?)d.Reader, d.Cron, d.CronZone, d.QuietHours);

    // a feed that was gone has no next poll: at its new address it is due at once
    public void Move(long id, string url) => session.Execute(
        """
        UPDATE feeds SET url = $2, current_url = $2, next_poll_at = CASE gone WHEN 1 THEN 0 ELSE next_poll_at END, gone = 0, merged_into = NULL,
            failures = 0, failing_since = NULL, redirect_to = NULL, redirect_since = NULL, redirect_sightings = 0
        WHERE id = $1
        """,
        id, url);

    public bool Remove(long id) => session.Execute("UPDATE feeds SET removed = 1 WHERE id = $1 AND removed = 0", id) > 0;

    /// <summary>Whoever asks for a poll of a feed that is gone wants to know whether it has come back (fetching.md rule 10).</summary>
    public bool Schedule(long id, DateTimeOffset at, string reason) =>
        session.Execute("UPDATE feeds SET next_poll_at = $2, next_poll_reason = $3, gone = 0 WHERE id = $1 AND removed = 0", id, Columns.Ms(at), reason) > 0;

    public void PutOff(long id, DateTimeOffset at, string? reason) =>
        session.Execute("UPDATE feeds SET next_poll_at = $2, next_poll_reason = $3 WHERE id = $1", id, Columns.Ms(at), reason);

    // An unchanged poll writes two small rows: the feed's and one of its history.
    public void WriteState(PollCommit commit, PollOutcome outcome)
    {
        session.Execute(FeedRows.UpdateState, FeedRows.StateArguments(commit.FeedId, commit.State, commit.NewUrl));
        var f = commit.Fetch;
        session.Execute(
            $"""
            INSERT OR REPLACE INTO fetches (feed_id, place, at, fate, status, conditional, bytes_on_wire, bytes_decoded, milliseconds, entries, new,
                changed, error, next_poll_at, next_poll_reason, validators_changed)
            SELECT id, (polls - 1) % {HistoryKept}, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15 FROM feeds WHERE id = $1
            """,
            commit.FeedId, Columns.Ms(f.At), (long)f.Fate, f.Status, f.Conditional, f.BytesOnWire, f.BytesDecoded, f.Milliseconds,
            f.Entries, outcome.New, outcome.Changed, f.Error, Columns.Ms(f.NextPollAt), f.NextPollReason, f.ValidatorsChanged);
    }

    public List<Feed> Due(DateTimeOffset now, int limit) => session.List(
        $"{FeedRows.Select} WHERE {Polled} AND next_poll_at <= $1 ORDER BY next_poll_at LIMIT $2", FeedRows.Read, Columns.Ms(now), limit);

    public Feed? Pollable(long id) =>
        session.First($"{FeedRows.Select} WHERE id = $1 AND removed = 0 AND disabled = 0 AND merged_into IS NULL", FeedRows.Read, id);

    public long StandIn(string url, string title, string category) => session.Number("SELECT id FROM feeds WHERE url = $1", url) ?? session.Number(
        """
        INSERT INTO feeds (url, current_url, title, category, by_hand, removed, disabled, next_poll_at) VALUES ($1, $1, $2, $3, 1, 1, 1, 0) RETURNING id
        """,
        url, title, category)!.Value;

    public long? PolledAt(string url, long id) =>
        session.Number($"SELECT id FROM feeds WHERE (url = $1 OR current_url = $1) AND id <> $2 AND {Polled} ORDER BY url = $1 DESC, id LIMIT 1", url, id);

    public List<(long From, long Into)> Moved() => session.List(
        $"""
        SELECT moved.id, other.id FROM feeds AS moved JOIN feeds AS other ON other.url = moved.current_url AND other.id <> moved.id
        WHERE moved.url <> moved.current_url AND moved.id IN (SELECT id FROM feeds WHERE {Polled}) AND other.id IN (SELECT id FROM feeds WHERE {Polled})
        """,
        row => (row.GetInt64(0), row.GetInt64(1)));

    public void Redirect(long from, long into) => session.Execute(
        """
        UPDATE feeds SET merged_into = $2, next_poll_reason = 'moved to the address of feed ' || $2 || ' and polled with it', redirect_to = NULL,
            redirect_since = NULL, redirect_sightings = 0
        WHERE id = $1 OR merged_into = $1
        """,
        from, into);

    public void Release() => session.Execute(
        "UPDATE feeds SET merged_into = NULL, next_poll_reason = 'the feed it was merged into is gone from the list' WHERE merged_into IN (SELECT "
            + "id FROM feeds WHERE removed = 1 OR disabled = 1)");
}
