using Aggregator.Extraction.Tree;
using Aggregator.Model;

namespace Aggregator.Extraction.Cascade;

/// <summary>What a rung found.</summary>
/// <param name="Node">The container; meaningless for structured data.</param>
/// <param name="Lead">The runs between headline and container that belong to the text.</param>
internal sealed record ExtractedText(string Text, ExtractionRung Rung, PageNode Node, PruneLevel Level, IReadOnlyList<TextRun> Lead)
{
    /// <summary>
    /// 0 to 1: the mean page F1 that pages of this rung and level had on the open corpora, lowered for texts below 500 characters
    /// (among which wrong containers are three times as frequent).
    /// </summary>
    public double Confidence => Math.Round(Level switch { PruneLevel.Words => 1.0, PruneLevel.Tags => 0.8, _ => 0.6 }
        * Rung switch { ExtractionRung.KnownContainer => 0.96, ExtractionRung.StructuredData => 0.8, ExtractionRung.ScoredCandidate => 0.85, _ => 0.5 }
        * (0.6 + 0.4 * Math.Min(1, Text.Length / 500.0)), 2);
}

/// <summary>The cascade and its judge: strict first, and weaker only where the strict reading leaves too little of the page.</summary>
internal static class ExtractionCascade
{
    /// <summary>Below this a result is suspect and the weaker readings are tried too (trafilatura's and Readability's limits are 250 and 500).</summary>
    private const int ShortText = 250;

    /// <summary>Readability's limit: below it the state of the page's scripts may hold more of the text than the page shows.</summary>
    private const int WeakText = 500;

    /// <summary>A result of less than this share of all visible prose is suspect: comments and footers rarely make up three quarters of a page.</summary>
    private const double MinShare = 0.25;

    /// <summary>A weaker reading replaces a stricter one only if it gives twice the text: it always gives somewhat more, and that is furniture.</summary>
    private const double RescueGain = 2;

    /// <summary>Leaves the tree as the returned reading pruned it.</summary>
    /// <param name="embedded">The text in the page's structured data, if it has one.</param>
    /// <param name="state">Looks for the text in the state of the page's scripts, which takes time.</param>
    public static ExtractedText Run(PageTree tree, string? embedded, Func<string?> state, string? title)
    {
        var enough = MinShare * VisibleProse(tree);
        var best = Read(tree, PruneLevel.Words);
        var current = best;
        foreach (var level in (ReadOnlySpan<PruneLevel>)[PruneLevel.Tags, PruneLevel.Hidden])
        {
            if (best.Text.Length >= ShortText && best.Text.Length >= enough)
                break;
            current = Read(tree, level);
            if (current.Text.Length > RescueGain * best.Text.Length)
                best = current;
        }
        if (best.Text.Length < ShortText)
        {
            current = ReadWild(tree);
            if (current.Text.Length > RescueGain * best.Text.Length)
                best = current;
        }
        if (embedded is not null && embedded.Length > RescueGain * best.Text.Length)
            return new ExtractedText(embedded, ExtractionRung.StructuredData, tree.Root, PruneLevel.Words, []);
        if (best.Text.Length < WeakText
            && state() is { Length: > ShortText } stated
            && stated.Length > RescueGain * best.Text.Length
            && StateText.BelongsTo(stated, best.Text, title))
        {
            return new ExtractedText(stated, ExtractionRung.StructuredData, tree.Root, PruneLevel.Words, []);
        }

        return ReferenceEquals(best, current) ? best : best.Rung == ExtractionRung.WildParagraphs ? ReadWild(tree) : Read(tree, best.Level);
    }

    private static ExtractedText Read(PageTree tree, PruneLevel level)
    {
        tree.Restore();
        Pruning.Prune(tree, level);
        var candidate = ContainerFinder.Find(tree);
        var lead = Lead.Find(tree, candidate.Node);
        Cleaning.Clean(tree, candidate.Node);
        var text = ArticleRenderer.Text(tree, candidate.Node);
        lead = Lead.WithoutRepeats(lead, text);
        return new ExtractedText(Lead.Prepend(lead, text), candidate.Rung, candidate.Node, level, lead);
    }

    /// <summary>Every paragraph of the page that is visible and no navigation.</summary>
    private static ExtractedText ReadWild(PageTree tree)
    {
        tree.Restore();
        Pruning.Prune(tree, PruneLevel.Tags);
        foreach (var run in tree.Runs)
            run.Dropped |= !run.IsProse;
        return new ExtractedText(ArticleRenderer.Text(tree, tree.Root), ExtractionRung.WildParagraphs, tree.Root, PruneLevel.Tags, []);
    }

    private static int VisibleProse(PageTree tree)
    {
        var sum = 0;
        foreach (var run in tree.Runs)
            sum += run.IsProse && !run.Hidden ? run.Chars : 0;
        return sum;
    }
}
