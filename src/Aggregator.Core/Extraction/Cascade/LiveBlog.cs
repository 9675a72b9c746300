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
            if (Opening(tree, parent, part) is var opening and > 0)
                return opening + part.Counts.Prose >= (1 - MaxOther) * parent.Counts.Prose && !ContainerFinder.HoldsSeveralArticles(tree, parent) ? parent : gathered;
            if (parent.Counts.Prose > part.Counts.Prose)
                break;
            part = parent;
        }
        return gathered;
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
    private static int Opening(PageTree tree, PageNode node, PageNode part)
    {
        int prose = 0, paragraphs = 0;
        for (var i = node.Index + 1; i < part.Index; i = tree.Nodes[i].End)
        {
            var child = tree.Nodes[i];
            if (child.Element is null || child.Dropped || child.Counts.LinkDensity >= 0.2)
                continue;
            prose += child.Counts.Prose;
            paragraphs += child.Counts.ProseRuns;
        }
        return paragraphs >= MinParagraphs && prose >= MinOpening ? prose : 0;
    }
}
