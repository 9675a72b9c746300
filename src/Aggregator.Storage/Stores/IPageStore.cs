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
