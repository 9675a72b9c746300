using Aggregator.Extraction.Tree;
using Aggregator.Extraction.Words;
using Aggregator.Html.Dom;
using Aggregator.Model;

namespace Aggregator.Extraction.Cascade;

/// <summary>A part of the page that may be the article.</summary>
internal sealed record ContainerCandidate(PageNode Node, ExtractionRung Rung);

/// <summary>Finds the part of the page that holds the article: by its name if that is convincing, else by where the prose stands.</summary>
internal static class ContainerFinder
{
    /// <summary>A named container must hold this share of the prose in the container that the prose itself points to.</summary>
    private const double MinNamedShare = 0.4;

    /// <summary>A part of this share of the largest one, and before it, is an article of its own and not a teaser.</summary>
    private const double RivalShare = 0.4;

    private const int MinHeadedProse = 400;

    /// <summary>Going down, a child takes over if it holds this share of its parent's prose.</summary>
    private const double Dominance = 0.75;

    public static ContainerCandidate Find(PageTree tree)
    {
        var scored = Descend(tree.Root, tree);
        var best = Largest(tree, n => (n.Words & WordKinds.Body) != 0 && IsBox(n));
        if (best is not null && best.Counts.Mass >= MinNamedShare * scored.Counts.Mass && best.Counts.Mass > 0)
            return new ContainerCandidate(best, ExtractionRung.KnownContainer);
        var article = Largest(tree, n => n.Name == "article" || (n.Words & WordKinds.Story) != 0 && IsBox(n));
        if (article is not null && article.Counts.Mass >= 0.6 * scored.Counts.Mass && article.Counts.Mass > 0)
            return new ContainerCandidate(Descend(article, tree), ExtractionRung.KnownContainer);
        if (article is not null && (article.HoldsHeadline || article.Name == "article") && article.Counts.Prose >= MinHeadedProse)
            return new ContainerCandidate(Descend(article, tree), ExtractionRung.KnownContainer);
        return new ContainerCandidate(scored, ExtractionRung.ScoredCandidate);
    }

    private static bool IsBox(PageNode node) =>
        (node.Traits & (TagTraits.Block | TagTraits.Heading)) == TagTraits.Block && node.Name is not ("p" or "ul" or "ol" or "li" or "body" or "html");

    private static PageNode? Largest(PageTree tree, Func<PageNode, bool> matches)
    {
        PageNode? best = null;
        foreach (var node in tree.Nodes)
        {
            // On a tie the inner one wins: it has less around it.
            if (node.Element is not null
                && !node.Dropped
                && matches(node)
                && (best is null || node.Counts.Prose >= best.Counts.Prose * (best.Contains(node) ? 0.9 : 1)))
            {
                best = node;
            }
        }
        if (best is null)
            return null;
        var gathered = Gathered(tree, best, matches);
        return gathered != best ? LiveBlog.WithOpening(tree, gathered, matches) : FirstRival(tree, best, matches) ?? best;
    }

    /// <summary>Where a page goes on with the next article, the first is the one that was asked for.</summary>
    private static PageNode? FirstRival(PageTree tree, PageNode best, Func<PageNode, bool> matches)
    {
        var headed = false;
        var enough = IsListOfArticles(tree, best) ? MinHeadedProse : RivalShare * best.Counts.Prose;
        for (var i = 0; i < best.Index; i++)
        {
            var node = tree.Nodes[i];
            if (node.Element is null || node.Dropped)
                continue;
            headed |= node.Name == "h1";
            if (!node.Contains(best) && matches(node) && node.Counts.Prose >= enough && (headed || HasHeadline(tree, node)))
                return node;
        }
        return null;
    }

    /// <summary>
    /// What consists of three articles or more is a list of others, whole texts or teasers, however long it is. Found on one page of the open corpora,
    /// where it changes no other; HTML itself says that an article inside another is at most related to it.
    /// </summary>
    private static bool IsListOfArticles(PageTree tree, PageNode node)
    {
        int articles = 0, prose = 0;
        for (var i = node.Index + 1; i < node.End; i++)
        {
            var inner = tree.Nodes[i];
            if (inner.Name != "article" || inner.Dropped)
                continue;
            articles++;
            prose += inner.Counts.Prose;
            i = inner.End - 1;
        }
        return articles >= 3 && prose >= 0.8 * node.Counts.Prose;
    }

    /// <summary>An article that is cut into several equally named parts is what holds them all.</summary>
    private static PageNode Gathered(PageTree tree, PageNode best, Func<PageNode, bool> matches)
    {
        var holder = best;
        for (var parent = best.Parent; parent is not null && parent.Name != "body"; parent = parent.Parent)
        {
            var named = 0;
            for (var i = parent.Index + 1; i < parent.End; i++)
            {
                var node = tree.Nodes[i];
                if (node.Element is null || node.Dropped || !matches(node))
                    continue;
                named += node.Counts.Prose;
                i = node.End - 1;
            }
            if (named < 0.9 * parent.Counts.Prose || named < 1.3 * holder.Counts.Prose)
                continue;
            if (HoldsSeveralArticles(tree, parent))
                break;
            holder = parent;
        }
        return holder;
    }

    public static bool HoldsSeveralArticles(PageTree tree, PageNode node)
    {
        int headlines = 0, articles = 0;
        for (var i = node.Index; i < node.End; i++)
        {
            headlines += tree.Nodes[i].Name == "h1" ? 1 : 0;
            articles += tree.Nodes[i].Name == "article" && tree.Nodes[i].Counts.Prose > MinHeadedProse ? 1 : 0;
        }
        return headlines > 1 || articles > 1;
    }

    private static bool HasHeadline(PageTree tree, PageNode node) => Headlines(tree, node) > 0;

    private static int Headlines(PageTree tree, PageNode node)
    {
        var count = 0;
        for (var i = node.Index; i < node.End; i++)
            count += tree.Nodes[i].Name == "h1" ? 1 : 0;
        return count;
    }

    private static PageNode Descend(PageNode from, PageTree tree)
    {
        var node = from;
        while (true)
        {
            PageNode? heavy = null;
            for (var i = node.Index + 1; i < node.End; i = tree.Nodes[i].End)
            {
                var child = tree.Nodes[i];
                if (child.Element is not null && !child.Dropped && child.Counts.Mass > (heavy?.Counts.Mass ?? 0))
                    heavy = child;
            }
            if (heavy is null
                || heavy.Counts.Mass < Dominance * node.Counts.Mass
                || heavy.Name is "p"
                || heavy.Counts.ProseRuns < 2 && node.Counts.ProseRuns > 1
                || HasOwnProse(tree, node, heavy) || HasTwin(tree, node, heavy))
            {
                return node;
            }

            node = heavy;
        }
    }

    /// <summary>A sibling of the same kind and class that holds a paragraph too: both are parts of one article.</summary>
    private static bool HasTwin(PageTree tree, PageNode node, PageNode heavy)
    {
        for (var i = node.Index + 1; i < node.End; i = tree.Nodes[i].End)
        {
            var child = tree.Nodes[i];
            if (child != heavy
                && child.Element is { } element
                && !child.Dropped
                && child.Name == heavy.Name
                && child.Counts.Prose >= 80
                && child.Counts.LinkDensity < 0.3
                && element.ClassName == heavy.Element!.ClassName)
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>Paragraphs that stand beside the heavy child: it is then a part of the article only.</summary>
    private static bool HasOwnProse(PageTree tree, PageNode node, PageNode heavy)
    {
        for (var i = tree.FirstRunAt(node.Index); i < tree.Runs.Count && tree.Runs[i].First < heavy.Index; i++)
        {
            var run = tree.Runs[i];
            if (!run.Dropped
                && run.IsProse
                && run.Chars >= 80
                && run.LinkDensity < 0.3
                && (run.Block == node || run.Block.Parent == node && run.Block.Name == "p"))
            {
                return true;
            }
        }
        return false;
    }
}
