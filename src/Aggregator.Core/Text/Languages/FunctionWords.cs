using System.Collections.Frozen;

namespace Aggregator.Text.Languages;

/// <summary>
/// Words that carry grammar and no matter, of the languages that feeds are mostly in, in one set: a rewrite changes these first, so copies are compared
/// without them. A word that is one only in another language is lost to the comparison, on both sides alike.
/// </summary>
internal static class FunctionWords
{
    private static readonly FrozenSet<string> Words = EmbeddedFile.Read("Text.Languages.function-words.txt")
        .Split('\n')
        .Where(l => !l.StartsWith('#'))
        .SelectMany(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        .ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup = Words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <param name="word">In lower case.</param>
    public static bool Contains(ReadOnlySpan<char> word) => Lookup.Contains(word);
}
