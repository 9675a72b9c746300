using System.Globalization;

namespace Aggregator.Stories;

/// <summary>How alike two texts are.</summary>
internal enum Resemblance
{
    /// <summary>One of the two is empty.</summary>
    Unknown,
    Far,
    Near,
    Same,
}

/// <summary>
/// The different words of a title or text, in lower case; a number with its points is one, and so is each character of scripts without spaces.
/// </summary>
internal sealed class WordSet
{
    // Entries repeat at their beginning what they are about.
    private const int MostCharacters = 20_000;

    // Below this a text of three words lies within nearly every longer one.
    private const int FewWords = 4;

    private readonly HashSet<string> _words = new(StringComparer.Ordinal);

    public int Count => _words.Count;

    public static WordSet Of(string text)
    {
        var set = new WordSet();
        var start = -1;
        var end = Math.Min(text.Length, MostCharacters);
        for (var i = 0; i <= end; i++)
        {
            var inWord = i < end && (char.IsLetterOrDigit(text[i]) || (start >= 0 && text[i] == '.' && i + 1 < end && char.IsAsciiDigit(text[i + 1])));
            var alone = inWord && char.GetUnicodeCategory(text[i]) == UnicodeCategory.OtherLetter;
            if (start >= 0 && (!inWord || alone))
            {
                set._words.Add(text[start..i].ToLowerInvariant());
                start = -1;
            }
            if (alone)
                set._words.Add(text[i].ToString());
            else if (inWord && start < 0)
                start = i;
        }
        return set;
    }

    /// <summary>Titles are near when more than half of all their words stand in both, and neither has a number that the other has another for.</summary>
    public Resemblance LikeTitle(WordSet other) =>
        Count == 0 || other.Count == 0 ? Resemblance.Unknown
        : _words.SetEquals(other._words) ? Resemblance.Same
        : 2 * Shared(other) > Count + other.Count - Shared(other) && !(HasNumberBeside(other) && other.HasNumberBeside(this)) ? Resemblance.Near
        : Resemblance.Far;

    /// <summary>Texts are near when most of the shorter one's words stand in the longer one, as a summary's do in its article.</summary>
    public Resemblance LikeText(WordSet other)
    {
        if (Count == 0 || other.Count == 0)
            return Resemblance.Unknown;
        if (_words.SetEquals(other._words))
            return Resemblance.Same;
        var (shared, fewer) = (Shared(other), Math.Min(Count, other.Count));
        var near = fewer < FewWords ? 2 * shared > Count + other.Count - shared : 10 * shared >= 6 * fewer;
        return near ? Resemblance.Near : Resemblance.Far;
    }

    private int Shared(WordSet other) => _words.Count(other._words.Contains);

    private bool HasNumberBeside(WordSet other) => _words.Any(word => char.IsAsciiDigit(word[0]) && !other._words.Contains(word));
}
