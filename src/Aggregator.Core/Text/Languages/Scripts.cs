namespace Aggregator.Text.Languages;

/// <summary>Scripts that have one language, or nearly.</summary>
internal static class Scripts
{
    private static readonly (string Language, char First, char Last)[] Blocks =
    [
        ("zh", '\u4E00', '\u9FFF'), ("ja", '\u3040', '\u30FF'), ("ko", '\uAC00', '\uD7AF'), ("th", '\u0E00', '\u0E7F'), ("bn", '\u0980', '\u09FF'),
        ("ta", '\u0B80', '\u0BFF'), ("te", '\u0C00', '\u0C7F'), ("ka", '\u10A0', '\u10FF'), ("hy", '\u0530', '\u058F'), ("el", '\u0370', '\u03FF'),
        ("he", '\u0590', '\u05FF'), ("am", '\u1200', '\u137F'), ("gu", '\u0A80', '\u0AFF'), ("pa", '\u0A00', '\u0A7F'), ("kn", '\u0C80', '\u0CFF'),
        ("ml", '\u0D00', '\u0D7F'), ("si", '\u0D80', '\u0DFF'), ("km", '\u1780', '\u17FF'), ("my", '\u1000', '\u109F'), ("lo", '\u0E80', '\u0EFF'),
        ("or", '\u0B00', '\u0B7F'),
    ];

    private const int Chinese = 0, Japanese = 1;

    /// <summary>
    /// The one language of the script of more than half the letters (names and terms in Latin stand in every kind of text), and how many those are.
    /// </summary>
    public static (string Language, int Letters)? Language(string text)
    {
        Span<int> counts = stackalloc int[Blocks.Length];
        var letters = 0;
        foreach (var c in text)
        {
            if (!char.IsLetter(c))
                continue;
            letters++;
            if (c < '\u0370')
                continue;
            for (var i = 0; i < Blocks.Length; i++)
            {
                if (c >= Blocks[i].First && c <= Blocks[i].Last)
                {
                    counts[i]++;
                    break;
                }
            }
        }

        var half = letters / 2;
        if (letters == 0)
            return null;
        // Japanese mixes Han and kana; a tenth of kana is far more than a Chinese text ever quotes.
        var both = counts[Japanese] + counts[Chinese];
        if (both > half && counts[Japanese] > both / 10)
            return ("ja", both);
        for (var i = 0; i < Blocks.Length; i++)
        {
            if (counts[i] > half)
                return (Blocks[i].Language, counts[i]);
        }

        return null;
    }
}
