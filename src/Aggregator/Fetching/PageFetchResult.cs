using Aggregator.Model;

namespace Aggregator.Fetching;

/// <summary>How the fetch of an article page ended.</summary>
internal abstract record PageFetchResult
{
    private PageFetchResult()
    {
    }

    /// <param name="Body">The page, decompressed.</param>
    /// <param name="Url">Its address after redirects.</param>
    /// <param name="ContentType">As sent.</param>
    /// <param name="NoArchive">X-Robots-Tag asks not to store the text.</param>
    internal sealed record Fetched(byte[] Body, Uri Url, string? ContentType, bool NoArchive) : PageFetchResult;

    /// <summary>robots.txt forbids it, for good.</summary>
    internal sealed record Disallowed(string Reason) : PageFetchResult;

    /// <param name="Fate"><see cref="ReadFate.Unreachable"/>, <see cref="ReadFate.Refused"/> or <see cref="ReadFate.NotAnArticle"/>.</param>
    /// <param name="Transient">Worth another try later.</param>
    /// <param name="Message">Why, in words.</param>
    /// <param name="RetryAfter">Not before, where the host said so.</param>
    internal sealed record Failed(ReadFate Fate, bool Transient, string Message, TimeSpan? RetryAfter = null) : PageFetchResult;
}
