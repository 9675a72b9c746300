using Aggregator.Extraction.Tree;

namespace Aggregator.Extraction.Cascade;

/// <summary>Takes out single lines that speak of the page and not of the article's matter: calls to subscribe, links to more, rights, the author's life.</summary>
internal static class Endings
{
    /// <summary>A call is short; a long paragraph that begins like one is prose.</summary>
    private const int MaxLine = 350;

    public static void Drop(PageTree tree, PageNode container)
    {
        var first = tree.FirstRunAt(container.Index);
        var last = tree.FirstRunAt(container.End) - 1;
        for (var i = first; i <= last; i++)
        {
            var run = tree.Runs[i];
            if (!run.Dropped && run.Chars <= MaxLine && Phrases.IsCall(run.Text))
                run.Dropped = true;
        }
    }
}
