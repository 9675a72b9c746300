using Aggregator.Model;
using Aggregator.Stores;

namespace Aggregator.Writing;

/// <summary>
/// Writes articles that were assigned elsewhere: rows, index, story and sequence number at once, without queues. One batch is one
/// transaction, so an import that is cut short leaves whole articles and can be run again.
/// </summary>
internal sealed class ImportWriter(ITables tables, bool keepNumbers, DateTimeOffset now)
{
    private static readonly Decision CameByImport =
        new(DecisionKinds.Identity, "imported", null, null, ["came with an import; earlier decisions stayed where it came from"]);

    private readonly ImportFeeds _feeds = new(tables.Feeds);
    private readonly HashSet<long> _joined = [];
    private readonly List<IndexEntry> _index = [];
    private readonly long _now = tables.ChangeTime(now);
    private long _sequence;
    private long _newest;

    /// <param name="keepNumbers">Sequence numbers that the rows bring stay, with their times: right only for a store that had none.</param>
    public static ImportOutcome Write(ITables tables, PackedRow[] rows, bool keepNumbers, DateTimeOffset now) =>
        new ImportWriter(tables, keepNumbers, now).Write(rows);

    private ImportOutcome Write(PackedRow[] rows)
    {
        var added = 0;
        _sequence = tables.Sequence;
        foreach (var row in rows)
        {
            if (tables.Articles.ByKey(row.Key) is not null)
                continue;
            Add(row);
            added++;
        }

        foreach (var story in _joined)
            tables.Stories.RefreshImported(story);
        tables.Sequence = _sequence;
        tables.RaiseChangeTime(_newest);
        tables.WriteIndex(_index, imported: true);
        return new ImportOutcome(added, rows.Length - added);
    }

    private void Add(PackedRow row)
    {
        var a = row.Article;
        var published = a.Published.Instant.ToUnixTimeMilliseconds();
        var free = a.Id > 0 && !tables.Articles.Exists(a.Id);
        var id = free ? a.Id : FreeIds.Next(tables.Articles, published);
        var story = a.StoryId == 0 || a.StoryId == a.Id ? id : tables.Stories.Resolve(a.StoryId);
        var numbered = keepNumbers && a.Sequence > 0;
        var sequence = numbered ? a.Sequence : _sequence + 1;
        _sequence = Math.Max(_sequence, sequence);
        var changed = numbered ? a.Changed.ToUnixTimeMilliseconds() : _now;
        _newest = Math.Max(_newest, changed);
        Assignable index = new(
            id, tables.Articles.Outlet(a.Outlet), a.Outlet, tables.Articles.Language(a.Language), published, null, sequence, a.Title, a.Authors, a.Text);
        var feeds = _feeds.Of(a.Categories);
        var tags = tables.Articles.Import(new ImportedArticle(index, row, story, sequence, changed, feeds));
        for (var i = 0; i < feeds.Length; i++)
            tables.Sightings.Insert(new NewSighting(feeds[i], row.Key, id, [], a.Seen.ToUnixTimeMilliseconds(), i == 0, null, null, null));
        tables.Decisions.Append(id, CameByImport);
        _index.Add(new IndexEntry(index, tags, IsCopy: a.CopyOf is not null, Again: false));
        if (!tables.Stories.OpenImported(story, id, a, sequence, changed))
            _joined.Add(story);
    }
}
