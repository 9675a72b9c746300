using Aggregator.Model;

namespace Aggregator.Polling;

/// <summary>
/// When a permanent redirect is believed: a captive portal or a broken server answers 301 too (fetching.md rule 9). A move that the document itself announces
/// is a sighting like a redirect: templates carry such notices by mistake, too.
/// </summary>
internal static class RedirectRule
{
    /// <summary>fetching.md rule 9; the waiting time of lion-reader's rule.</summary>
    public static readonly TimeSpan Wait = TimeSpan.FromDays(7);

    /// <summary>fetching.md rule 9.</summary>
    public const int Sightings = 5;

    /// <summary>
    /// Counts a sighting of the same target, starts anew at another one, and forgets when the feed answers in place. Failures change nothing.
    /// </summary>
    /// <param name="notice">The address that the last document says the feed has moved to; null for none.</param>
    public static (FeedState State, string? Adopted) Apply(FeedState state, PollObservation seen, DateTimeOffset now, string? notice = null)
    {
        if (seen.Fate is not (FetchFate.Updated or FetchFate.NotModified))
            return (state, null);
        if ((Target(seen.Redirects) ?? Announced(notice, seen)) is not { } target)
            return (state with { RedirectTo = null, RedirectSince = null, RedirectSightings = 0 }, null);
        var same = state.RedirectTo == target;
        var next = state with
        {
            RedirectTo = target,
            RedirectSince = same ? state.RedirectSince ?? now : now,
            RedirectSightings = same ? state.RedirectSightings + 1 : 1,
        };
        return next.RedirectSightings >= Sightings && now - next.RedirectSince >= Wait
            ? (next with { RedirectTo = null, RedirectSince = null, RedirectSightings = 0 }, target)
            : (next, null);
    }

    /// <summary>Where the chain leads when every hop is permanent and none gives up https.</summary>
    private static string? Target(IReadOnlyList<RedirectHop> chain)
    {
        if (chain.Count == 0 || chain.Any(hop => !hop.IsPermanent || (IsSecure(hop.From) && !IsSecure(hop.To))))
            return null;
        return chain[^1].To;
    }

    /// <summary>Not for a temporary redirect, which says that the feed is still here; nor for a feed that names itself.</summary>
    private static string? Announced(string? notice, PollObservation seen) =>
        seen.Redirects.Count == 0 && seen.FinalUrl is { } here && Uri.TryCreate(notice, UriKind.Absolute, out var there)
            && (there.Scheme == Uri.UriSchemeHttps || (there.Scheme == Uri.UriSchemeHttp && !IsSecure(here)))
            && there.AbsoluteUri != here
            ? there.AbsoluteUri
            : null;

    private static bool IsSecure(string url) => url.StartsWith("https:", StringComparison.OrdinalIgnoreCase);
}
