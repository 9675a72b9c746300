namespace Aggregator.Stores;

/// <summary>Pages that were kept as they were fetched, and what comes of extracting them again.</summary>
public interface IPageStore
{
    /// <summary>Kept pages of visible articles, oldest first.</summary>
    /// <param name="after">The <see cref="KeptArticle.Place"/> to go on after; 0 for the start.</param>
    /// <param name="since">Only pages fetched at or after this.</param>
    Task<IReadOnlyList<KeptArticle>> ListKeptPagesAsync(long after, DateTimeOffset since, int limit, CancellationToken cancellation);

    /// <summary>
    /// Gives an article other fields and keeps the earlier ones as a revision; the article is then assigned anew as after any change.
    /// </summary>
    Task ReviseAsync(ArticleRevision revision, CancellationToken cancellation);

    /// <summary>How many pages are kept, and their size in bytes as stored.</summary>
    Task<(long Pages, long Bytes)> GetKeptPagesAsync(CancellationToken cancellation);
}

/// <param name="Packet">The page and what is needed to read it again, compressed; opaque to the store.</param>
/// <param name="Budget">Bytes that all kept pages together may take; the oldest are dropped for it.</param>
public sealed record KeptPage(byte[] Packet, DateTimeOffset Fetched, long Budget);

/// <param name="Article">As it stands now.</param>
/// <param name="FeedTitle">The feed has changed the title since the page was fetched.</param>
/// <param name="FeedText">The feed has changed the text since the page was fetched.</param>
public sealed record KeptArticle(long Place, DateTimeOffset Fetched, byte[] Packet, ArticleRow Article, bool FeedTitle, bool FeedText);

/// <summary>An article's new fields.</summary>
/// <param name="Content">All fields as they are to be, text and HTML included; the publication date is left as it is.</param>
/// <param name="Earlier">What they were, by name, of those that change; title, text and html are kept whole and need no value.</param>
public sealed record ArticleRevision(
    long ArticleId, ReadContent Content, Model.ReadFate Fate, string? FateReason, IReadOnlyDictionary<string, string?> Earlier, string Reason,
    DateTimeOffset Now);
