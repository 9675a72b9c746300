using Aggregator.Extraction.Tree;
using Aggregator.Extraction.Words;
using Aggregator.Html;
using Aggregator.Html.Dom;

namespace Aggregator.Extraction.Cascade;

/// <summary>How much is taken out before the article is looked for.</summary>
internal enum PruneLevel
{
    /// <summary>All that names itself furniture.</summary>
    Words,

    /// <summary>Only what its tag says.</summary>
    Tags,

    /// <summary>Next to nothing: forms and hidden parts stay, for pages that show their text by script.</summary>
    Hidden,
}

/// <summary>Takes the page's furniture out before the article is looked for: hidden parts, navigation, comments, whatever names itself so.</summary>
internal static class Pruning
{
    /// <summary>A part that holds more than this share of the page's prose is not furniture, whatever its name says.</summary>
    private const double MaxShare = 0.5;

    /// <summary>Comments often outweigh a short article.</summary>
    private const double MaxCommentShare = 0.9;

    /// <summary>Nodes, white space among them, between a box and the post that it is for.</summary>
    private const int MaxAbovePost = 4;

    /// <summary>Characters; a longer one may be a text in the wrong place.</summary>
    private const int MostFooter = 600;

    /// <summary>A short notice.</summary>
    private const int MinRival = 150;

    public static void Prune(PageTree tree, PruneLevel level)
    {
        tree.Count();
        var total = Math.Max(1, tree.Root.Counts.Prose);
        for (var i = 1; i < tree.Nodes.Count; i++)
        {
            var node = tree.Nodes[i];
            if (node.Element is null || !IsFurniture(tree, node, total, level))
                continue;
            tree.Drop(node);
            i = node.End - 1;
        }
        tree.Count();
    }

    private static bool IsFurniture(PageTree tree, PageNode node, int total, PruneLevel level)
    {
        if (LiveBlog.IsWindow(tree, node))
            return true;
        if (node.Hidden)
            return level != PruneLevel.Hidden;
        if (IsBesideText(tree, node))
            return true;
        var share = (double)node.Counts.Prose / total;
        if (share > MaxCommentShare)
            return false;
        if ((node.Words & WordKinds.Consent) != 0)
            return true;
        if (node.Name is "article" or "main" && share > 0.2 || node.HoldsHeadline && share > 0.2)
            return false;
        if ((node.Words & WordKinds.Comments) != 0 && (node.Words & WordKinds.Body) == 0)
            return true;
        if (share > MaxShare && !(share < MaxCommentShare && IsAside(node) && HasRival(tree, node)))
            return false;
        if (level == PruneLevel.Hidden && node.Name == "form")
            return false;
        if (node.Name is "nav" or "aside" or "footer" or "form")
            return true;
        if ((node.Words & WordKinds.Body) != 0 || node.Name is "article" or "main")
            return false;
        if ((node.Traits & TagTraits.Heading) != 0)
            return false;
        if (node.Name is "td" or "th" or "tr" or "tbody" or "pre" or "code" or "span" && node.Parent?.Name is "code" or "pre")
            return false;
        return level == PruneLevel.Words && (node.Words & WordKinds.Furniture) != 0 && !HoldsPost(tree, node);
    }

    /// <summary>
    /// Forms that ask for something and the page's footer are not the text beside one that is named so, however short that is: of a post of one sentence
    /// they would be most of it.
    /// </summary>
    private static bool IsBesideText(PageTree tree, PageNode node) =>
        (node.Name == "form" || (node.Name == "footer" && node.Counts.Prose < MostFooter)) && !node.HoldsHeadline && !HoldsArticle(tree, node)
        && (node.Name == "form" ? Forms.IsNoText(node.Element!) : !StandsInArticle(node)) && HasNamedText(tree, node);

    private static bool HasNamedText(PageTree tree, PageNode node)
    {
        foreach (var other in tree.Nodes)
        {
            if (!other.Dropped && (other.Name == "article" || (other.Words & WordKinds.Body) != 0) && other.Counts.Chars > other.Counts.LinkChars
                && !other.Contains(node) && !node.Contains(other))
            {
                return true;
            }
        }
        return false;
    }

    private static bool HoldsArticle(PageTree tree, PageNode node)
    {
        for (var i = node.Index + 1; i < node.End; i++)
        {
            if (tree.Nodes[i].Name is "article" or "main")
                return true;
        }
        return false;
    }

    private static bool StandsInArticle(PageNode node)
    {
        for (var parent = node.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent.Name is "article" or "main")
                return true;
        }
        return false;
    }

    /// <summary>"social-media-embed" around a quoted post, which is the article's; the same names hold buttons to share it.</summary>
    private static bool HoldsPost(PageTree tree, PageNode node)
    {
        for (var i = node.Index; i < node.End && i <= node.Index + MaxAbovePost; i++)
        {
            if (tree.Nodes[i].Name == "blockquote" && (tree.Nodes[i].Words & WordKinds.Post) != 0)
                return true;
        }
        return false;
    }

    private static bool IsAside(PageNode node) => node.Name is "aside" or "footer" or "nav" || (node.Words & WordKinds.Furniture) != 0 && !node.HoldsHeadline;

    /// <summary>A text elsewhere that is named as the article: then a longer sidebar is still a sidebar.</summary>
    private static bool HasRival(PageTree tree, PageNode node)
    {
        foreach (var other in tree.Nodes)
        {
            if (!other.Dropped && !other.Contains(node) && !node.Contains(other) && other.Counts.Chars - other.Counts.LinkChars >= MinRival
                && (other.Name == "article" || (other.Words & WordKinds.Body) != 0))
            {
                return true;
            }
        }
        return false;
    }
}
