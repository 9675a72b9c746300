namespace Aggregator.Api.Merged;

/// <summary>
/// Who gets a 226 (RFC 3229 with the instance manipulation "feed"): clients that ask for it and can read it. The header alone is no proof: feedparser sends
/// it with every request of every program that is built on it, and rss2email turns the 226 away as an error, keeps its old tag and never gets an entry again.
/// </summary>
internal static class FeedDelta
{
    private const string Feedparser = "feedparser/";

    public static bool IsAskedFor(HttpRequest request) =>
        request.Headers["A-IM"].ToString().Split(',', ';').Any(token => token.Trim().Equals("feed", StringComparison.OrdinalIgnoreCase));

    /// <summary>A delta has no meaning for a client that has nothing yet: who asks for one there asks always, by a library, and knows nothing of it.</summary>
    public static bool IsAskedForBlindly(HttpRequest request) =>
        request.Headers.IfNoneMatch.Count == 0 && request.Headers.IfModifiedSince.Count == 0 && IsAskedFor(request);

    public static bool IsRefusedBy(HttpRequest request) =>
        request.Headers.UserAgent.ToString().StartsWith(Feedparser, StringComparison.OrdinalIgnoreCase);
}
