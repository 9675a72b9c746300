using Aggregator.Extraction.Tree;
using Aggregator.Extraction.Words;

namespace Aggregator.Extraction.Cascade;

/// <summary>Takes out boxes amid the text that advertise another article: headed by "Read also", or by a headline that is a link.</summary>
internal static class TeaserBoxes
{
    /// <summary>A headline and two sentences; longer boxes are texts of their own.</summary>
    private const int MaxBox = 600;

    /// <summary>One or two sentences below a headline.</summary>
    private const int MaxTeaser = 250;

    /// <summary>Shorter headings that are links name what a list is about.</summary>
    private const int MinHeadline = 25;

    /// <summary>Nor is more of the article than this a teaser: a page that lists others is made of such boxes.</summary>
    private const double MaxShare = 0.3;

    public static void Drop(PageTree tree, PageNode container)
    {
        var last = tree.FirstRunAt(container.End);
        var boxes = new List<PageNode>();
        var chars = 0;
        for (var i = tree.FirstRunAt(container.Index); i < last; i++)
        {
            if (tree.Runs[i].Dropped)
                continue;
            var box = Phrases.IsTeaserLabel(tree.Runs[i].Text)
                ? BoxHeadedBy(tree, container, i)
                : IsLinkedHeadline(tree.Runs[i])
                ? CardHeadedBy(tree, container, i)
                : null;
            if (box is null)
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

    /// <summary>A heading that is nothing but a link to another page of the site, and longer than the names of things that articles list.</summary>
    private static bool IsLinkedHeadline(TextRun run) =>
        run.IsHeading && run.Chars >= MinHeadline && run.LinkDensity > 0.95 && run.Links == 1 && run.OutboundLinks == 0;

    /// <summary>
    /// An article inside the article that is such a headline and little else. HTML says that what is nested so is at most related; in boxes of other
    /// elements the open corpora have as many lists that are the article as teasers.
    /// </summary>
    private static PageNode? CardHeadedBy(PageTree tree, PageNode container, int run)
    {
        var most = tree.Runs[run].Chars + MaxTeaser;
        for (var node = tree.Runs[run].Block.Parent!; node != container && node.Parent is not null && node.Counts.Chars <= most; node = node.Parent)
        {
            if (node.Name == "article")
                return node;
        }
        return null;
    }
}
