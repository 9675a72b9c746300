using System.Runtime.InteropServices;
using Aggregator.Html.Dom;

namespace Aggregator.Extraction.Tree;

/// <summary>
/// A page as flat lists in document order: nodes (a subtree is a range of indexes) and the runs of text over them.
/// Built once; every later step is a loop over the lists, so nothing recurses and nothing is walked twice per node.
/// </summary>
internal sealed class PageTree
{
    public List<PageNode> Nodes { get; } = new(1024);

    public List<TextRun> Runs { get; } = new(256);

    public PageNode Root => Nodes[0];

    /// <summary>Adds up the runs that are not dropped into all nodes above them.</summary>
    public void Count()
    {
        var nodes = CollectionsMarshal.AsSpan(Nodes);
        foreach (var node in nodes)
            node.Counts = default;
        foreach (var run in CollectionsMarshal.AsSpan(Runs))
        {
            if (!run.Dropped || run.Muted)
                run.Block.Counts.Shown++;
            if (run.Dropped)
                continue;
            ref var counts = ref run.Block.Counts;
            counts.Chars += run.Chars;
            counts.LinkChars += run.LinkChars;
            counts.Links += run.Links;
            counts.OutboundLinks += run.OutboundLinks;
            counts.Runs++;
            if (run.IsProse)
            {
                counts.Prose += run.Chars;
                counts.ProseRuns++;
            }
        }
        for (var i = nodes.Length - 1; i > 0; i--)
        {
            ref var child = ref nodes[i].Counts;
            if (child.Shown == 0)
                continue;
            ref var parent = ref nodes[i].Parent!.Counts;
            parent.Shown += child.Shown;
            parent.Chars += child.Chars;
            parent.LinkChars += child.LinkChars;
            parent.Links += child.Links;
            parent.OutboundLinks += child.OutboundLinks;
            parent.Runs += child.Runs;
            parent.Prose += child.Prose;
            parent.ProseRuns += child.ProseRuns;
        }
    }

    /// <summary>Takes back all that was left out.</summary>
    public void Restore()
    {
        foreach (var node in Nodes)
            node.Dropped = false;
        foreach (var run in Runs)
            run.Dropped = run.Muted = false;
    }

    /// <summary>Takes the captions of a picture out of the text; the picture and they stay in the HTML.</summary>
    public void Mute(PageNode node)
    {
        foreach (var run in RunsOf(node))
        {
            run.Muted = !run.Dropped;
            run.Dropped = true;
        }
    }

    /// <summary>Leaves out a node, and the runs below it. An inline element inside a longer run stays: its text is part of a sentence.</summary>
    public void Drop(PageNode node)
    {
        if ((node.Traits & TagTraits.Block) == 0 && FirstRunAt(node.Index) is var at && at < Runs.Count && Runs[at].First < node.End && Runs[at].End > node.End)
            return;
        node.Dropped = true;
        foreach (var run in RunsOf(node))
            run.Dropped = true;
    }

    public IEnumerable<TextRun> RunsOf(PageNode node)
    {
        for (var i = FirstRunAt(node.Index); i < Runs.Count && Runs[i].First < node.End; i++)
            yield return Runs[i];
    }

    /// <summary>Position in <see cref="Runs"/> of the first run that begins at or behind a node.</summary>
    public int FirstRunAt(int nodeIndex)
    {
        int low = 0, high = Runs.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Runs[middle].First < nodeIndex)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
