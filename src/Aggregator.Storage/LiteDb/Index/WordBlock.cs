namespace Aggregator.LiteDb.Index;

/// <summary>A part of the full-text index: the words of some thousand documents, numbered from 0.</summary>
internal abstract class WordBlock
{
    public abstract int Count { get; }

    /// <summary>The greatest article id in it.</summary>
    public abstract long HighestId { get; }

    /// <summary>The article's slot in memory.</summary>
    public abstract int Slot(int document);

    /// <summary>How many words the document has.</summary>
    public abstract int Length(int document);

    /// <summary>The document is the one that the article's row points at; else the article was indexed anew elsewhere.</summary>
    /// <param name="place">Of the row.</param>
    public abstract bool IsCurrent(int document, long place);

    /// <summary>Null when no document has the word.</summary>
    public abstract Postings? Find(string word);

    /// <summary>The words that begin so.</summary>
    public abstract IEnumerable<Postings> Starting(string prefix);
}
