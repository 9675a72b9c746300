using Aggregator.Html;
using Aggregator.Stores;

namespace Aggregator.Writing;

/// <summary>
/// What a known entry with another content means for its article. The feed that brought the article first decides; a changed title or
/// feed text keeps the old one as a revision and asks for a new assignment. A new summary or author alone is no change: feeds put
/// comment counts and "updated" notes there, and subscribers would see the article as new each time.
/// </summary>
internal static class Reviser
{
    private const string FeedReason = "the feed changed the ";

    /// <returns>The article was revised.</returns>
    public static bool Revise(ITables tables, PollCommit commit, IdentifiedEntry entry, long key, KnownSighting known)
    {
        var current = tables.Articles.Current(known.ArticleId);
        var newTitle = entry.Title.Length > 0 && !Same(entry.Title, known.Title ?? current.Title) && !Same(entry.Title, current.Title)
            && !(entry.IsUntitled && known.Title is not null);
        (var text, var html) = tables.Articles.Body(known.ArticleId);
        var newText = entry.Text.Length > 0 && !Same(entry.Text, text) && (!current.FromPage || PlainText.CountWords(entry.Text) > current.Words);
        var revises = known.First && (newTitle || newText);
        if (known.First)
        {
            CorrectLink(tables, entry, key, commit.FeedId, current);
            // Without a revision: many an address of a file carries a token that is another one at each poll.
            tables.Articles.SetEnclosures(current.Id, entry.Enclosures);
        }

        if (revises)
        {
            Keep(tables, commit, current, newTitle ? current.Title : null, newText ? TextCodec.Pack(text, html) : null);
            Apply(tables, entry, current, newTitle, newText);
        }

        var title = revises && newTitle ? entry.Title : current.Title;
        tables.Sightings.SetContent(commit.FeedId, key, Keys.Content(entry.ContentHash), entry.Title == title ? null : entry.Title);
        return revises;
    }

    /// <summary>The feed changed what it had said; other revisions come of reading a kept page again.</summary>
    public static bool IsOfFeed(RevisionRow revision) => revision.Reason.StartsWith(FeedReason, StringComparison.Ordinal);

    // The id stays while the publisher moves the article (RFC 4287, section 4.2.6), so the newest link counts.
    private static void CorrectLink(ITables tables, IdentifiedEntry entry, long key, long feedId, CurrentArticle current)
    {
        if (entry.Url is not { } url || url == current.Url || entry.AddressKey is not { } address || tables.Articles.ByKey(Keys.Hash(address)) is not null)
            return;
        tables.Articles.AddKey(Keys.Hash(address), current.Id);
        tables.Sightings.KeepLinks(current.Id, current.Url ?? "");
        tables.Sightings.LeaveLinkOut(feedId, key);
        tables.Articles.SetUrl(current.Id, url);
        tables.Decisions.Append(current.Id, entry.With($"the feed corrected the link from {current.Url}").Identity);
        if (current.Assigned)
            tables.Articles.Enqueue(current.Id);
    }

    private static void Keep(ITables tables, PollCommit commit, CurrentArticle current, string? title, byte[]? body)
    {
        var what = (title, body) switch { (not null, not null) => "title and text", (not null, null) => "title", _ => "text" };
        tables.Articles.Keep(new EarlierVersion(
            current.Id, current.Revisions + 1, commit.Now.ToUnixTimeMilliseconds(), title, body, FeedReason + what));
    }

    private static void Apply(ITables tables, IdentifiedEntry entry, CurrentArticle current, bool newTitle, bool newText)
    {
        if (newTitle)
            tables.Sightings.KeepTitles(current.Id, current.Title);
        tables.Articles.Revise(
            current.Id, newTitle ? entry.Title : current.Title, entry.Summary, current.FromPage || entry.Authors.Count == 0 ? null : entry.Authors,
            entry.Updated?.Instant, newText ? (PlainText.CountWords(entry.Text), entry.Paywalled) : null);
        if (newText)
            tables.Articles.WriteBody(current.Id, entry.Text, entry.ContentHtml ?? "");
        if (current.Assigned)
            tables.Articles.Enqueue(current.Id);
    }

    // White space is how a document was printed, not what it says.
    private static bool Same(string a, string b) => a == b || string.Join(' ', a.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        == string.Join(' ', b.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
