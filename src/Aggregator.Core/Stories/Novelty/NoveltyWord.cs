namespace Aggregator.Stories.Novelty;

internal enum NoveltyWordKind
{
    /// <summary>Carries grammar or none of the matter: function words, titles, "said".</summary>
    Idle,
    Plain,

    /// <summary>Capitalised inside a sentence.</summary>
    Name,

    /// <summary>Begins with a digit, or is the word for a number.</summary>
    Number,
}

/// <summary>A word of a sentence.</summary>
/// <param name="Key">As compared: stemmed, units and months in one form.</param>
/// <param name="Place">Where it stands in the sentence's text.</param>
internal readonly record struct NoveltyWord(string Key, NoveltyWordKind Kind, Range Place);
