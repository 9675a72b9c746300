using System.Globalization;
using Aggregator.Extraction.Words;
using Aggregator.Html.Dom;
using Aggregator.Model;
using Aggregator.Text.Dates;

namespace Aggregator.Extraction.Metadata;

/// <summary>
/// Dates that a reader sees: <c>time</c> elements and short dated texts, weighed by where they stand to the headline, what they are called and what
/// the words around them say.
/// </summary>
internal sealed class VisibleDates
{
    /// <summary>Sure enough to go before undated sources such as a bare <c>meta name=date</c>.</summary>
    public const int Sure = 7;

    /// <summary>Sure enough to tell which day the page itself means by an instant in UTC; with fewer points it was no better than chance.</summary>
    public const int Certain = 9;

    /// <summary>Sure enough to go before a later declared date: of the open pages six were won and none lost; from nine points on six and three.</summary>
    public const int Unmistakable = 11;

    /// <summary>Better than nothing.</summary>
    public const int Likely = 3;

    /// <summary>The only date on a page that says nothing else.</summary>
    public const int Faint = 1;

    /// <summary>Elements between headline and dateline; bylines, shares and a lead image lie between.</summary>
    private const int Near = 60, Far = 150, Above = -25;

    /// <summary>Characters of a date that stands for itself, with its time and a word such as "Published".</summary>
    private const int MaxDateLine = 30;

    /// <summary>Points for a date that stands for itself next to the headline; of the open pages six were won and none lost.</summary>
    private const int DateLine = 4;

    /// <summary>
    /// Points for a date in a text longer than a line, which even near the headline must not be <see cref="Likely"/>, and for one that prose begins with: a
    /// dateline, or the year of what is told.
    /// </summary>
    private const int Prose = -6, BeginsProse = -2;

    /// <summary>Points for a date of a make that was there before.</summary>
    private const int Repeated = -3;

    private readonly Dictionary<(string, string?, string?), int> _makes = [];
    private readonly List<(ReadDate Date, int Score, bool Updated)> _candidates = [];

    /// <param name="nearOnly">Reads only what stands near the headline, where alone a date becomes <see cref="Certain"/>.</param>
    public VisibleDates(PageData page, bool monthFirst, bool nearOnly = false)
    {
        foreach (var found in page.Survey.Times)
        {
            if (nearOnly && !IsNear(page, found))
                continue;
            var text = VisibleText.Of(found.Element);
            var date = found.Element.LocalName == "time" ? OfTime(found.Element, text, monthFirst) : DateText.Read(found.Element.GetAttribute("title"));
            if (date is { } read && !DateInProse.IsInside(found.Element, text))
                Add(page, read, found, text, Label(found.Element, text), 3 + InSeries(found));
        }

        foreach (var (text, where) in page.Survey.DateTexts)
        {
            if (where.Element.LocalName != "time" && !(nearOnly && !IsNear(page, where)))
                AddLine(page, text, where, DateText.ReadAll(text, monthFirst));
        }
    }

    /// <summary>What the element is dated, or what it shows where that is the same day with a time.</summary>
    private static ReadDate? OfTime(Element element, string text, bool monthFirst)
    {
        var dated = DateText.Read(element.GetAttribute("datetime"));
        if (dated is { Precision: not DatePrecision.Day })
            return dated;
        var shown = DateText.Read(text, monthFirst);
        return dated is null || (shown is { Precision: not DatePrecision.Day } finer && finer.Instant.Date == dated.Value.Instant.Date) ? shown : dated;
    }

    /// <summary>The dates of a text, each by the label that stands beside it: "Updated Nov 28 | Published Nov 24".</summary>
    private void AddLine(PageData page, string text, SeenElement where, IReadOnlyList<FoundDate> dates)
    {
        if (dates.Count == 0 || DateInProse.Is(text, dates[0], where.Element))
            return;
        var score = (DateInProse.IsLine(text) ? 0 : char.IsDigit(text[0]) ? BeginsProse : Prose) + InSeries(where);
        if (dates.Count == 1)
        {
            Add(page, dates[0].Date, where, text, Label(where.Element, text), score);
            return;
        }

        var behind = !IsLabel(text[..dates[0].Start]) && IsLabel(text[dates[^1].End..]);
        for (var i = 0; i < dates.Count; i++)
        {
            var (from, to) = behind
                ? (dates[i].Start, i + 1 < dates.Count ? dates[i + 1].Start : text.Length)
                : (i == 0 ? 0 : dates[i - 1].End, dates[i].End);
            Add(page, dates[i].Date, where, text[from..to], $"{where.Element.ClassName} {text[from..to]}", score);
        }
    }

    private static bool IsLabel(string text) => DateMarks.Updated.IsMatch(text) || DateMarks.Published.IsMatch(text);

    private static bool IsNear(PageData page, SeenElement found) => page.Places.Distance(found) is null or (>= Above and <= Near) && page.Places.IsOwn(found);

    /// <summary>
    /// Dates of one make that return are those of a list (related stories, an archive); all but the first, which may be the
    /// article's own, step back.
    /// </summary>
    private int InSeries(SeenElement found)
    {
        var make = (found.Element.LocalName, found.Element.ClassName, found.Element.ParentElement?.ClassName);
        _makes.TryGetValue(make, out var before);
        _makes[make] = before + 1;
        return before == 0 ? 0 : Repeated;
    }

    /// <summary>The best date of at least this many points; dates of updates only when asked for.</summary>
    public ReadDate? Best(int least, bool updated = false)
    {
        ReadDate? best = null;
        foreach (var (date, score, isUpdate) in _candidates)
        {
            if (score >= least && isUpdate == updated)
                (best, least) = (date, score + 1);
        }

        return best;
    }

    private void Add(PageData page, ReadDate date, SeenElement found, string text, string label, int score)
    {
        score += page.Places.IsOwn(found) ? 3 : page.Places.IsBesideHeadline(found) ? 0 : -3;
        score += page.Places.Distance(found) switch
        {
            >= 0 and <= Near => 4,
            > Near and <= Far => 2,
            >= Above and < 0 => 2,
            null => 2,
            _ => 0,
        };
        if (IsNamed(found.Element, DateMarks.Names))
            score += 2;
        if (DateMarks.Published.IsMatch(label))
            score += 2;
        if (DateMarks.Other.IsMatch(label))
            score -= 6;
        // a linked date is a card of another page or a calendar
        if (found.In(PageZones.Link))
            score -= 2;
        var updated = DateMarks.Updated.IsMatch(label) && !DateMarks.Published.IsMatch(label);
        if (!updated && text.Length <= MaxDateLine && page.Places.Distance(found) is >= -OwnPlaces.MaxBeside and <= OwnPlaces.MaxBeside)
            score += DateLine;
        _candidates.Add((date, score, updated));
    }

    private static bool IsNamed(Element element, WordMatcher words)
    {
        var level = element;
        for (var i = 0; i < 3 && level is not null && level.LocalName is not ("body" or "article" or "main"); i++, level = level.ParentElement)
        {
            if (words.IsMatch(level.ClassName) || words.IsMatch(level.Id))
                return true;
        }

        return false;
    }

    /// <summary>The text with its surroundings, as far as they are short enough to be a label.</summary>
    private static string Label(Element element, string text)
    {
        var label = string.Create(CultureInfo.InvariantCulture, $"{element.ClassName} {element.GetAttribute("itemprop")} {text}");
        var parent = element.ParentElement;
        // a text with a label of its own is not labelled by its neighbours
        if (IsLabel(text) || parent is null || parent.ChildElementCount > 6)
            return label;
        var around = VisibleText.Of(parent);
        return around.Length <= DateInProse.MaxLine * 2 ? label + " " + around : label;
    }
}
