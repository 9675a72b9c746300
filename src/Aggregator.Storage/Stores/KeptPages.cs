using Aggregator.Model;

namespace Aggregator.Stores;

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
    long ArticleId, ReadContent Content, ReadFate Fate, string? FateReason, IReadOnlyDictionary<string, string?> Earlier, string Reason,
    DateTimeOffset Now);
