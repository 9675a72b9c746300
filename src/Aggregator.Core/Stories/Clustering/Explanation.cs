using System.Globalization;
using Aggregator.Model;

namespace Aggregator.Stories.Clustering;

/// <summary>Says in words why an article went where it went.</summary>
internal static class Explanation
{
    /// <summary>Shared terms named in the evidence.</summary>
    private const int Shown = 8;

    /// <summary>Articles looked at for the most central one, newest first; bounds the cost of a story of thousands.</summary>
    private const int LeadCandidates = 200;

    public static Decision Copy(long original) =>
        new("story", "copy", null, null, [string.Create(CultureInfo.InvariantCulture, $"a copy belongs to the story of its original, article {original}")], original);

    /// <param name="best">The best candidate, whether it was joined or not; null where nothing shared a rare term.</param>
    public static Decision Of(IndexedArticle article, Candidate? best, bool joined, Vocabulary vocabulary)
    {
        if (best is null)
        {
            return new Decision("story", "new", null, JoinModel.Threshold, ["no article in the window shares a rare term"]);
        }

        List<string> evidence = [];
        Shared(evidence, "names", article, best.Nearest, vocabulary, t => (t & TermKind.Name) != 0);
        Shared(evidence, "numbers", article, best.Nearest, vocabulary, t => (t & TermKind.Number) != 0);
        Shared(evidence, "rare terms", article, best.Nearest, vocabulary, t => (t & (TermKind.Name | TermKind.Number)) == 0);
        var f = best.Features;
        evidence.Add(string.Create(CultureInfo.InvariantCulture, $"nearest article {best.Nearest.Id}: likeness {f.Nearest:0.00}, headlines {f.Title:0.00}; story as a whole {f.Centroid:0.00}"));
        evidence.Add(string.Create(CultureInfo.InvariantCulture, $"{f.Days:0.0} days apart; {f.Size} articles in the story, {f.SameOutlet} of the same outlet"));
        return new Decision("story", joined ? "join" : "new", Math.Round(best.Score, 3), JoinModel.Threshold, evidence, best.Story.Id);
    }

    /// <summary>The story's article that is nearest to its centroid, the oldest among equals; null when none has a text of its own.</summary>
    public static long? LeadOf(StoryCluster story, Vocabulary vocabulary)
    {
        (long? Id, double Score) best = (null, double.MinValue);
        foreach (var article in story.Members.Skip(story.Members.Count - LeadCandidates))
        {
            long dot = 0, norm = 0;
            foreach (var term in article.Terms)
            {
                long idf = vocabulary.Idf(term.Id);
                norm += idf * idf * term.Weight * term.Weight;
                dot += idf * idf * term.Weight * story.Sum[term.Id];
            }

            var score = norm == 0 ? 0 : dot / Math.Sqrt(norm);
            if (score > best.Score)
            {
                best = (article.Id, score);
            }
        }

        return best.Id;
    }

    private static void Shared(List<string> evidence, string label, IndexedArticle a, IndexedArticle b, Vocabulary vocabulary, Func<TermKind, bool> wanted)
    {
        var there = b.Terms.ToDictionary(t => t.Id, t => t.Kind);
        var shared = a.Terms.Where(t => there.TryGetValue(t.Id, out var kind) && wanted(t.Kind | kind))
            .OrderByDescending(t => vocabulary.Idf(t.Id)).ThenBy(t => vocabulary.TextOf(t.Id), StringComparer.Ordinal)
            .Take(Shown).Select(t => vocabulary.TextOf(t.Id)).ToList();
        if (shared.Count > 0)
        {
            evidence.Add($"shared {label}: {string.Join(", ", shared)}");
        }
    }
}
