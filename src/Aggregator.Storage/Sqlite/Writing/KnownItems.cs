using Aggregator.Model;
using Aggregator.Sqlite.Engine;
using Aggregator.Sqlite.Tables;
using Aggregator.Stores;
using Aggregator.Stories;
using Aggregator.Urls;

namespace Aggregator.Sqlite.Writing;

/// <summary>Holds an entry against the article that has its address or its id already.</summary>
internal static class KnownItems
{
    /// <summary>Whether the entry is the article that is stored at its address.</summary>
    public static ItemVerdict Judge(Session session, PollCommit commit, IdentifiedEntry entry, long articleId)
    {
        var sightings = session.List(
            "SELECT s.feed_id, s.first, coalesce(s.entry_key, s.link, d.url), f.url "
                + "FROM sightings s JOIN feeds f ON f.id = s.feed_id JOIN article_details d ON d.id = s.article_id "
                + "WHERE s.article_id = $1 ORDER BY s.seen DESC",
            row => (Feed: row.GetInt64(0), First: row.Flag(1), Key: row.TextOrNull(2), FeedUrl: row.GetString(3)),
            articleId);
        var own = sightings.Find(s => s.Feed == commit.FeedId);
        var named = own.Key is not null ? own : sightings.Find(s => s.First);
        var id = named.Key is { } key && key.StartsWith("id:", StringComparison.Ordinal) ? key[3..] : null;
        var where = own.First ? MetIn.LaterPoll : entry.IsOwn && IsOfOutlet(named.FeedUrl, entry.Outlet) ? MetIn.OtherFeed : MetIn.ForeignFeed;
        return SameItem.Judge(Stored(session, articleId, id), Of(entry), where);
    }

    /// <summary>Whether a key that the feed has used before still means the same article.</summary>
    public static bool KeepsMeaning(Session session, IdentifiedEntry entry, long articleId)
    {
        if (entry.AddressKey is not { } address || entry.LaterKeys.Count == 0)
            return true;
        if (!HasKey(session, articleId, address) && !(entry.OwnKey is { } own && HasKey(session, articleId, own)))
            return SameItem.KeepsMeaning(Stored(session, articleId, null), Of(entry));
        // An id at its address is its article whatever was rewritten; an address alone may be the place of a new one.
        return entry.Id is not null || SameItem.Judge(Stored(session, articleId, null), Of(entry), MetIn.LaterPoll).Same;
    }

    private static bool HasKey(Session session, long articleId, string key) =>
        session.Number("SELECT article_id FROM article_keys WHERE hash = $1", Keys.Hash(key)) == articleId;

    private static bool IsOfOutlet(string? feedUrl, string outlet) =>
        Uri.TryCreate(feedUrl, UriKind.Absolute, out var url) && RegistrableDomains.Default.Of(url) == outlet;

    private static ItemTraits Of(IdentifiedEntry entry) => new(entry.Id, entry.Fragment, entry.Title, Claimed(entry.Published), () => entry.Text);

    private static ItemTraits Stored(Session session, long articleId, string? id)
    {
        var (url, title, published) = session.First(
            "SELECT d.url, d.title, a.published, d.published_offset, d.published_precision, d.published_source "
                + "FROM article_details d JOIN articles a ON a.id = d.id WHERE d.id = $1",
            row => (row.TextOrNull(0), row.GetString(1), ArticleRows.Date(row, 2)),
            articleId);
        var fragment = Uri.TryCreate(url, UriKind.Absolute, out var address) ? address.Fragment.TrimStart('#') : "";
        return new ItemTraits(id, fragment, title, Claimed(published), () => ArticleTable.ReadBody(session, articleId).Text);
    }

    // Our own stand-in for a missing date says nothing of the article.
    private static DateTimeOffset? Claimed(ClaimedDate date) => date.IsFirstSeen() ? null : date.Instant;
}
