using System.Collections.Frozen;
using System.Text;

namespace Aggregator.Text.Languages;

/// <summary>Words that carry grammar and no matter, per language, from the embedded <c>function-words.txt</c>.</summary>
internal static class FunctionWords
{
    private static readonly (string Language, string[] Telling, string[] All)[] Lists =
        [.. EmbeddedFile.Lines("Text.Languages.function-words.txt").Select(Parse)];

    private static readonly FrozenDictionary<string, FrozenSet<string>> Folded =
        Lists.ToFrozenDictionary(list => list.Language, list => list.All.Select(Fold).ToFrozenSet(StringComparer.Ordinal));

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> OfAny =
        Lists.SelectMany(list => list.All).ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    public static string[] Languages { get; } = [.. Lists.Select(list => list.Language)];

    /// <summary>The words by which a language is told, with their languages.</summary>
    public static FrozenDictionary<string, string[]> Telling { get; } = Lists
        .SelectMany(list => list.Telling, (list, word) => (word, list.Language))
        .GroupBy(pair => pair.word, pair => pair.Language, StringComparer.Ordinal)
        .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);

    /// <summary>
    /// Whether the word, in lower case, is one in any language: a rewrite changes these first, so copies are compared without them. A word that is one
    /// only in another language is lost to the comparison, on both sides alike.
    /// </summary>
    public static bool Contains(ReadOnlySpan<char> word) => OfAny.Contains(word);

    /// <summary>
    /// Whether the word, in lower case and without accents, is one of the language, or of English, whose words stand in headlines of all languages.
    /// </summary>
    public static bool Contains(string word, string language) =>
        (Folded.TryGetValue(language, out var own) && own.Contains(word)) || Folded["en"].Contains(word);

    /// <summary>Of the languages, the one most of whose telling words stand in the text; null where none does.</summary>
    public static string? MostFrequent(string text, string[] languages)
    {
        var counts = new int[languages.Length];
        foreach (var range in text.AsSpan().Split(' '))
        {
            if (!Telling.TryGetValue(text[range].Trim('।', ',', '.', '\n', '\'', '"'), out var of))
                continue;
            for (var i = 0; i < languages.Length; i++)
                counts[i] += of.Contains(languages[i]) ? 1 : 0;
        }

        var best = Array.IndexOf(counts, counts.Max());
        return counts[best] == 0 ? null : languages[best];
    }

    private static (string Language, string[] Telling, string[] All) Parse(string line)
    {
        var parts = line.Split(':', '|');
        var telling = parts[1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return (parts[0], telling, [.. telling, .. parts.Skip(2).SelectMany(more => more.Split(' ', StringSplitOptions.RemoveEmptyEntries))]);
    }

    private static string Fold(string word) => string.Concat(word.Normalize(NormalizationForm.FormD).Where(c => c is not (>= '\u0300' and <= '\u036F')));
}
