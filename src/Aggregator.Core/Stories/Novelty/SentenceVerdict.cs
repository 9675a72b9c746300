namespace Aggregator.Stories.Novelty;

/// <summary>What a sentence is to the articles of its story that arrived earlier.</summary>
public enum SentenceNovelty
{
    /// <summary>Adds a fact: who, what, how much, when, where, a quotation, a denial.</summary>
    New,

    /// <summary>Was said before.</summary>
    Known,

    /// <summary>Was said before with another figure or date.</summary>
    Changed,

    /// <summary>Reports nothing: an exclamation, a fragment.</summary>
    None,
}

/// <summary>A sentence of an earlier article.</summary>
/// <param name="Sentence">Its place in the article; the headline is 1.</param>
public sealed record SentenceSource(long Article, int Sentence, string Text);

/// <summary>What became of a figure or date, as written.</summary>
public sealed record FigureChange(string Before, string After);

/// <summary>One sentence and what is new about it.</summary>
/// <param name="Number">Its place in the article; the headline is 1.</param>
/// <param name="Score">How likely it is that the sentence is new, 0 to 1.</param>
/// <param name="NewWords">Its words, numbers and names that no earlier article has, as written and in order.</param>
/// <param name="Source">The sentence that said the most of it before; the first one that said it, where it is known. Null where no earlier one is like
/// it.</param>
/// <param name="Change">Only where it is <see cref="SentenceNovelty.Changed"/>.</param>
public sealed record SentenceVerdict(
    int Number, string Text, SentenceNovelty Novelty, double Score, IReadOnlyList<string> NewWords, SentenceSource? Source, FigureChange? Change);

/// <summary>What an article adds to its story.</summary>
/// <param name="Novelty">Share of its words that stand in new or changed sentences, 0 to 1.</param>
public sealed record ArticleNovelty(long Article, double Novelty, IReadOnlyList<SentenceVerdict> Sentences);
