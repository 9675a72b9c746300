namespace Aggregator.Stories.Clustering;

/// <summary>Makes the weighted terms of an article.</summary>
internal static class TermVector
{
    /// <summary>Length of a vector before idf. Whole-number weights of a hundred equal terms are then 102 each: rounding costs less than 1 %.</summary>
    public const int Unit = 1024;

    /// <summary>1 + ln(count) per term (Manning, Raghavan, Schütze 2008, section 6.4.1), scaled to length <see cref="Unit"/>.</summary>
    public static Term[] Make(List<RawTerm> raw, Vocabulary vocabulary)
    {
        var length = Math.Sqrt(raw.Sum(t => Square(1 + Math.Log(t.Count))));
        return [.. raw.Select(t => new Term(vocabulary.Intern(t.Text), (ushort)Math.Round(Unit * (1 + Math.Log(t.Count)) / length), t.Kind))];
    }

    private static double Square(double x) => x * x;
}
