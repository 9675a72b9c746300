using Aggregator.Extraction.Tree;

namespace Aggregator.Extraction.Cascade;

/// <summary>Takes out boxes amid the text that advertise another article: headed by "Read also", or by a headline that is a link.</summary>
internal static class TeaserBoxes
{
    /// <summary>A headline and two sentences; longer boxes are texts of their own.</summary>
    private const int MaxBox = 600;

    /// <summary>Nor is more of the article than this a teaser: a page that lists others is made of such boxes.</summary>
    private const double MaxShare = 0.3;

    public static void Drop(PageTree tree, PageNode container)
    {
        var last = tree.FirstRunAt(container.End);
        var boxes = new List<PageNode>();
        var chars = 0;
        for (var i = tree.FirstRunAt(container.Index); i < last; i++)
        {
            if (tree.Runs[i].Dropped || !Phrases.IsTeaserLabel(tree.Runs[i].Text) || BoxHeadedBy(tree, container, i) is not { } box)
                continue;
            boxes.Add(box);
            chars += box.Counts.Chars;
            i = tree.FirstRunAt(box.End) - 1;
        }
        if (chars > MaxShare * container.Counts.Chars)
            return;
        foreach (var box in boxes)
            tree.Drop(box);
    }

    /// <summary>The largest box inside the container of which a run is the first, and not the only, one.</summary>
    private static PageNode? BoxHeadedBy(PageTree tree, PageNode container, int run)
    {
        PageNode? box = null;
        for (var node = tree.Runs[run].Block; node != container && node.Parent is not null && node.Counts.Chars <= MaxBox; node = node.Parent)
        {
            for (var i = tree.FirstRunAt(node.Index); i < run; i++)
            {
                if (!tree.Runs[i].Dropped)
                    return box;
            }
            if (node.Counts.Links > 0 && node.Counts.Chars > tree.Runs[run].Chars)
                box = node;
        }
        return box;
    }
}
