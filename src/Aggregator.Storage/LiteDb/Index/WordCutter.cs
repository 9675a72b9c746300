using System.Globalization;
using System.Text;

namespace Aggregator.LiteDb.Index;

/// <summary>
/// Cuts a text into words as SQLite's unicode61 tokenizer with remove_diacritics 2 does (https://sqlite.org/fts5.html#unicode61_tokenizer): runs of
/// letters, numbers and private-use characters, in lower case and without marks, so that both stores find the same for the same words.
/// </summary>
internal ref struct WordCutter(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> _text = text;
    private char[] _word = new char[32];
    private int _length;
    private int _at;

    /// <summary>The word that <see cref="Next"/> found; valid until the next call.</summary>
    public readonly ReadOnlySpan<char> Word => _word.AsSpan(0, _length);

    public static List<string> Cut(string text)
    {
        List<string> words = [];
        for (WordCutter cutter = new(text); cutter.Next();)
            words.Add(cutter.Word.ToString());
        return words;
    }

    /// <summary>On to the next word; false when there is none.</summary>
    public bool Next()
    {
        _length = 0;
        var inside = false;
        while (_at < _text.Length)
        {
            var c = _text[_at];
            if (c < 128)
            {
                _at++;
                if (char.IsAsciiLetterOrDigit(c))
                {
                    inside = true;
                    Append((char)(char.IsAsciiLetterUpper(c) ? c | 0x20 : c));
                }
                else if (inside)
                {
                    return true;
                }

                continue;
            }

            Rune.DecodeFromUtf16(_text[_at..], out var rune, out var taken);
            _at += taken;
            if (WordLetters.IsMark(rune) && inside)
                continue;
            if (WordLetters.IsLetter(rune))
            {
                inside = true;
                Append(WordLetters.Fold(rune));
            }
            else if (inside)
            {
                return true;
            }
        }

        return inside;
    }

    private void Append(Rune rune)
    {
        Span<char> chars = stackalloc char[2];
        foreach (var c in chars[..rune.EncodeToUtf16(chars)])
            Append(c);
    }

    private void Append(char c)
    {
        if (_length == _word.Length)
            Array.Resize(ref _word, _word.Length * 2);
        _word[_length++] = c;
    }
}

/// <summary>Which characters make words, and which of them are the same.</summary>
internal static class WordLetters
{
    private static readonly Rune[] FoldedRunes = new Rune[0x3000];

    static WordLetters()
    {
        for (var i = 0; i < FoldedRunes.Length; i++)
            FoldedRunes[i] = FoldAnew(Rune.IsValid(i) ? new Rune(i) : Rune.ReplacementChar);
    }

    /// <summary>The runtime knows which marks stand on which letters; without its tables (invariant globalization) the words would be others.</summary>
    public static bool AreKnown => "é".Normalize(NormalizationForm.FormD).Length == 2;

    public static bool IsLetter(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter
        or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber
        or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;

    /// <summary>A mark on a letter: it neither ends a word nor belongs to it.</summary>
    public static bool IsMark(Rune rune) => rune.Value is (>= 0x300 and <= 0x304) or (>= 0x306 and <= 0x30c) or 0x30f or 0x311 or 0x31b or
        (>= 0x323 and <= 0x328) or 0x32d or 0x32e or 0x330 or 0x331;

    public static Rune Fold(Rune rune) => rune.Value < FoldedRunes.Length ? FoldedRunes[rune.Value] : FoldAnew(rune);

    private static Rune FoldAnew(Rune rune)
    {
        // What Unicode folds beyond lower case (CaseFolding.txt, status C).
        var lower = rune.Value switch
        {
            0xb5 => new Rune('μ'),
            0x130 => new Rune('i'),
            0x17f or 0x1e9b => new Rune('s'),
            0x3c2 => new Rune('σ'),
            0x3d0 => new Rune('β'),
            0x3d1 => new Rune('θ'),
            0x3d5 => new Rune('φ'),
            0x3d6 => new Rune('π'),
            0x3f0 => new Rune('κ'),
            0x3f1 => new Rune('ρ'),
            0x3f5 => new Rune('ε'),
            0x1fbe => new Rune('ι'),
            _ => Rune.ToLowerInvariant(rune),
        };
        // Marks go from the letters a to z only.
        var parts = lower.ToString().Normalize(NormalizationForm.FormD);
        return parts.Length > 1 && char.IsAscii(parts[0]) && parts.AsSpan(1).EnumerateRunes().All(IsMark) ? new Rune(parts[0]) : lower;
    }

    private static bool All(this SpanRuneEnumerator runes, Func<Rune, bool> holds)
    {
        foreach (var rune in runes)
        {
            if (!holds(rune))
                return false;
        }

        return true;
    }
}
