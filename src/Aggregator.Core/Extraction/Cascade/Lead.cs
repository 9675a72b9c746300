using Aggregator.Extraction.Tree;
using Aggregator.Extraction.Words;

namespace Aggregator.Extraction.Cascade;

/// <summary>The lead (standfirst, summary) that pages put between headline and text, outside of the text's container.</summary>
internal static class Lead
{
    /// <summary>A lead is one to three sentences: longest seen on the open corpora 900 characters.</summary>
    private const int MinChars = 40;
    private const int MaxChars = 1000;

    /// <summary>As long as the shortest paragraph that needs no full stop (<see cref="TextRun.IsProse"/>).</summary>
    private const int MinUnnamedChars = 80;

    /// <summary>Boxes between a lead and the one around it and its headline: four, six and eight give the same figures within 0.0006.</summary>
    private const int MaxBoxes = 6;

    private const WordKinds OtherThanLead = WordKinds.Caption | WordKinds.Credits | WordKinds.Furniture | WordKinds.Comments | WordKinds.Doubtful;

    /// <summary>So many equal first characters make two paragraphs the same.</summary>
    private const int ProbeChars = 60;

    /// <returns>The runs of the lead, in order; empty if there is none or the container holds it already.</returns>
    public static List<TextRun> Find(PageTree tree, PageNode container)
    {
        List<TextRun> lead = [];
        var headline = -1;
        for (var i = 0; i < container.Index; i++)
        {
            if (tree.Nodes[i].Name == "h1" && !tree.Nodes[i].Hidden)
                headline = i;
        }
        if (headline < 0)
            return lead;
        var chars = 0;
        for (var i = tree.FirstRunAt(tree.Nodes[headline].End); i < tree.Runs.Count && tree.Runs[i].First < container.Index; i++)
        {
            var run = tree.Runs[i];
            if (run.Hidden || run.Chars < MinChars || run.LinkDensity > 0.3 || Phrases.IsCall(run.Text))
                continue;
            if (!(IsLead(run.Block) && !IsFurniture(run)) && !IsUnnamedLead(run, tree.Nodes[headline]))
                continue;
            lead.Add(run);
            chars += run.Chars;
        }
        return chars > MaxChars ? [] : lead;
    }

    /// <summary>Without what the text holds itself.</summary>
    public static List<TextRun> WithoutRepeats(List<TextRun> lead, string text) =>
        [.. lead.Where(run => !text.AsSpan().Contains(run.Text.AsSpan(0, Math.Min(run.Text.Length, ProbeChars)), StringComparison.Ordinal))];

    public static string Prepend(List<TextRun> lead, string text) =>
        lead.Count == 0 ? text : string.Join('\n', lead.Select(run => run.Text).Append(text).Where(t => t.Length > 0));

    /// <summary>
    /// A paragraph below the headline that has no telling name, in the box around the headline: many sites' names are generated. On the open corpora
    /// it finds 15 snippets that were missing and brings three unwanted ones; no text figure moves by more than 0.001.
    /// </summary>
    private static bool IsUnnamedLead(TextRun run, PageNode headline)
    {
        if (run.Dropped || !run.IsProse || run.Chars < MinUnnamedChars || run.Block.Name is not ("p" or "div"))
            return false;
        var node = run.Block;
        for (var up = 0; up < MaxBoxes && node is not null; up++, node = node.Parent)
        {
            if (node.Contains(headline))
                return true;
            if (node.Name is "li" or "td" or "figure" or "figcaption" or "details" || (node.Words & OtherThanLead) != 0)
                return false;
        }
        return false;
    }

    /// <summary>Pruned for another name than a lead's: a form's hints, a picture's, the author's life.</summary>
    private static bool IsFurniture(TextRun run)
    {
        if (!run.Dropped)
            return false;
        var node = run.Block;
        while (node is { Dropped: false })
            node = node.Parent;
        return node is null || (node.Words & WordKinds.Lead) == 0;
    }

    /// <summary>The word may stand on the paragraph or one or two boxes around it.</summary>
    private static bool IsLead(PageNode block)
    {
        var node = block;
        for (var up = 0; up < 3 && node is not null; up++, node = node.Parent)
        {
            if ((node.Words & (WordKinds.Comments | WordKinds.Consent | WordKinds.Caption)) != 0
                || node.Name is "nav" or "aside" or "figcaption" or "form" or "li")
            {
                return false;
            }

            if ((node.Words & WordKinds.Lead) != 0)
                return true;
        }
        return false;
    }
}
