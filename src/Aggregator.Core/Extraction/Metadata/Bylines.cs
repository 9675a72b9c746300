using Aggregator.Extraction.Words;
using Aggregator.Html.Dom;

namespace Aggregator.Extraction.Metadata;

/// <summary>The byline that a reader sees: links to authors, elements named as bylines, and text that begins with "By", weighed by kind and place.</summary>
internal static class Bylines
{
    /// <summary>Longer than the byline of five authors.</summary>
    private const int MaxLength = 160;

    /// <summary>Elements from headline to byline, before and after; further down stand the boxes about the author.</summary>
    private const int Above = -25, Near = 80;

    /// <summary>Elements between the names of one byline.</summary>
    private const int SameByline = 25;

    /// <summary>More names in a row are the site's list of authors or of tags.</summary>
    private const int MaxNames = 6;

    /// <summary>Elements between a portrait and the block that holds it and the name.</summary>
    private const int PortraitLevels = 4;

    private const int RelAuthor = 6, AuthorLink = 5, NamedElement = 4, BylineText = 4, PortraitName = 3, ExactName = 5, OneWord = -4, Least = 7;

    public static IReadOnlyList<string> Read(PageData page)
    {
        var candidates = new List<Candidate>();
        foreach (var found in page.Survey.Bylines)
        {
            if (IsAuthorLink(found.Element))
                Add(page, candidates, found, VisibleText.Of(found.Element), RelAuthor);
            else if (!found.Element.HasAttribute("rel"))
                Add(page, candidates, found, VisibleText.Of(found.Element), NameKind(found.Element));
        }

        foreach (var found in page.Survey.AuthorLinks)
            Add(page, candidates, found, VisibleText.Of(found.Element), AuthorLink);
        foreach (var (text, where) in page.Survey.BylineTexts)
            Add(page, candidates, where, AfterStart(text, where.Element), BylineText);

        foreach (var found in page.Survey.Portraits)
        {
            if (Portrait(found) is { } name && page.Places.IsOwn(found) && page.Places.Distance(found) is >= Above and <= Near)
                Add(page, candidates, found, name, PortraitName);
        }

        if (candidates.Count == 0)
            return [];
        var best = candidates.MaxBy(candidate => (candidate.Score, -candidate.Found.Order));
        if (best.Score < Least)
            return [];
        best = Innermost(candidates, best);
        List<string> names = [.. SameRow(candidates, best).SelectMany(candidate => candidate.Names).Distinct(StringComparer.OrdinalIgnoreCase)];
        // An outlet that signs where names stand leaves no other name to be looked for; beside an agency it stays ("Le Monde with AFP").
        if (names.TrueForAll(name => IsOutlet(page, name)) || names.Exists(name => name.Contains(' ') && !IsOutlet(page, name)))
            names.RemoveAll(name => IsOutlet(page, name));
        return names.Count <= MaxNames ? names : [];
    }

    /// <summary>The candidates of the same kind that follow one another closely around the best one: the other authors.</summary>
    private static IEnumerable<Candidate> SameRow(List<Candidate> candidates, Candidate best)
    {
        var last = best.Found.Order;
        foreach (var candidate in candidates.Where(other => other.Kind == best.Kind
            && other.Score == best.Score
            && other.Found.Element.ClassName == best.Found.Element.ClassName).OrderBy(other => other.Found.Order))
        {
            if (candidate.Found.Order - last > SameByline)
                yield break;
            last = candidate.Found.Order;
            yield return candidate;
        }
    }

    /// <summary>A candidate inside the best one that holds the start of its name alone: the rest is a job or a date in another element.</summary>
    private static Candidate Innermost(List<Candidate> candidates, Candidate best)
    {
        foreach (var other in candidates)
        {
            if (other.Names is [var name]
                && name.Length < best.Names[0].Length
                && name.Contains(' ')
                && best.Names[0].StartsWith(name, StringComparison.Ordinal)
                && other.Found.Element.Ancestors().Contains(best.Found.Element))
            {
                best = other;
            }
        }

        return best;
    }

    private static int NameKind(Element element)
    {
        if (PartWords.AuthorBox.IsMatch(element.ClassName))
            return NamedElement - 2;
        return element.ClassList.Any(name => AuthorWords.Classes.Contains(name)) ? ExactName : NamedElement;
    }

    private static void Add(PageData page, List<Candidate> candidates, SeenElement found, string text, int kind)
    {
        if (text.Length is < 2 or > MaxLength)
            return;
        var names = AuthorNames.FromText([text]);
        if (names.Count > 0 && IsOtherPerson(found.Element))
            return;
        // a sure place may hold the name of an account ("tlow")
        if (names.Count == 0
            || !names.All(name => AuthorNames.LooksLikeName(name)
                || (kind >= ExactName && AuthorNames.IsAccount(name) && !AuthorWords.NotInNames.Contains(name))))
        {
            return;
        }

        var score = kind + (page.Places.IsOwn(found) ? 3 : page.Places.IsBesideHeadline(found) ? 0 : -3);
        score += page.Places.Distance(found) switch
        {
            >= 0 and <= Near => 3,
            >= Above and < 0 => 2,
            null => 2,
            _ => 0,
        };
        if (score >= Least && page.Places.IsInComments(found))
            return;
        if (names.All(name => !name.Contains(' ') && name[0] < '\u2E80'))
            score += kind == BylineText ? OneWord : OneWord / 2;
        candidates.Add(new Candidate(found, names, score, kind));
    }

    /// <summary>
    /// The outlet's own name. A blog that is called after its author is another matter: two words that no outlet has in its name, or the name of the account
    /// that a host of blogs gives an address of its own.
    /// </summary>
    private static bool IsOutlet(PageData page, string name)
    {
        if (!page.OutletKeys.Contains(TitleParts.Key(name)))
            return false;
        var words = name.Split(' ');
        var labels = page.Url.Host.Split('.');
        return words.Length > 1
            ? words.Any(AuthorWords.OutletWords.Contains)
            : labels.Length < 3 || labels[0] == "www" || labels[0] != TitleParts.Key(name);
    }

    /// <summary>The full name that a portrait gives as its text alternative and that stands beside it again, as in the bylines of many blogs.</summary>
    private static string? Portrait(SeenElement image)
    {
        if (image.In(PageZones.Figure))
            return null;
        var alt = VisibleText.Collapse(image.Element.GetAttribute("alt"));
        foreach (var start in AuthorWords.PortraitStarts)
        {
            if (alt.StartsWith(start, StringComparison.OrdinalIgnoreCase))
                alt = alt[start.Length..];
        }

        if (!alt.Contains(' ') || !AuthorNames.LooksLikeName(alt))
            return null;
        var around = image.Element.ParentElement;
        for (var level = 0; level < PortraitLevels && around is not null; level++, around = around.ParentElement)
        {
            if (VisibleText.Of(around) is { Length: > 0 } text)
                return text.StartsWith(alt, StringComparison.OrdinalIgnoreCase) && text.Length <= MaxLength ? alt : null;
        }

        return null;
    }

    /// <summary>The name belongs to somebody who checked, edited or translated: the words just before it say so.</summary>
    private static bool IsOtherPerson(Element element)
    {
        var before = element.PreviousSibling is { } sibling ? sibling.TextContent : element.ParentElement?.PreviousSibling?.TextContent;
        return before is { Length: > 0 and < 60 } && AuthorWords.OtherPeople.Any(mark => before.Contains(mark, StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsAuthorLink(Element element) =>
        element.GetAttribute("rel") is { } rel && rel.Contains("author", StringComparison.OrdinalIgnoreCase);

    /// <summary>What follows "By": the rest of the text, or of the element when the name is an element of its own.</summary>
    private static string AfterStart(string text, Element element)
    {
        var whole = VisibleText.Of(element);
        if (whole.Length <= MaxLength && whole.Length > text.Length && whole.StartsWith(text, StringComparison.Ordinal))
            return whole;
        // "by Jane Doe"; "Written by" has no name yet
        if (!AuthorNames.IsLabel(text))
            return text;
        if (element.ParentElement is not { } parent)
            return "";
        var around = VisibleText.Of(parent);
        if (around.Length <= MaxLength && around.Length > whole.Length)
        {
            return around.StartsWith(text, StringComparison.Ordinal)
                ? around
                : around.Contains(text, StringComparison.Ordinal)
                ? around[around.IndexOf(text, StringComparison.Ordinal)..]
                : "";
        }

        return element.NextElementSibling is { } next && VisibleText.Of(next) is { Length: > 1 and <= MaxLength } name ? name : "";
    }

    private readonly record struct Candidate(SeenElement Found, IReadOnlyList<string> Names, int Score, int Kind);
}
