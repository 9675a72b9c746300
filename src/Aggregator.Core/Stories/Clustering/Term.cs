namespace Aggregator.Stories.Clustering;

[Flags]
internal enum TermKind : byte
{
    None = 0,

    /// <summary>Stands in the headline.</summary>
    Title = 1,

    /// <summary>Capitalised inside a sentence.</summary>
    Name = 2,

    /// <summary>Holds a digit.</summary>
    Number = 4,
}

/// <summary>A word of one article after stop words and stemming.</summary>
/// <param name="Weight">1 + ln(count), headline words counted twice, scaled to a vector of length <see cref="StoryVector.Unit"/>.</param>
internal readonly record struct Term(int Id, ushort Weight, TermKind Kind);

/// <summary>The same, before it has a number in the vocabulary.</summary>
/// <param name="Hash">Stands for the word; of 200,000 words in a window about five pairs share one, which is less than homonyms do.</param>
internal readonly record struct HashedTerm(uint Hash, ushort Weight, TermKind Kind);

/// <summary>A word of a text with its count.</summary>
internal readonly record struct RawTerm(string Text, double Count, TermKind Kind);
