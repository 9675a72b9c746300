namespace Aggregator.Stories.Copies;

/// <summary>Levels the spellings that sub-editors change when they reprint: British and American endings, short forms of large numbers. In place, on a lower-case word.</summary>
internal static class Spelling
{
    private static readonly (string From, string To)[] Endings =
    [
        ("isations", "izations"), ("isation", "ization"), ("ising", "izing"), ("ised", "ized"), ("ises", "izes"), ("ise", "ize"),
        ("ysed", "yzed"), ("ysing", "yzing"), ("yse", "yze"), ("ours", "ors"), ("oured", "ored"), ("ouring", "oring"), ("our", "or"),
        ("elled", "eled"), ("elling", "eling"), ("ences", "enses"), ("ence", "ense"), ("ogues", "ogs"), ("ogue", "og"), ("ammes", "ams"), ("amme", "am"), ("tres", "ters"), ("tre", "ter"),
    ];

    private static readonly (string From, string To)[] Whole =
    [
        ("bn", "billion"), ("mn", "million"), ("tn", "trillion"), ("percent", "%"), ("pc", "%"), ("us", "us"), ("defence", "defense"), ("aluminium", "aluminum"), ("tyre", "tire"), ("tyres", "tires"),
    ];

    public static int Normalize(Span<char> word, int length)
    {
        var text = word[..length];
        foreach (var (from, to) in Whole)
        {
            if (text.SequenceEqual(from))
                return Put(to, word, 0);
        }

        if (length < 6)
            return length;
        foreach (var (from, to) in Endings)
        {
            if (text.EndsWith(from, StringComparison.Ordinal))
                return Put(to, word, length - from.Length);
        }

        return length;
    }

    private static int Put(string text, Span<char> word, int at)
    {
        text.CopyTo(word[at..]);
        return at + text.Length;
    }
}
