using AngleSharp.Dom;
using Aggregator.Extraction.Html;

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
    public IElement? Element { get; init; }

    public string? Text { get; init; }

    public string Name { get; init; } = "";

    public TagTraits Traits { get; init; }

    /// <summary>What the words of its id, class and role say.</summary>
    public WordKinds Words { get; init; }

    /// <summary>Not shown to a reader (hidden, noscript).</summary>
    public bool Hidden { get; init; }

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

    public int Links;

    public readonly double LinkDensity => Chars == 0 ? 0 : (double)LinkChars / Chars;
}
