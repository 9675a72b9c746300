using Aggregator.Extraction.Cascade;
using Aggregator.Extraction.Html;
using Aggregator.Extraction.Metadata;
using Aggregator.Extraction.Tree;
using Aggregator.Model;

namespace Aggregator.Extraction;

/// <summary>Reads an article page: its text, and what it says about itself.</summary>
public static class ArticleExtractor
{
    public static ExtractedPage Extract(ReadOnlyMemory<byte> page, PageContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var html = PageDecoder.Decode(page.Span, context.Charset);
        var document = HtmlParsing.ParseDocument(html);
        if (document?.Body is not { } body)
            return new ExtractedPage { Kind = PageKind.NotHtml, Reason = "no tree could be made of the markup" };
        var metadata = MetadataReader.Read(document, context);
        StreamedParts.Place(document);
        var tree = PageTreeBuilder.Build(body);
        var found = Cascade(tree);
        var embedded = EmbeddedText.Find(document);
        if (embedded is not null && embedded.Length > RescueGain * found.Text.Length)
            found = found with { Text = embedded, Rung = ExtractionRung.StructuredData };
        return new ExtractedPage
        {
            Kind = PageKind.Article,
            Rung = found.Rung,
            Confidence = 0.5,
            Text = found.Text,
            ContentHtml = found.Html(context.Url),
            WordCount = PlainText.CountWords(found.Text),
            Metadata = metadata,
        };
    }

    internal sealed record Found(string Text, ExtractionRung Rung, PageNode Node, PruneLevel Level, Func<Uri, string> Html);

    internal static Found Cascade(PageTree tree)
    {
        var found = Attempt(tree, PruneLevel.Words);
        foreach (var level in (ReadOnlySpan<PruneLevel>)[PruneLevel.Tags, PruneLevel.Hidden])
        {
            if (found.Text.Length >= ShortText && found.Text.Length >= MinShare * VisibleProse(tree))
                break;
            var again = Attempt(tree, level);
            if (again.Text.Length > RescueGain * found.Text.Length)
                found = again;
            else
                found = Attempt(tree, found.Level);
        }
        return found;
    }


    private const int ShortText = 250;
    private const double MinShare = 0.25;
    private const double RescueGain = 2;

    private static int VisibleProse(PageTree tree)
    {
        var sum = 0;
        foreach (var run in tree.Runs)
            sum += run.IsProse && !run.Hidden ? run.Chars : 0;
        return sum;
    }

    internal static Found Attempt(PageTree tree, PruneLevel level)
    {
        tree.Restore();
        Pruning.Prune(tree, level);
        var candidate = ContainerFinder.Find(tree);
        var lead = Lead.Find(tree, candidate.Node);
        Cleaning.Clean(tree, candidate.Node);
        var text = ArticleRenderer.Text(tree, candidate.Node);
        text = Lead.Prepend(lead, text);
        return new Found(text, candidate.Rung, candidate.Node, level, url => ArticleRenderer.Html(tree, candidate.Node, url));
    }
}
