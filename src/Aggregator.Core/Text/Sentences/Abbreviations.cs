using System.Collections.Frozen;

namespace Aggregator.Text.Sentences;

/// <summary>What follows a word that ends in a full stop.</summary>
internal enum AbbreviationKind
{
    /// <summary>The word is no abbreviation.</summary>
    None,
    GoesOn,
    BeforeNumber,
    MayEnd,
}

/// <summary>Words with a full stop of their own, from the embedded <c>abbreviations.txt</c>.</summary>
internal static class Abbreviations
{
    /// <summary>Longer words are none.</summary>
    private const int Longest = 8;

    private static readonly FrozenDictionary<string, AbbreviationKind>.AlternateLookup<ReadOnlySpan<char>> Kinds = Load();

    /// <param name="word">Without its last stop, as written.</param>
    public static AbbreviationKind KindOf(ReadOnlySpan<char> word)
    {
        if (word.Length > Longest)
            return AbbreviationKind.None;
        if (Kinds.TryGetValue(word, out var kind))
            return kind;
        Span<char> lower = stackalloc char[Longest];
        return Kinds.TryGetValue(lower[..word.ToLowerInvariant(lower)], out kind) ? kind : AbbreviationKind.None;
    }

    private static FrozenDictionary<string, AbbreviationKind>.AlternateLookup<ReadOnlySpan<char>> Load()
    {
        var sections = EmbeddedFile.Sections("Text.Sentences.abbreviations.txt");
        var kinds = new Dictionary<string, AbbreviationKind>(StringComparer.Ordinal);
        foreach (var (name, kind) in (ReadOnlySpan<(string, AbbreviationKind)>)[("goes on", AbbreviationKind.GoesOn),
            ("before a number", AbbreviationKind.BeforeNumber), ("may end", AbbreviationKind.MayEnd)])
        {
            foreach (var word in sections[name].SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
                kinds.Add(word, kind);
        }

        return kinds.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }
}
