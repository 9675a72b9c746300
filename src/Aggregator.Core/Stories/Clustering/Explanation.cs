using System.Globalization;
using Aggregator.Model;

namespace Aggregator.Stories.Clustering;

/// <summary>Says in words why an article went where it went.</summary>
internal static class Explanation
{
    /// <summary>Shared terms named in the evidence.</summary>
    private const int Shown = 8;

    public static Decision Copy(long original) =>
        new("story", "copy", null, null, [string.Create(CultureInfo.InvariantCulture, $"a copy belongs to the story of its original, article {original}")],
            original);

    /// <param name="best">The best candidate, whether it was joined or not; null where nothing shared a rare term.</param>
    public static Decision Of(Reading reading, StoryCandidate? best, bool joined, TermIndex vocabulary)
    {
        if (best is null)
            return new Decision("story", "new", null, null, ["no article in the window shares a rare term"]);

        List<string> evidence = [];
        Shared(evidence, "names", reading, best.Nearest, vocabulary, t => (t & TermKind.Name) != 0);
        Shared(evidence, "numbers", reading, best.Nearest, vocabulary, t => (t & TermKind.Number) != 0);
        Shared(evidence, "rare terms", reading, best.Nearest, vocabulary, t => (t & (TermKind.Name | TermKind.Number)) == 0);
        var f = best.Features;
        evidence.Add(string.Create(CultureInfo.InvariantCulture,
            $"nearest article {best.Nearest.Id}: likeness {f.Nearest:0.00}, headlines {f.Title:0.00}; story as a whole {f.Centroid:0.00}"));
        evidence.Add(string.Create(CultureInfo.InvariantCulture,
            $"{f.Days:0.0} days apart; {f.Size} articles in the story, {f.SameOutlet} of the same outlet"));
        if (f.Cohesion is { } cohesion)
            evidence.Add(string.Create(CultureInfo.InvariantCulture, $"likeness of the story's articles among themselves: {cohesion:0.00}"));

        return new Decision("story", joined ? "join" : "new", Math.Round(best.Score, 4), Math.Round(best.Threshold, 4), evidence, best.Story.Id);
    }

    /// <summary>The same decision, with the younger stories that it brought home.</summary>
    public static Decision Merge(Decision join, long older, IReadOnlyList<long> younger) => join with
    {
        Rule = "merge",
        Evidence = [.. join.Evidence,
            .. younger.Select(y => string.Create(CultureInfo.InvariantCulture, $"story {y} matches as well and is alike as a whole: one with story {older}"))],
    };

    /// <summary>The same decision for an article that must not chain stories.</summary>
    public static Decision Roundup(Decision decision) => decision with
    {
        Rule = decision.Rule == "join" ? "join-roundup" : "new-roundup",
        Evidence = [.. decision.Evidence, "its headline is that of a round-up: it has no weight in the story, and nothing joins it"],
    };

    private static void Shared(List<string> evidence, string label, Reading reading, IndexedArticle other, TermIndex vocabulary, Func<TermKind, bool> wanted)
    {
        var shared = Common(reading.Article.Terms, other.Terms, wanted)
            .OrderByDescending(t => vocabulary.Idf(t.Id)).ThenBy(t => reading.TextOf(t.Id), StringComparer.Ordinal)
            .Take(Shown)
            .Select(t => string.Create(CultureInfo.InvariantCulture, $"{reading.TextOf(t.Id)} {(double)vocabulary.Idf(t.Id) / IdfTable.Scale:0.0}"))
            .ToList();
        if (shared.Count > 0)
            evidence.Add($"shared {label}, with how rare they are: {string.Join(", ", shared)}");
    }

    private static List<Term> Common(Term[] mine, Term[] theirs, Func<TermKind, bool> wanted)
    {
        var common = new List<Term>();
        for (int i = 0, j = 0; i < mine.Length && j < theirs.Length;)
        {
            if (mine[i].Id == theirs[j].Id && wanted(mine[i].Kind | theirs[j].Kind))
                common.Add(mine[i]);

            (i, j) = (mine[i].Id <= theirs[j].Id ? i + 1 : i, mine[i].Id >= theirs[j].Id ? j + 1 : j);
        }

        return common;
    }
}
