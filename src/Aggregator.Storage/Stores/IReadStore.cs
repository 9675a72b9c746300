namespace Aggregator.Stores;

/// <summary>The second queue: articles whose page is to be read.</summary>
public interface IReadStore
{
    /// <summary>
    /// Claims articles whose page is still to be read and whose time has come, at most <paramref name="perHost"/> unfinished claims for any one host:
    /// of each host in the order of ids, the hosts in turn from call to call. A claimed article is given out to nobody else until it is committed; claims
    /// do not outlive the store that was opened.
    /// </summary>
    /// <param name="read">Claimed articles whose page has come and which wait to be committed: their place at the host is free again.</param>
    Task<IReadOnlyList<UnreadArticle>> ClaimUnreadAsync(DateTimeOffset now, int limit, int perHost, IReadOnlyCollection<long> read,
        CancellationToken cancellation);

    /// <summary>
    /// Stores what reading brought, or puts the article back until <see cref="ReadCommit.RetryAt"/>, and frees it. An article that is no longer in the
    /// queue is left as it is.
    /// </summary>
    Task CommitReadAsync(IReadOnlyList<ReadCommit> commits, CancellationToken cancellation);
}
