using Aggregator.Extraction.Tree;
using Aggregator.Extraction.Words;
using Aggregator.Html.Dom;

namespace Aggregator.Extraction.Cascade;

/// <summary>Takes out of the chosen container what is no part of the article.</summary>
internal static class Cleaning
{
    /// <summary>Readability's shortest paragraph, as in <see cref="TextRun.IsProse"/>.</summary>
    private const int MinSentence = 25;

    public static void Clean(PageTree tree, PageNode container)
    {
        DropNamed(tree, container);
        TeaserBoxes.Drop(tree, container);
        DropLinkLists(tree, container);
        Endings.Drop(tree, container);
        DropLastLinks(tree, container);
        DropRepeated(tree, container);
        tree.Count();
        DropHeadings(tree, container);
        tree.Count();
    }

    private static void DropNamed(PageTree tree, PageNode container)
    {
        var total = Math.Max(1, container.Counts.Prose);
        for (var i = container.Index + 1; i < container.End; i++)
        {
            var node = tree.Nodes[i];
            if (node.Element is null)
                continue;
            if (node.Dropped)
            {
                i = node.End - 1;
                continue;
            }
            var share = (double)node.Counts.Prose / total;
            if (IsPicture(node, share))
                tree.Mute(node);
            else if (ShouldDrop(node, share))
                tree.Drop(node);
            else
                continue;
            i = node.End - 1;
        }
        tree.Count();
    }

    /// <summary>A picture with its caption: longer than three hundred characters of prose it is a text beside a picture.</summary>
    private static bool IsPicture(PageNode node, double share) =>
        node.Name == "figcaption" || node.Name == "figure" && !node.HoldsStructure && node.Counts.Prose < 300
        || share <= 0.3 && (node.Words & WordKinds.Caption) != 0 && node.Counts.Chars < 400 && node.Name is not ("td" or "th" or "tr" or "tbody");

    private static bool ShouldDrop(PageNode node, double share)
    {
        if (share > 0.3 || node.Name is "td" or "th" or "tr" or "tbody")
            return false;
        if ((node.Words & WordKinds.Credits) != 0 && node.Counts.Chars < 1000)
            return true;
        return (node.Words & WordKinds.Doubtful) != 0 && (node.Traits & TagTraits.Heading) == 0 && (node.Counts.LinkDensity > 0.3 || node.Counts.Prose == 0);
    }

    private static void DropLinkLists(PageTree tree, PageNode container)
    {
        for (var i = container.Index + 1; i < container.End; i++)
        {
            var node = tree.Nodes[i];
            if (node.Element is null || node.Dropped)
                continue;
            if (node.Name is not ("ul" or "ol" or "div" or "section" or "p" or "table" or "dl") || node.Counts.Chars == 0)
                continue;
            if (node.Name == "p" && node.Counts.Chars >= MinSentence && EndsSentence(tree, node))
                continue;
            if (node.Counts.LinkDensity <= 0.7 || node.Counts.Links < 1 || node.Counts.Chars - node.Counts.LinkChars >= 200)
                continue;
            var isList = node.Name is "ul" or "ol";
            if (!LeadsAway(node))
                tree.Drop(node);
            if (isList || node.Dropped)
                i = node.End - 1;
        }
    }

    /// <summary>
    /// A list, or what holds one, whose links mostly lead to other sites: references, further reading, what the article compares. Of such lists' words the
    /// gold of the open corpora has nine in ten, of those in lists of the site's own pages less than half.
    /// </summary>
    private static bool LeadsAway(PageNode node) => (node.Name is "ul" or "ol" || node.HoldsStructure) && node.Counts.OutboundLinks * 2 > node.Counts.Links;

    /// <summary>Lines behind the text that are a link and nothing more, as "Back" or "All news": no article ends with one.</summary>
    private static void DropLastLinks(PageTree tree, PageNode container)
    {
        for (var i = tree.FirstRunAt(container.End) - 1; i > tree.FirstRunAt(container.Index); i--)
        {
            var run = tree.Runs[i];
            if (run.Dropped)
                continue;
            // Longer ones are as often a source or a document that belongs to the text.
            if (run.IsHeading || run.EndsSentence || run.LinkDensity < 0.95 || run.Text.Length > 40)
                return;
            run.Dropped = true;
        }
    }

    private static bool EndsSentence(PageTree tree, PageNode node)
    {
        var last = tree.FirstRunAt(node.End) - 1;
        return last >= 0 && tree.Runs[last].EndsSentence;
    }

    /// <summary>Headings with nothing below them until the next heading of the same or a higher level.</summary>
    private static void DropHeadings(PageTree tree, PageNode container)
    {
        var textAfter = false;
        var first = tree.FirstRunAt(container.Index);
        var last = tree.FirstRunAt(container.End) - 1;
        var firstProse = first;
        while (firstProse <= last && (tree.Runs[firstProse].Dropped || !tree.Runs[firstProse].IsProse))
            firstProse++;
        for (var i = last; i >= first; i--)
        {
            var run = tree.Runs[i];
            if (run.Dropped)
                continue;
            if (!run.IsHeading)
            {
                textAfter = true;
                continue;
            }
            if (!textAfter || run.Block.Name == "h1" && i < firstProse)
                run.Dropped = true;
        }
    }

    /// <summary>
    /// Paragraphs that the page gives twice, for wide and narrow screens or as a pulled quotation. Lists and tables say the same of several things.
    /// </summary>
    private static void DropRepeated(PageTree tree, PageNode container)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var run in tree.RunsOf(container))
        {
            if (!run.Dropped && run.Chars >= 60 && run.Block.Name is not ("li" or "td") && !seen.Add(run.Text))
                run.Dropped = true;
        }
    }
}
