using System.Collections.Frozen;

namespace Aggregator.Text.Languages;

/// <summary>Words that carry no topic, per language, from the embedded <c>stopwords.txt</c> (own lists of the commonest function words).</summary>
internal static class StopWords
{
    private static readonly FrozenDictionary<string, FrozenSet<string>> Lists = Load();

    /// <summary>Whether the word is a function word of the language, or of English, whose words stand in headlines of all languages.</summary>
    public static bool Contains(string word, string language) =>
        (Lists.TryGetValue(language, out var own) && own.Contains(word)) || Lists["en"].Contains(word);

    /// <summary>The language whose function words are met most often; English when none is.</summary>
    public static string Guess(IEnumerable<string> words)
    {
        var hits = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var word in words)
        {
            foreach (var (language, list) in Lists)
            {
                if (list.Contains(word))
                    hits[language] = hits.GetValueOrDefault(language) + 1;
            }
        }

        var best = "en";
        foreach (var (language, count) in hits)
        {
            if (count > hits.GetValueOrDefault(best))
                best = language;
        }

        return best;
    }

    private static FrozenDictionary<string, FrozenSet<string>> Load()
    {
        var lists = new Dictionary<string, FrozenSet<string>>(StringComparer.Ordinal);
        foreach (var line in EmbeddedFile.Lines("Text.Languages.stopwords.txt"))
        {
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            lists[words[0].TrimEnd(':')] = words.Skip(1).ToFrozenSet(StringComparer.Ordinal);
        }

        return lists.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
