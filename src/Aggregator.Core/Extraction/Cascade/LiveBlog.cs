using System.Globalization;
using Aggregator.Extraction.Tree;

namespace Aggregator.Extraction.Cascade;

/// <summary>A live blog's posts are named as texts are, each for itself; what the blog is about stands above them, unnamed.</summary>
internal static class LiveBlog
{
    /// <summary>Equally named parts that make a live blog; articles that advertisements cut into parts have fewer as a rule.</summary>
    private const int MinPosts = 4;

    /// <summary>Shorter openings are a lead, which <see cref="Lead"/> finds.</summary>
    private const int MinOpening = 400;
    private const int MinParagraphs = 3;

    /// <summary>What holds opening and posts may hold so much else, in shares of all its prose.</summary>
    private const double MaxOther = 0.05;

    /// <summary>
    /// Openings link people and earlier reports; what is mostly links is a list of them. With 0.2 the opening of one of the two open pages that have a
    /// window of posts was too short.
    /// </summary>
    private const double MaxLinked = 0.5;

    /// <param name="gathered">What holds all equally named parts.</param>
    /// <param name="matches">Says whether a node is such a part.</param>
    /// <returns>What holds the opening as well, or <paramref name="gathered"/>.</returns>
    public static PageNode WithOpening(PageTree tree, PageNode gathered, Func<PageNode, bool> matches)
    {
        if (Posts(tree, gathered, matches) < MinPosts)
            return gathered;
        var part = gathered;
        while (part.Parent is { } parent && parent.Name != "body")
        {
            if (Opening(tree, parent, part, maxLinked: 0.2) is var opening and > 0)
            {
                return opening + part.Counts.Prose >= (1 - MaxOther) * parent.Counts.Prose && !ContainerFinder.HoldsSeveralArticles(tree, parent)
                    ? parent
                    : gathered;
            }

            if (parent.Counts.Prose > part.Counts.Prose)
                break;
            part = parent;
        }
        return gathered;
    }

    /// <summary>
    /// The newest posts of a blog that goes on over further pages, below an opening that is a text by itself. A list of this component
    /// (amp.dev/documentation/components/amp-live-list) states how many items a page shows at most, and each item its time; a full one is a window that
    /// slides on with each post, so that two fetches of the page would hardly have a post in common. What stays is the opening.
    /// Two open pages have such a list, both of one site, and both golds end with the opening; blogs that show all their posts keep them.
    /// </summary>
    public static bool IsWindow(PageTree tree, PageNode list)
    {
        if (list.Name != "amp-live-list"
            || !int.TryParse(list.Element?.GetAttribute("data-max-items-per-page"), NumberStyles.None, CultureInfo.InvariantCulture, out var most))
        {
            return false;
        }

        var items = 0;
        for (var i = list.Index + 1; i < list.End && items < most; i++)
            items += tree.Nodes[i].Element?.HasAttribute("data-sort-time") == true ? 1 : 0;
        return items >= most && HasOpening(tree, list);
    }

    private static bool HasOpening(PageTree tree, PageNode part)
    {
        while (part.Parent is { } parent && parent.Name != "body")
        {
            if (Opening(tree, parent, part, MaxLinked) > 0)
                return true;
            part = parent;
        }
        return false;
    }

    private static int Posts(PageTree tree, PageNode node, Func<PageNode, bool> matches)
    {
        var count = 0;
        for (var i = node.Index + 1; i < node.End; i++)
        {
            if (tree.Nodes[i].Element is null || tree.Nodes[i].Counts.Prose == 0 || !matches(tree.Nodes[i]))
                continue;
            count++;
            i = tree.Nodes[i].End - 1;
        }
        return count;
    }

    /// <summary>Characters of the paragraphs beside a part and before it; 0 if they are too few to be an opening.</summary>
    private static int Opening(PageTree tree, PageNode node, PageNode part, double maxLinked)
    {
        int prose = 0, paragraphs = 0;
        for (var i = node.Index + 1; i < part.Index; i = tree.Nodes[i].End)
        {
            var child = tree.Nodes[i];
            if (child.Element is null || child.Dropped || child.Counts.LinkDensity >= maxLinked)
                continue;
            prose += child.Counts.Prose;
            paragraphs += child.Counts.ProseRuns;
        }
        return paragraphs >= MinParagraphs && prose >= MinOpening ? prose : 0;
    }
}
