namespace Aggregator.Stories.Copies;

/// <summary>
/// Levels the spellings that sub-editors change when they reprint: British and American endings, short forms of large numbers. In place, on a
/// lower-case word.
/// </summary>
internal static class Spelling
{
    /// <summary>Shorter words have no such endings: "wise", "our".</summary>
    private const int ShortestWithEnding = 6;

    private const int Letters = 'z' - 'a' + 1;

    private static readonly (string From, string To)[] Endings =
    [
        ("isations", "izations"), ("isation", "ization"), ("ising", "izing"), ("ised", "ized"), ("ises", "izes"), ("ise", "ize"),
        ("ysed", "yzed"), ("ysing", "yzing"), ("yse", "yze"), ("ours", "ors"), ("oured", "ored"), ("ouring", "oring"), ("our", "or"),
        ("elled", "eled"), ("elling", "eling"), ("ences", "enses"), ("ence", "ense"), ("ogues", "ogs"), ("ogue", "og"), ("ammes", "ams"), ("amme",
            "am"), ("tres", "ters"), ("tre", "ter"),
    ];

    private static readonly (string From, string To)[] Whole =
    [
        ("bn", "billion"), ("mn", "million"), ("tn", "trillion"), ("percent", "%"), ("pc", "%"), ("us", "us"), ("defence", "defense"), ("aluminium",
            "aluminum"), ("tyre", "tire"), ("tyres", "tires"),
    ];

    /// <summary>By the last two letters of what they are for: most words of a text end like none of them.</summary>
    private static readonly Rule[][] Rules =
        ByLastLetters([.. Whole.Select(word => new Rule(word.From, word.To, true)), .. Endings.Select(ending => new Rule(ending.From, ending.To, false))]);

    public static int Normalize(Span<char> word, int length)
    {
        var text = word[..length];
        if (text is not [.., >= 'a' and <= 'z', >= 'a' and <= 'z'])
            return length;
        foreach (var rule in Rules[Place(text)])
        {
            if (rule.IsWhole ? text.SequenceEqual(rule.From) : length >= ShortestWithEnding && text.EndsWith(rule.From))
                return Put(rule.To, word, length - rule.From.Length);
        }

        return length;
    }

    private static Rule[][] ByLastLetters(Rule[] rules)
    {
        var places = rules.ToLookup(rule => Place(rule.From));
        return [.. Enumerable.Range(0, Letters * Letters).Select(place => places[place].ToArray())];
    }

    private static int Place(ReadOnlySpan<char> word) => ((word[^2] - 'a') * Letters) + (word[^1] - 'a');

    private static int Put(string text, Span<char> word, int at)
    {
        text.CopyTo(word[at..]);
        return at + text.Length;
    }

    private readonly record struct Rule(string From, string To, bool IsWhole);
}
