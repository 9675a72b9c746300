namespace Aggregator.Stories.Copies;

/// <summary>
/// How near two texts must be to count as copies. The defaults were chosen on 2,257 labelled news texts; the remarks say how sharp the choice is.
/// </summary>
public sealed record CopyOptions
{
    /// <summary>
    /// Least share of the shorter text's word triples that the other text has too, 0 to 1. True copies (cut, edited, rewritten in their function words)
    /// begin at about 0.5 and other outlets' own reports on the same event end at about 0.42; from 0.44 to 0.52 nothing much changes.
    /// </summary>
    public double Threshold { get; init; } = 0.5;

    /// <summary>
    /// From this share on one copy vouches for the whole family; below it the text must reach <see cref="Threshold"/> with every known copy of
    /// the original, as articles that each keep half of the last one lead step by step to quite another article. From 0.6 to 0.66 nothing changes.
    /// </summary>
    public double SureThreshold { get; init; } = 0.64;

    /// <summary>Least share for texts of fewer than <see cref="ShortText"/> triples, where a few shared phrases weigh too much.</summary>
    public double ShortThreshold { get; init; } = 0.75;

    /// <summary>Texts with fewer triples than this are short: about 25 words with the function words.</summary>
    public int ShortText { get; init; } = 12;

    /// <summary>Texts with fewer triples than this are never compared: a headline with a line below it says too little.</summary>
    public int MinTriples { get; init; } = 5;

    /// <summary>
    /// Of this many triples in a row one becomes a fingerprint, so about 2 in (this + 1) are kept. 12 and 16 lose 1 and 2 % of the heavily cut
    /// copies.
    /// </summary>
    public int FingerprintWindow { get; init; } = 8;

    /// <summary>A fingerprint that this many indexed texts have is boilerplate or a template and finds nobody.</summary>
    public int MaxPostings { get; init; } = 60;

    /// <summary>How many texts at most are compared word by word, best first.</summary>
    public int MaxCandidates { get; init; } = 24;

    /// <summary>
    /// For how long after publication copies of a text are looked for; what the caller passes to <see cref="CopyIndex.Forget"/> follows from it.
    /// </summary>
    public TimeSpan Window { get; init; } = TimeSpan.FromDays(30);
}
