using Aggregator.Stores;

namespace Aggregator.Writing;

/// <summary>An entry becomes a sighting of its article.</summary>
internal static class NamedEntry
{
    /// <summary>Adds a sighting of an article that another entry named before.</summary>
    /// <param name="first">The feed is the one that brought the article.</param>
    public static void Join(ITables tables, PollCommit commit, IdentifiedEntry entry, long key, long articleId, bool first)
    {
        var newCategory = !tables.Sightings.HasCategoryOf(articleId, commit.FeedId);
        (var url, var title, _) = tables.Articles.Traits(articleId);
        var link = entry.Url == url ? null : entry.Url ?? "";
        tables.Sightings.Insert(Of(commit, entry, key, articleId, first, link, entry.Title == title ? null : entry.Title));
        tables.Articles.CountSighting(articleId);
        tables.Decisions.Append(articleId, entry.Identity);
        // Whoever asks for that category sees the article from now on, so the change must have its number.
        if (newCategory && tables.Articles.IsVisible(articleId))
            tables.Articles.SetSequence(articleId, tables.NextSequence(), tables.ChangeTime(commit.Now));
    }

    /// <param name="link">Null where link and title are the article's own.</param>
    public static NewSighting Of(PollCommit commit, IdentifiedEntry entry, long key, long articleId, bool first, string? link, string? title) => new(
        commit.FeedId, key, articleId, Keys.Content(entry.ContentHash), commit.Now.ToUnixTimeMilliseconds(), first,
        entry.EntryKey == entry.Url ? null : entry.EntryKey, link, title);
}
