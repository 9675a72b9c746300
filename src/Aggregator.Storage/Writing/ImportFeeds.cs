namespace Aggregator.Writing;

/// <summary>
/// Stand-ins for the feeds that named imported articles: one per category, marked removed, so that they are never polled and
/// categories filter and count as before.
/// </summary>
internal sealed class ImportFeeds(IFeedTable table)
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
        return _ids[category] = table.StandIn(url, "Imported: " + category, category);
    }
}
