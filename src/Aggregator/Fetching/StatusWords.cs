namespace Aggregator.Fetching;

/// <summary>Says what a status means for the person who wants the document.</summary>
internal static class StatusWords
{
    /// <summary>Cloudflare asks for a browser; no name that we could send would be the honest one.</summary>
    public static bool IsChallenge(RawHeaders headers) => headers["cf-mitigated"]?.Contains("challenge", StringComparison.OrdinalIgnoreCase) == true;

    public static string Explain(int status, RawHeaders headers) => status switch
    {
        _ when IsChallenge(headers) => $"{status}: blocked by a browser challenge",
        204 => "204: an answer without a document",
        206 => "206: a part of the document, which was not asked for",
        304 => "304 to a request without validators",
        401 => "401: wants a login",
        403 => "403: forbidden",
        404 => "404: not found",
        407 => "407: wants a login at a proxy",
        410 => "410: gone for good",
        429 => "429: too many requests",
        451 => "451: unavailable for legal reasons",
        503 => "503: unavailable at present",
        >= 500 and < 600 => $"{status}: server error",
        _ => $"status {status}",
    };
}
