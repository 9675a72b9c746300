using Aggregator.Extraction.Words;
using Aggregator.Html.Dom;

namespace Aggregator.Extraction.Metadata;

/// <summary>The headline as read, and the heading that it was read from (null when only the head declares it).</summary>
internal sealed record Headline(string? Text, SeenElement? Heading);

/// <summary>
/// The headline that a reader sees: the page's heading that the head's declarations bear out best. Without one that qualifies, what the head
/// declares, the outlet's name taken off: JSON-LD, og:title, <c>title</c>.
/// </summary>
internal static class Titles
{
    /// <summary>Points, set by hand while looking at pages with known headlines; they were not swept one by one.</summary>
    private const int FirstRank = 4, OwnPlace = 2, InArticle = 1, Named = 1, ForeignPlace = -3, OutletName = -9, Invisible = -4, Unrelated = -8;

    /// <summary>Share of common words below which a heading outside the article's markup names something else (5 of 14 such headings were right).</summary>
    private const double MinWordOverlap = 0.2;

    /// <summary>Fewer letters than this recur by chance.</summary>
    private const int MinOverlap = 12;

    public static Headline Read(PageData page)
    {
        var claims = TitleClaims.Of(page);
        SeenElement? best = null;
        var (bestText, bestScore) = ("", 0);
        foreach (var found in page.Survey.Headings)
        {
            if (Weigh(found, FirstRank, claims, out var text) is var score && (score > bestScore || (score == bestScore && IsFuller(text, bestText, claims))))
                (best, bestText, bestScore) = (found, text, score);
        }

        foreach (var found in page.Survey.Subheadings)
        {
            // only a heading that is a declared title goes before the h1s; few are, so this is asked before anything is weighed
            if (claims.Support(TitleParts.Key(VisibleText.Of(found.Element))) >= TitleClaims.PieceMatch
                && Weigh(found, found.Element.LocalName == "h2" ? 0 : -1, claims, out var text) is var score
                && score > bestScore)
            {
                (best, bestText, bestScore) = (found, text, score);
            }
        }

        if (best is not { } heading)
            return new Headline(claims.Declared() ?? LastResort(page), null);
        if (IsCrumb(heading) && claims.Other(bestText) is { } other)
            return new Headline(other, heading);
        return new Headline(claims.Trim(bestText), heading);
    }

    /// <summary>
    /// Of two headings as good as each other the first one counts, unless a later one is a longer declared title: a section's name stands before the
    /// headline.
    /// </summary>
    private static bool IsFuller(string text, string earlier, TitleClaims claims) =>
        text.Length > earlier.Length && claims.Support(TitleParts.Key(text)) >= TitleClaims.PieceMatch;

    private static string? LastResort(PageData page)
    {
        var first = page.Survey.Headings.Select(found => VisibleText.Of(found.Element)).FirstOrDefault(text => text.Length > 0) ?? page.Survey.DocumentTitle;
        return first.Length > 0 ? first : null;
    }

    /// <summary>A heading inside the navigation is the last crumb of the path, whose words are chosen for search engines.</summary>
    private static bool IsCrumb(SeenElement heading)
    {
        if (heading.Element.LocalName != "h1")
            return false;
        if (heading.In(PageZones.Nav) || PartWords.Crumb.IsMatch(heading.Element.ClassName))
            return true;
        return heading.Foreign is { } box && PartWords.Crumb.IsMatch(box.ClassName);
    }

    private static int Weigh(SeenElement found, int score, TitleClaims claims, out string text)
    {
        text = VisibleText.Of(found.Element);
        var key = TitleParts.Key(text);
        if (key.Length == 0)
            return int.MinValue;
        var support = claims.Support(key);
        score += support;
        score += found.Foreign is null ? OwnPlace : support >= TitleClaims.PieceMatch ? 0 : ForeignPlace;
        if (found.In(PageZones.Article | PageZones.Main))
            score += InArticle;
        else if (support == 0 && claims.Overlap(text) < MinWordOverlap)
            score += Unrelated;
        if (PartWords.Headline.IsMatch(found.Element.ClassName) || found.Element.GetAttribute("itemprop") is "headline" or "name")
            score += Named;
        if (PartWords.ScreenReaderOnly.IsMatch(found.Element.ClassName) || found.Element.HasAttribute("hidden"))
            score += Invisible;
        if (PartWords.Logo.IsMatch(found.Element.ClassName) || PartWords.Logo.IsMatch(found.Element.Id) || claims.IsOutlet(text))
            score += OutletName;
        return key.Length < MinOverlap && support == 0 && found.Foreign is not null ? int.MinValue : score;
    }
}
