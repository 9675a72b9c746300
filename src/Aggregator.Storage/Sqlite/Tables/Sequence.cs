using Aggregator.Sqlite.Engine;

namespace Aggregator.Sqlite.Tables;

/// <summary>The gap-free numbers of visible changes. One writer gives them inside its transaction, so an undone change gives its number back.</summary>
internal static class Sequence
{
    public static long Next(Session session) =>
        session.Number("UPDATE counters SET value = value + 1 WHERE name = 'sequence' RETURNING value")!.Value;

    public static long Newest(Session session) => session.Number("SELECT value FROM counters WHERE name = 'sequence'") ?? 0;
}
