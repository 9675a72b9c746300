using System.Buffers;

namespace Aggregator.Stories.Novelty;

/// <summary>One sentence with what is compared of it.</summary>
/// <param name="article">Whose it is.</param>
/// <param name="number">Its place in the article; the headline is 1.</param>
/// <param name="words">All its words in order.</param>
internal sealed class NoveltySentence(long article, int number, string text, IReadOnlyList<NoveltyWord> words)
{
    private static readonly SearchValues<char> QuotationMarks = SearchValues.Create("\"“”„«»「『");

    public long Article { get; } = article;

    public int Number { get; } = number;

    public string Text { get; } = text;

    public IReadOnlyList<NoveltyWord> Words { get; } = words;

    /// <summary>The different words that carry matter.</summary>
    public HashSet<string> Keys { get; } = [.. words.Where(word => word.Kind != NoveltyWordKind.Idle).Select(word => word.Key)];

    public HashSet<string> Names { get; } = [.. words.Where(word => word.Kind == NoveltyWordKind.Name).Select(word => word.Key)];

    public HashSet<string> Numbers { get; } = [.. words.Where(word => word.Kind == NoveltyWordKind.Number).Select(word => word.Key)];

    /// <summary>Neighbours, with the idle words: how it is said rather than what.</summary>
    public HashSet<(string, string)> Pairs { get; } = [.. words.Zip(words.Skip(1), (a, b) => (a.Key, b.Key))];

    public HashSet<(string, string, string)> Triples { get; } =
        [.. words.Zip(words.Skip(1), (a, b) => (a, b)).Zip(words.Skip(2), (ab, c) => (ab.a.Key, ab.b.Key, c.Key))];

    public bool IsHeadline => Number == 1;

    /// <summary>The first two sentences of the text tell again what a story is about.</summary>
    public bool IsLead => Number is 2 or 3;

    public bool HasQuotation => Text.AsSpan().ContainsAny(QuotationMarks);

    /// <summary>Two sentences with the same words in the same order.</summary>
    public string Wording => string.Join(' ', Words.Select(word => word.Key));
}
