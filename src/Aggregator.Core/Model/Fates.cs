namespace Aggregator.Model;

/// <summary>How one fetch of a feed ended.</summary>
public enum FetchFate
{
    /// <summary>A new or changed document was read and stored.</summary>
    Updated,

    /// <summary>304, or the same bytes again.</summary>
    NotModified,

    /// <summary>DNS, connect, TLS, reset or protocol error.</summary>
    NetworkError,

    Timeout,

    /// <summary>Larger than the limit after decompression.</summary>
    TooLarge,

    /// <summary>An HTTP status that is no success.</summary>
    HttpError,

    /// <summary>429, or 503 with a time to wait.</summary>
    RateLimited,

    /// <summary>410.</summary>
    Gone,

    /// <summary>The address leads to a place that may not be fetched (private network, other scheme).</summary>
    Refused,

    TooManyRedirects,

    /// <summary>The document is no feed.</summary>
    NotAFeed,

    /// <summary>Something went wrong in our own code.</summary>
    InternalError,

    /// <summary>401, 403 or a browser challenge: the publisher does not want us. Counted apart from faults (fetching.md rule 12).</summary>
    Forbidden,
}

/// <summary>How the reading of an article's page ended.</summary>
public enum ReadFate
{
    /// <summary>Not read yet.</summary>
    Pending,

    /// <summary>The page's text was extracted.</summary>
    Extracted,

    /// <summary>The feed's own text was full enough, or better than the page's.</summary>
    FeedText,

    /// <summary>robots.txt or a meta tag forbids it.</summary>
    Disallowed,

    /// <summary>The page holds no article; the feed's text was kept.</summary>
    NotAnArticle,

    /// <summary>The page could not be fetched; the feed's text was kept.</summary>
    Unreachable,

    /// <summary>The address may not be fetched.</summary>
    Refused,

    /// <summary>The entry names no page.</summary>
    NoLink,

    /// <summary>Something went wrong in our own code; the feed's text was kept.</summary>
    InternalError,
}
