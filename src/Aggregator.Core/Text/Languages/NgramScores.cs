using System.Text;

namespace Aggregator.Text.Languages;

/// <summary>What the n-grams of a text say of its language.</summary>
/// <param name="Scores">For each of <see cref="NgramModel.Languages"/>.</param>
/// <param name="Ngrams">Different n-grams of the text.</param>
/// <param name="Known">Of them, those that any language has.</param>
internal readonly record struct NgramScores(int[] Scores, int Ngrams, int Known)
{
    /// <summary>Characters: some 200 words. More changes no page of the open corpora.</summary>
    private const int Longest = 1500;

    /// <summary>Bytes; what is longer is no word.</summary>
    private const int LongestWord = 70;

    private const byte Edge = (byte)' ';

    [ThreadStatic]
    private static List<ulong>? _ngrams;

    public static NgramScores Of(ReadOnlySpan<char> text)
    {
        var ngrams = _ngrams ??= [];
        ngrams.Clear();
        Collect(text[..Math.Min(text.Length, Longest)], ngrams);
        ngrams.Sort();
        var scores = new int[NgramModel.Languages.Length];
        int different = 0, known = 0;
        for (var i = 0; i < ngrams.Count; i++)
        {
            if (i > 0 && ngrams[i] == ngrams[i - 1])
                continue;
            different++;
            known += NgramModel.Add(ngrams[i], scores) ? 1 : 0;
        }

        return new NgramScores(scores, different, known);
    }

    private static void Collect(ReadOnlySpan<char> text, List<ulong> ngrams)
    {
        Span<byte> word = stackalloc byte[LongestWord + 4];
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            // An apostrophe belongs to the letter behind it: "l'eau", "don't".
            if (char.IsLetter(c) || (c is '\'' or '`' or '’' && i + 1 < text.Length && char.IsLetter(text[i + 1])))
            {
                if (length < LongestWord)
                    length += new Rune(char.ToLowerInvariant(c)).EncodeToUtf8(word[length..]);
            }
            else if (length > 0)
            {
                Cut(word[..length], ngrams);
                length = 0;
            }
        }

        if (length > 0)
            Cut(word[..length], ngrams);
    }

    private static void Cut(ReadOnlySpan<byte> word, List<ulong> ngrams)
    {
        var at = 0;
        for (; at + 4 < word.Length; at += 3)
            ngrams.Add(Pack(at == 0 ? Edge : 0ul, word.Slice(at, 4)));
        ngrams.Add((Pack(at == 0 ? Edge : 0ul, word[Math.Max(0, word.Length - 4)..]) << 8) | Edge);
    }

    private static ulong Pack(ulong key, ReadOnlySpan<byte> bytes)
    {
        foreach (var b in bytes)
            key = (key << 8) | b;
        return key;
    }
}
