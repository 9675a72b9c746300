using Aggregator.Sqlite.Engine;

namespace Aggregator.Sqlite.Writing;

/// <summary>
/// Stand-ins for the feeds that named imported articles: one per category, marked removed, so that they are never polled and
/// categories filter and count as before.
/// </summary>
internal sealed class ImportFeeds(Session session)
{
    private const string NoCategory = "Imported";

    private readonly Dictionary<string, long> _ids = new(StringComparer.Ordinal);

    /// <summary>At least one.</summary>
    public long[] Of(IReadOnlyList<string> categories) =>
        categories.Count == 0 ? [Of(NoCategory)] : [.. categories.Distinct(StringComparer.Ordinal).Select(Of)];

    private long Of(string category)
    {
        if (_ids.TryGetValue(category, out var known))
            return known;
        var url = "imported:" + Uri.EscapeDataString(category);
        return _ids[category] = session.Number("SELECT id FROM feeds WHERE url = $1", url) ?? session.Number(
            """
            INSERT INTO feeds (url, current_url, title, category, by_hand, removed, disabled, next_poll_at) VALUES ($1, $1, $2, $3, 1, 1, 1, 0) RETURNING id
            """,
            url, "Imported: " + category, category)!.Value;
    }
}
