using Aggregator.LiteDb.Engine;
using Aggregator.Stores;
using LiteDB;

namespace Aggregator.LiteDb.Tables;

/// <summary>Subscriptions at hubs between their records and their documents.</summary>
internal static class HubDocuments
{
    public static HubSubscription Read(BsonDocument d) => new()
    {
        Token = d["_id"].AsString,
        FeedId = d.Long("feed"),
        Hub = d.Text("hub")!,
        Topic = d.Text("topic")!,
        Secret = d.Text("secret"),
        Awaiting = (HubIntent)d.Int("awaiting"),
        ActiveUntil = d.TimeOrNull("active_until"),
        DueAt = d.Time("due_at"),
        Failures = d.Int("failures"),
        Pushes = d.Long("pushes"),
        LastPushAt = d.TimeOrNull("last_push_at"),
        Note = d.Text("note"),
    };

    public static BsonDocument Document(HubSubscription s)
    {
        BsonDocument d = new()
        {
            ["_id"] = s.Token,
            ["feed"] = s.FeedId,
            ["hub"] = s.Hub,
            ["topic"] = s.Topic,
            ["awaiting"] = (int)s.Awaiting,
            ["due_at"] = Fields.Value(s.DueAt),
            ["failures"] = s.Failures,
            ["pushes"] = s.Pushes,
        };
        d.Set("secret", s.Secret);
        d.Set("active_until", Fields.Value(s.ActiveUntil));
        d.Set("last_push_at", Fields.Value(s.LastPushAt));
        d.Set("note", s.Note);
        return d;
    }
}
