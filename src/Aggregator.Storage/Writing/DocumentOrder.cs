using Aggregator.Stores;

namespace Aggregator.Writing;

/// <summary>
/// Ids for the entries of one document. Entries of one second, as all are that have no date or the same day, stand in the order of the document: the first
/// is the newest, unless the dates of the document grow from entry to entry.
/// </summary>
internal sealed class DocumentOrder
{
    private readonly bool _oldestFirst;
    private readonly Dictionary<long, Places> _bySecond = [];

    public DocumentOrder(IReadOnlyList<IdentifiedEntry> entries)
    {
        var rises = 0;
        for (var i = 0; i < entries.Count; i++)
        {
            var second = Second(entries[i]);
            if (!_bySecond.TryGetValue(second, out var places))
                _bySecond.Add(second, places = new Places());
            places.Expected++;
            if (i > 0 && !entries[i].Published.IsFirstSeen() && !entries[i - 1].Published.IsFirstSeen())
                rises += second.CompareTo(Second(entries[i - 1]));
        }

        _oldestFirst = rises > 0;
    }

    /// <summary>The id for the next entry that becomes an article, asked for in the order of the document.</summary>
    public long Next(IArticleTable articles, IdentifiedEntry entry)
    {
        var published = entry.Published.Instant.ToUnixTimeMilliseconds();
        var places = _bySecond[Second(entry)];
        if (_oldestFirst || places.Expected == 1)
            return FreeIds.Next(articles, published);
        if (places.Free == places.Lowest)
        {
            places.Lowest = FreeIds.Next(articles, published);
            places.Free = places.Lowest + places.Expected;
        }

        // A second that is full fills from below, as if the document were written the other way round.
        return Second(places.Free - 1) == Second(places.Lowest) ? --places.Free : FreeIds.Next(articles, published);
    }

    private static long Second(IdentifiedEntry entry) => Second(ArticleIds.Floor(entry.Published.Instant.ToUnixTimeMilliseconds()));

    private static long Second(long id) => id / ArticleIds.PlacesPerSecond;

    private sealed class Places
    {
        /// <summary>Entries of the second that may still become articles of their own.</summary>
        public int Expected { get; set; }

        public long Lowest { get; set; }

        /// <summary>Behind the greatest id that is still free.</summary>
        public long Free { get; set; }
    }
}
