using Aggregator.Sqlite.Engine;

namespace Aggregator.Sqlite.Tables;

/// <summary>
/// The gap-free numbers of visible changes, and their times. One writer gives them inside its transaction, so an undone change gives its number back.
/// </summary>
internal static class Sequence
{
    public static long Next(Session session) =>
        session.Number("UPDATE counters SET value = value + 1 WHERE name = 'sequence' RETURNING value")!.Value;

    public static void Set(Session session, long value) => session.Execute("UPDATE counters SET value = $1 WHERE name = 'sequence'", value);

    public static long Newest(Session session) => session.Number("SELECT value FROM counters WHERE name = 'sequence'") ?? 0;

    /// <summary>
    /// The time of the changes of one transaction, in milliseconds: the clock's, and later than that of all changes before. What readers are told of the
    /// newest change (Last-Modified, a feed's updated) so moves on with the numbers, also where two changes fall into one moment or the clock was set back.
    /// </summary>
    public static long Time(Session session, DateTimeOffset now) =>
        session.Number("UPDATE counters SET value = max(value + 1, $1) WHERE name = 'changed' RETURNING value", Columns.Ms(now))!.Value;

    /// <summary>A change was imported with its time.</summary>
    public static void RaiseTime(Session session, long time) =>
        session.Execute("UPDATE counters SET value = max(value, $1) WHERE name = 'changed'", time);
}
