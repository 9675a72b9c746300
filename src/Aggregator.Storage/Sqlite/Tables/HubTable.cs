using Aggregator.Sqlite.Engine;
using Aggregator.Stores;

namespace Aggregator.Sqlite.Tables;

/// <summary>Subscriptions at hubs between their records and their columns.</summary>
internal static class HubTable
{
    private const string Select =
        "SELECT token, feed_id, hub, topic, secret, awaiting, active_until, due_at, failures, pushes, last_push_at, note FROM hub_subscriptions";

    public static List<HubSubscription> All(Session session) => session.List(Select + " ORDER BY due_at, token", Read);

    public static HubSubscription? ByToken(Session session, string token) => session.First(Select + " WHERE token = $1", Read, token);

    public static void Save(Session session, HubSubscription s) => session.Execute(
        """
        INSERT OR REPLACE INTO hub_subscriptions (token, feed_id, hub, topic, secret, awaiting, active_until, due_at, failures, pushes, last_push_at, note)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
        """,
        s.Token, s.FeedId, s.Hub, s.Topic, s.Secret, (long)s.Awaiting, Columns.Ms(s.ActiveUntil), Columns.Ms(s.DueAt), s.Failures, s.Pushes,
        Columns.Ms(s.LastPushAt), s.Note);

    public static void CountPush(Session session, string token, DateTimeOffset at) =>
        session.Execute("UPDATE hub_subscriptions SET pushes = pushes + 1, last_push_at = $2 WHERE token = $1", token, Columns.Ms(at));

    public static bool Delete(Session session, string token) => session.Execute("DELETE FROM hub_subscriptions WHERE token = $1", token) > 0;

    private static HubSubscription Read(Row row) => new()
    {
        Token = row.GetString(0),
        FeedId = row.GetInt64(1),
        Hub = row.GetString(2),
        Topic = row.GetString(3),
        Secret = row.TextOrNull(4),
        Awaiting = (HubIntent)row.GetInt32(5),
        ActiveUntil = row.TimeOrNull(6),
        DueAt = row.TimeAt(7),
        Failures = row.GetInt32(8),
        Pushes = row.GetInt64(9),
        LastPushAt = row.TimeOrNull(10),
        Note = row.TextOrNull(11),
    };
}
