namespace Aggregator.Stories.Novelty;

/// <summary>An earlier sentence that may have said what a later one says, and how like it is.</summary>
internal sealed class SourceCandidate
{
    public required NoveltySentence Sentence { get; init; }

    /// <summary>Place in <see cref="EarlierSentences.Sentences"/>.</summary>
    public required int Place { get; init; }

    /// <summary>Share of the later sentence's words, weighed, that this one has, 0 to 1.</summary>
    public required double Containment { get; init; }

    /// <summary>The same of both sentences together, 0 to 1.</summary>
    public required double Dice { get; init; }

    /// <summary>Cosine of the weighed words, 0 to 1.</summary>
    public required double Cosine { get; init; }

    /// <summary>Share of the later sentence's neighbouring words that are neighbours here too, 0 to 1.</summary>
    public required double Pairs { get; init; }

    /// <summary>The same of three words in a row.</summary>
    public required double Triples { get; init; }

    /// <summary>Stands in the article that arrived first.</summary>
    public required bool IsOfFirst { get; init; }

    /// <summary>Stands within two sentences of where a neighbour of the later sentence was found: texts that were taken over keep their order.</summary>
    public bool Follows { get; set; }

    /// <summary>Before the learnt order: how far this one looks like the source.</summary>
    public double Likeness => Containment + Pairs;

    /// <summary>In the order of <see cref="NoveltyModel.SourceNames"/>.</summary>
    public double[] Traits =>
    [
        Cosine, Containment, Dice, Pairs, Triples, Sentence.IsHeadline ? 1 : 0, IsOfFirst ? 1 : 0, Follows ? 1 : 0,
    ];
}
