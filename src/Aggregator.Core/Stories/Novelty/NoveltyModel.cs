using System.Globalization;
using Aggregator.Text;

namespace Aggregator.Stories.Novelty;

/// <summary>
/// The learnt weights: a line for the source of a sentence, one for whether it is new, and one for the same when it is known how new its neighbours look,
/// as what was taken over was taken over in runs. The head of <c>weights.txt</c> says how they were made.
/// </summary>
/// <param name="Source">A weight for each of <see cref="SourceNames"/>.</param>
/// <param name="Alone">A constant and a weight for each of <see cref="SentenceTraits.Names"/>.</param>
/// <param name="Beside">The same, then one for the sentence before and one for the sentence behind.</param>
internal sealed record NoveltyModel(double[] Source, double[] Alone, double[] Beside)
{
    /// <summary>What stands for a neighbour at the edge of an article: the share of new sentences in the labelled ones.</summary>
    public const double UnknownNeighbour = 0.7;

    public static IReadOnlyList<string> SourceNames { get; } =
        ["cosine", "containment", "dice", "pairs", "triples", "headline", "of-first-article", "follows"];

    public static NoveltyModel Default { get; } = Load();

    /// <summary>The likeliest source first, the earlier one first among equals.</summary>
    public IReadOnlyList<SourceCandidate> Rank(IReadOnlyList<SourceCandidate> candidates) =>
        [.. candidates.OrderByDescending(candidate => Dot(Source, candidate.Traits)).ThenBy(candidate => candidate.Place)];

    /// <returns>How likely it is that the sentence with these traits is new, 0 to 1.</returns>
    public double ScoreAlone(double[] traits) => Logistic(Alone, traits);

    /// <param name="before">What <see cref="ScoreAlone"/> said of the sentence before.</param>
    /// <param name="behind">And of the one behind.</param>
    /// <inheritdoc cref="ScoreAlone"/>
    public double ScoreBeside(double[] traits, double before, double behind) => Logistic(Beside, [.. traits, before, behind]);

    private static double Logistic(double[] weights, double[] traits) => 1 / (1 + Math.Exp(-(weights[0] + Dot(weights.AsSpan(1), traits))));

    private static double Dot(ReadOnlySpan<double> weights, double[] traits)
    {
        var sum = 0.0;
        for (var i = 0; i < traits.Length; i++)
            sum += weights[i] * traits[i];
        return sum;
    }

    private static NoveltyModel Load()
    {
        var sections = EmbeddedFile.Sections("Stories.Novelty.weights.txt");
        return new NoveltyModel(
            Read(sections["source"], SourceNames),
            Read(sections["alone"], ["constant", .. SentenceTraits.Names]),
            Read(sections["beside"], ["constant", .. SentenceTraits.Names, "before", "behind"]));
    }

    private static double[] Read(string[] lines, IReadOnlyList<string> names)
    {
        var weights = lines.Select(line => line.Split(' ')).ToDictionary(line => line[0], line => double.Parse(line[1], CultureInfo.InvariantCulture));
        return [.. names.Select(name => weights[name])];
    }
}
