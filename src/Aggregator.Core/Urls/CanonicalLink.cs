namespace Aggregator.Urls;

/// <summary>
/// Whether a page's <c>rel=canonical</c> may stand for the page's own address. Many sites get it wrong, and a wrong one merges articles:
/// front-page and section canonicals would merge a whole site, another site's address would hand the article to that site.
/// </summary>
public static class CanonicalLink
{
    /// <returns>True when both are of one host (up to <c>www</c>, mobile and AMP variants) and <paramref name="canonical"/> names an article of its
    /// own.</returns>
    public static bool MayReplace(Uri pageUrl, Uri canonical)
    {
        ArgumentNullException.ThrowIfNull(pageUrl);
        ArgumentNullException.ThrowIfNull(canonical);
        if (UrlParts.Parse(pageUrl.OriginalString) is not { } page || UrlParts.Parse(canonical.OriginalString) is not { } target)
            return false;
        if (HostVariants.Normalize(page.Host) != HostVariants.Normalize(target.Host) || page.Port != target.Port)
            return false;
        var path = PathVariants.Normalize(target.Path, []);
        if (path == "/" && target.Query.Length == 0)
            return false;
        return Names(target, path) || !Names(page, PathVariants.Normalize(page.Path, []));
    }

    /// <summary>
    /// Whether a redirect leads from an article to no article: to a front page, or on the same host from an address that names one to one that does not
    /// (a section, a login, a consent page).
    /// </summary>
    public static bool IsLost(Uri asked, Uri reached)
    {
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(reached);
        if (UrlParts.Parse(asked.OriginalString) is not { } page || UrlParts.Parse(reached.OriginalString) is not { } target)
            return false;
        var (from, to) = (PathVariants.Normalize(page.Path, []), PathVariants.Normalize(target.Path, []));
        if (to == "/" && !Names(target, to))
            return from != "/" && (Names(page, from) || HostVariants.Normalize(page.Host) == HostVariants.Normalize(target.Host));
        return HostVariants.Normalize(page.Host) == HostVariants.Normalize(target.Host) && page.Port == target.Port && Names(page, from) && !Names(target, to);
    }

    private static bool Names(UrlParts url, string path) =>
        ArticlePath.NamesArticle(path) || (path != "/" && url.Query.Split('&').Any(p => ArticlePath.IsId(p[(p.IndexOf('=', StringComparison.Ordinal) + 1)..])));
}
