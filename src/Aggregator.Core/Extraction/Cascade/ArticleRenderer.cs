using Aggregator.Extraction.Tree;
using Aggregator.Html;
using Aggregator.Html.Dom;
using Aggregator.Model;

namespace Aggregator.Extraction.Cascade;

/// <summary>Writes what is left of a container as lines of text and as HTML.</summary>
internal static class ArticleRenderer
{
    public static string Text(PageTree tree, PageNode container)
    {
        var lines = new List<string>();
        foreach (var run in tree.RunsOf(container))
        {
            if (!run.Dropped)
                lines.Add(run.Text);
        }
        return string.Join('\n', lines);
    }

    public static string Html(PageTree tree, ExtractedText found, Uri baseUrl)
    {
        // Tags and addresses take about a quarter of what the text takes.
        var writer = new HtmlWriter(baseUrl, 256 + (found.Text.Length * 5 / 4));
        if (found.Rung == ExtractionRung.StructuredData)
        {
            foreach (var line in found.Text.Split('\n'))
                writer.Paragraph(line);
            return writer.ToString();
        }
        foreach (var run in found.Lead)
            writer.Paragraph(run.Text);
        WriteContainer(tree, found.Node, writer);
        return writer.ToString();
    }

    private static void WriteContainer(PageTree tree, PageNode container, HtmlWriter writer)
    {
        var open = new Stack<PageNode>();
        var run = tree.FirstRunAt(container.Index);
        for (var i = container.Index; i < container.End; i++)
        {
            var node = tree.Nodes[i];
            while (open.Count > 0 && i >= open.Peek().End)
                writer.Close(open.Pop().Element!);
            if (node.Dropped || IsEmpty(node))
            {
                i = node.End - 1;
                continue;
            }
            if (node.Element is { } element)
            {
                writer.Open(element);
                open.Push(node);
                continue;
            }
            while (run < tree.Runs.Count && tree.Runs[run].End <= i)
                run++;
            if (run >= tree.Runs.Count || i < tree.Runs[run].First || !tree.Runs[run].Dropped || tree.Runs[run].Muted)
                writer.Text(node.Leaf!.Data);
        }
        while (open.Count > 0)
            writer.Close(open.Pop().Element!);
    }

    private static bool IsEmpty(PageNode node) =>
        (node.Traits & (TagTraits.Block | TagTraits.Void)) == TagTraits.Block && node.Counts.Shown == 0 && !node.HoldsMedia;
}
