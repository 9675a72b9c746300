using Aggregator.Model;
using Aggregator.Stores;
using Aggregator.Stories;
using Aggregator.Urls;

namespace Aggregator.Writing;

/// <summary>Holds an entry against the article that has its address or its id already.</summary>
internal static class KnownItems
{
    /// <summary>Whether the entry is the article that is stored at its address.</summary>
    public static ItemVerdict Judge(ITables tables, PollCommit commit, IdentifiedEntry entry, long articleId)
    {
        var sightings = tables.Sightings.Naming(articleId);
        var own = sightings.Find(s => s.Feed == commit.FeedId);
        var named = own?.Key is not null ? own : sightings.Find(s => s.First);
        var id = named?.Key is { } key && key.StartsWith("id:", StringComparison.Ordinal) ? key[3..] : null;
        var where = own is { First: true } ? MetIn.LaterPoll : entry.IsOwn && IsOfOutlet(named?.FeedUrl, entry.Outlet) ? MetIn.OtherFeed : MetIn.ForeignFeed;
        return SameItem.Judge(Stored(tables, articleId, id), Of(entry), where);
    }

    /// <summary>Whether a key that the feed has used before still means the same article.</summary>
    public static bool KeepsMeaning(ITables tables, IdentifiedEntry entry, long articleId)
    {
        if (entry.AddressKey is not { } address || entry.LaterKeys.Count == 0)
            return true;
        if (!HasKey(tables, articleId, address) && !(entry.OwnKey is { } own && HasKey(tables, articleId, own)))
            return SameItem.KeepsMeaning(Stored(tables, articleId, null), Of(entry));
        // An id at its address is its article whatever was rewritten; an address alone may be the place of a new one.
        return entry.Id is not null || SameItem.Judge(Stored(tables, articleId, null), Of(entry), MetIn.LaterPoll).Same;
    }

    private static bool HasKey(ITables tables, long articleId, string key) =>
        tables.Articles.ByKey(Keys.Hash(key)) == articleId;

    private static bool IsOfOutlet(string? feedUrl, string outlet) =>
        Uri.TryCreate(feedUrl, UriKind.Absolute, out var url) && RegistrableDomains.Default.Of(url) == outlet;

    private static ItemTraits Of(IdentifiedEntry entry) => new(entry.Id, entry.Fragment, entry.Title, Claimed(entry.Published), () => entry.Text);

    private static ItemTraits Stored(ITables tables, long articleId, string? id)
    {
        var (url, title, published) = tables.Articles.Traits(articleId);
        var fragment = Uri.TryCreate(url, UriKind.Absolute, out var address) ? address.Fragment.TrimStart('#') : "";
        return new ItemTraits(id, fragment, title, Claimed(published), () => tables.Articles.Body(articleId).Text);
    }

    // Our own stand-in for a missing date says nothing of the article.
    private static DateTimeOffset? Claimed(ClaimedDate date) => date.IsFirstSeen() ? null : date.Instant;
}
