using Aggregator.Extraction.Tree;
using Aggregator.Model;

namespace Aggregator.Extraction.Cascade;

/// <summary>A part of the page that may be the article.</summary>
internal sealed record Candidate(PageNode Node, ExtractionRung Rung);

/// <summary>Finds the part of the page that holds the article: by its name if that is convincing, else by where the prose stands.</summary>
internal static class ContainerFinder
{
    /// <summary>A named container must hold this share of the prose in the container that the prose itself points to.</summary>
    private const double MinNamedShare = 0.4;

    /// <summary>Going down, a child takes over if it holds this share of its parent's prose.</summary>
    private const double Dominance = 0.75;

    public static Candidate Find(PageTree tree)
    {
        var scored = Descend(tree.Root, tree);
        var best = Largest(tree, n => (n.Words & WordKinds.Body) != 0);
        if (best is not null && best.Counts.Prose >= MinNamedShare * scored.Counts.Prose && best.Counts.Prose > 0)
            return new Candidate(best, ExtractionRung.KnownContainer);
        var article = Largest(tree, n => n.Name == "article" || (n.Words & WordKinds.Story) != 0 && n.Name is not "body" and not "html");
        if (article is not null && article.Counts.Prose >= 0.6 * scored.Counts.Prose && article.Counts.Prose > 0)
            return new Candidate(Descend(article, tree), ExtractionRung.KnownContainer);
        return new Candidate(scored, ExtractionRung.ScoredCandidate);
    }

    private static PageNode? Largest(PageTree tree, Func<PageNode, bool> matches)
    {
        PageNode? best = null;
        foreach (var node in tree.Nodes)
        {
            // On a tie the inner one wins: it has less around it.
            if (node.Element is not null && !node.Dropped && matches(node) && (best is null || node.Counts.Prose >= best.Counts.Prose * (best.Contains(node) ? 0.9 : 1)))
                best = node;
        }
        return best;
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
                if (child.Element is not null && !child.Dropped && child.Counts.Prose > (heavy?.Counts.Prose ?? 0))
                    heavy = child;
            }
            if (heavy is null || heavy.Counts.Prose < Dominance * node.Counts.Prose || heavy.Name is "p" || heavy.Counts.ProseRuns < 2 && node.Counts.ProseRuns > 1)
                return node;
            node = heavy;
        }
    }
}
