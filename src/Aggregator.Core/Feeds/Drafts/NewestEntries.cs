using Aggregator.Model;

namespace Aggregator.Feeds.Drafts;

/// <summary>
/// Keeps the newest entries of a document, at most a limit, in document order. An entry without a date counts as old as the one
/// before it, for feeds are written newest first. Holds never more than the limit.
/// </summary>
internal sealed class NewestEntries(int limit)
{
    private readonly PriorityQueue<(ParsedEntry Entry, int Position), (DateTimeOffset Date, int Earlier)> _oldestFirst = new();
    private readonly List<ParsedEntry> _all = [];
    private DateTimeOffset _lastDate = DateTimeOffset.MaxValue;
    private int _count;

    public int Dropped { get; private set; }

    public void Add(ParsedEntry entry)
    {
        var position = _count++;
        if (limit <= 0)
        {
            Dropped++;
            return;
        }

        if (_count <= limit)
        {
            _all.Add(entry);
            return;
        }

        if (_count == limit + 1)
            Overflow();
        Dropped++;
        _oldestFirst.EnqueueDequeue((entry, position), Rank(entry, position));
    }

    public IReadOnlyList<ParsedEntry> InDocumentOrder() =>
        _oldestFirst.Count == 0 ? _all : [.. _oldestFirst.UnorderedItems.Select(i => i.Element).OrderBy(e => e.Position).Select(e => e.Entry)];

    // Up to the limit a list is enough; the queue is made when the first entry has to go.
    private void Overflow()
    {
        for (var i = 0; i < _all.Count; i++)
            _oldestFirst.Enqueue((_all[i], i), Rank(_all[i], i));
        _all.Clear();
    }

    private (DateTimeOffset Date, int Earlier) Rank(ParsedEntry entry, int position)
    {
        _lastDate = (entry.Published ?? entry.Updated)?.Instant ?? _lastDate;
        return (_lastDate, -position);
    }
}
