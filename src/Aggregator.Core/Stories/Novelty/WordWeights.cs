using Aggregator.Stories.Clustering;

namespace Aggregator.Stories.Novelty;

/// <summary>
/// What a word of a story tells: half by how rare it is in news texts, half by how rare it is in the sentences of this story, where the name that every
/// sentence has says little.
/// </summary>
internal sealed class WordWeights
{
    /// <summary>No word that carries matter is worth nothing.</summary>
    private const double Least = 0.3;

    /// <summary>As in <see cref="IdfTable"/>, so that unseen words do not outweigh all others.</summary>
    private const double Smoothing = 10;

    private readonly EarlierSentences _earlier;
    private readonly Dictionary<string, int> _own = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double> _weights = new(StringComparer.Ordinal);
    private readonly int _sentences;

    /// <param name="article">The article that is read now; its sentences count too.</param>
    public WordWeights(EarlierSentences earlier, IReadOnlyList<NoveltySentence> article)
    {
        _earlier = earlier;
        _sentences = earlier.Count + article.Count;
        foreach (var key in article.SelectMany(sentence => sentence.Keys))
            _own[key] = _own.GetValueOrDefault(key) + 1;
    }

    public double Of(string key)
    {
        if (!_weights.TryGetValue(key, out var weight))
            _weights[key] = weight = Compute(key);
        return weight;
    }

    public double Sum(IEnumerable<string> keys) => keys.Sum(Of);

    private double Compute(string key)
    {
        var general = Math.Log((Background.Documents + 1.0) / (Background.Of(StoryVector.Hash(key)) + Smoothing));
        var here = Math.Log((_sentences + 1.0) / (_earlier.With(key).Count + _own.GetValueOrDefault(key) + 0.5));
        return Math.Max(Least, (general + here) / 2);
    }
}
