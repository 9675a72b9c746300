namespace Aggregator.Stores;

/// <summary>
/// Counts by id. The ids are those of small tables (outlets, languages, feeds, tags), so an array holds them; 0 is nobody's id and stands for "none".
/// </summary>
internal sealed class Tally
{
    private int[] _counts = new int[64];

    public void Add(long id)
    {
        if (id >= _counts.Length)
            Array.Resize(ref _counts, (int)Math.Max(id + 1, 2L * _counts.Length));
        _counts[id]++;
    }

    public void Add(Tally other)
    {
        if (other._counts.Length > _counts.Length)
            Array.Resize(ref _counts, other._counts.Length);
        for (var id = 0; id < other._counts.Length; id++)
            _counts[id] += other._counts[id];
    }

    /// <summary>Greatest count first, then the lower id.</summary>
    public IEnumerable<(long Id, int Count)> Ranked() =>
        _counts.Index()
            .Skip(1)
            .Where(pair => pair.Item > 0)
            .OrderByDescending(pair => pair.Item)
            .ThenBy(pair => pair.Index)
            .Select(pair => ((long)pair.Index, pair.Item));
}
