using System.Collections.Frozen;

namespace Aggregator.Stories.Novelty;

/// <summary>Finds the sentence that makes the same claim with another figure or date.</summary>
internal static class ChangedFigures
{
    /// <summary>Least share of the sentence's other words, weighed, that the earlier one must have.</summary>
    private const double SameClaim = 0.55;

    /// <summary>And how many of them, so that "two people" and "three people" alone are no claim.</summary>
    private const int FewestShared = 3;

    /// <summary>Candidates that are held against the sentence, the likeliest source first.</summary>
    private const int Tried = 3;

    private const string Month = "month";

    private static readonly FrozenSet<string> Months =
    [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
    ];

    private static readonly FrozenSet<string> Percent = ["percent", "pct", "prozent", "cent", "pourcent", "ciento"];

    public static (SourceCandidate Source, FigureChange Change)? Find(
        NoveltySentence sentence, IEnumerable<SourceCandidate> ranked, EarlierSentences earlier, WordWeights weights)
    {
        var figures = Figures(sentence).Where(figure => !earlier.Has(figure.Value)).ToList();
        if (figures.Count == 0)
            return null;
        foreach (var candidate in ranked.Take(Tried).Where(candidate => IsSameClaim(sentence, candidate.Sentence, weights)))
        {
            var theirs = Figures(candidate.Sentence).Where(figure => !sentence.Keys.Contains(figure.Value)).ToList();
            foreach (var figure in figures)
            {
                if (theirs.Find(other => other.Unit == figure.Unit) is { Unit: not null } other)
                    return (candidate, new FigureChange(candidate.Sentence.Text[other.Place], sentence.Text[figure.Place]));
            }
        }

        return null;
    }

    private static bool IsSameClaim(NoveltySentence sentence, NoveltySentence other, WordWeights weights)
    {
        var rest = sentence.Keys.Where(key => !sentence.Numbers.Contains(key) && !Months.Contains(key)).ToList();
        var shared = rest.Where(other.Keys.Contains).ToList();
        return shared.Count >= FewestShared && weights.Sum(shared) >= SameClaim * weights.Sum(rest);
    }

    /// <summary>Numbers with what they count, and months.</summary>
    private static IEnumerable<Figure> Figures(NoveltySentence sentence)
    {
        for (var i = 0; i < sentence.Words.Count; i++)
        {
            var word = sentence.Words[i];
            if (Months.Contains(word.Key) && word.Kind == NoveltyWordKind.Name)
                yield return new Figure(word.Key, Month, word.Place);
            else if (word.Kind == NoveltyWordKind.Number && Unit(sentence, i) is { } unit)
                yield return new Figure(word.Key, unit, word.Place);
        }
    }

    /// <summary>What a number counts: the word behind it, a currency or percent; null where none is told.</summary>
    private static string? Unit(NoveltySentence sentence, int at)
    {
        var place = sentence.Words[at].Place;
        var next = at + 1 < sentence.Words.Count ? sentence.Words[at + 1] : default;
        if (sentence.Text.AsSpan(place.End.Value).StartsWith("%") || (next.Key is not null && Percent.Contains(next.Key)))
            return "%";
        var counted = next.Kind is NoveltyWordKind.Plain or NoveltyWordKind.Name ? next.Key : null;
        var sign = place.Start.Value > 0 ? sentence.Text[place.Start.Value - 1] : ' ';
        return sign is '$' or '€' or '£' or '¥' ? sign + counted : counted;
    }

    private readonly record struct Figure(string Value, string Unit, Range Place);
}
