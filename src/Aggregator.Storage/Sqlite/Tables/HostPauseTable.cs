using Aggregator.Model;
using Aggregator.Sqlite.Engine;

namespace Aggregator.Sqlite.Tables;

/// <summary>Hosts that asked not to be visited, and until when.</summary>
internal static class HostPauseTable
{
    // The longest pause is a day; a host that has not refused for a week begins anew.
    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    public static List<HostPause> All(Session session) =>
        session.List("SELECT scope, until, times FROM host_pauses ORDER BY scope", row => new HostPause(row.GetString(0), row.TimeAt(1), row.GetInt32(2)));

    public static void Save(Session session, IReadOnlyList<HostPause> pauses, DateTimeOffset now)
    {
        foreach (var pause in pauses)
            session.Execute("INSERT OR REPLACE INTO host_pauses (scope, until, times) VALUES ($1, $2, $3)", pause.Scope, Columns.Ms(pause.Until), pause.Times);
        session.Execute("DELETE FROM host_pauses WHERE until < $1 OR (times = 0 AND until <= $2)", Columns.Ms(now - Kept), Columns.Ms(now));
    }
}
