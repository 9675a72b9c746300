using Aggregator.Extraction.Words;
using Aggregator.Html.Dom;

namespace Aggregator.Extraction.Tree;

/// <summary>One element or text of a page, with what the cascade asks of it again and again.</summary>
internal sealed class PageNode
{
    public required int Index { get; init; }

    public required PageNode? Parent { get; init; }

    /// <summary>Index behind the last node below this one: a subtree is a range.</summary>
    public int End { get; set; }

    public int Depth { get; init; }

    /// <summary>Null for text.</summary>
    public Element? Element { get; init; }

    /// <summary>Null for an element.</summary>
    public TextNode? Leaf { get; init; }

    public string Name { get; init; } = "";

    public TagTraits Traits { get; init; }

    /// <summary>What the words of its id, class and role say.</summary>
    public WordKinds Words { get; init; }

    /// <summary>Not shown to a reader (hidden, noscript).</summary>
    public bool Hidden { get; init; }

    /// <summary>Is or contains an <c>h1</c>.</summary>
    public bool HoldsHeadline { get; set; }

    /// <summary>Contains a table, list, quotation or code: more than a picture with a caption.</summary>
    public bool HoldsStructure { get; set; }

    public bool HoldsMedia { get; set; }

    /// <summary>Left out of the result, with all below it.</summary>
    public bool Dropped { get; set; }

    /// <summary>Sums over the runs below that are not dropped; see <see cref="PageTree.Count"/>.</summary>
    public Counts Counts;

    public bool Contains(PageNode other) => other.Index >= Index && other.Index < End;
}

/// <summary>What stands below a node.</summary>
internal struct Counts
{
    /// <summary>Characters of text.</summary>
    public int Chars;

    /// <summary>Characters of text inside links.</summary>
    public int LinkChars;

    /// <summary>Characters in runs that read as prose (<see cref="TextRun.IsProse"/>).</summary>
    public int Prose;

    public int ProseRuns;

    public int Runs;

    /// <summary>Runs that the HTML shows: those of the text and the captions.</summary>
    public int Shown;

    public int Links;

    /// <summary>Of the links, those to other sites.</summary>
    public int OutboundLinks;

    /// <summary>Prose counts in full, other text that is no link a quarter: lists and tables are the article where there is little prose.</summary>
    public readonly int Mass => Prose + Math.Max(0, Chars - LinkChars - Prose) / 4;

    public readonly double LinkDensity => Chars == 0 ? 0 : (double)LinkChars / Chars;
}
