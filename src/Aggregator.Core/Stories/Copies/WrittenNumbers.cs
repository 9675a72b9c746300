using System.Globalization;

namespace Aggregator.Stories.Copies;

/// <summary>
/// Puts figures in place of numbers that are written out, on the codes of words, so that "43" and "forty-three" are equal to <see cref="Replacements"/>.
/// Words that are function words as well ("one", "ten") are in no code and stay lost.
/// </summary>
internal static class WrittenNumbers
{
    private const int Hundred = 100;

    private static readonly Dictionary<uint, int> Values = Read(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
        "- - zwei drei vier fünf sechs sieben acht neun zehn elf zwölf",
        "- - deux trois quatre cinq - sept huit neuf dix onze douze",
        "- - dos tres cuatro cinco seis siete ocho nueve diez once doce");

    private static readonly ushort[] Figures =
        [.. Enumerable.Range(0, 10 * Hundred).Select(number => CopyWords.Of(number.ToString(CultureInfo.InvariantCulture))[0].Code)];

    private static readonly uint HundredWord = CopyWords.Value(CopyWords.Of("hundred")[0].Code);

    public static ushort[] Level(ushort[] words)
    {
        var level = new List<ushort>(words.Length);
        for (var i = 0; i < words.Length;)
        {
            var start = i;
            var number = Number(words, ref i);
            level.Add(i == start ? words[i++] : Figures[number]);
        }

        return [.. level];
    }

    /// <summary>Reads "three hundred forty three"; <paramref name="at"/> stays where it is when there is no number.</summary>
    private static int Number(ushort[] words, ref int at)
    {
        var number = Below100(words, ref at);
        if (number is > 0 and < 10 && at < words.Length && CopyWords.Value(words[at]) == HundredWord)
        {
            at++;
            number = (number * Hundred) + Below100(words, ref at);
        }

        return number;
    }

    private static int Below100(ushort[] words, ref int at)
    {
        if (at >= words.Length || !Values.TryGetValue(CopyWords.Value(words[at]), out var number))
            return 0;
        at++;
        if (number >= 20 && at < words.Length && Values.TryGetValue(CopyWords.Value(words[at]), out var ones) && ones is > 0 and < 10)
        {
            at++;
            number += ones;
        }

        return number;
    }

    private static Dictionary<uint, int> Read(params string[] lists)
    {
        var values = new Dictionary<uint, int>();
        foreach (var list in lists)
            Add(values, list.Split(' '), 1);
        Add(values, "- - twenty thirty forty fifty sixty seventy eighty ninety".Split(' '), 10);
        return values;
    }

    private static void Add(Dictionary<uint, int> values, string[] words, int step)
    {
        for (var i = 0; i < words.Length; i++)
        {
            // A function word has no code; "-" stands for a number whose word means something else too.
            if (CopyWords.Of(words[i]) is [var word])
                values[CopyWords.Value(word.Code)] = i * step;
        }
    }
}
