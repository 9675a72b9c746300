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
        var tree = PageTreeBuilder.Build(body);
        Pruning.Prune(tree, keepHidden: false);
        var candidate = ContainerFinder.Find(tree);
        Cleaning.Clean(tree, candidate.Node);
        var text = ArticleRenderer.Text(tree, candidate.Node);
        return new ExtractedPage
        {
            Kind = PageKind.Article,
            Rung = candidate.Rung,
            Confidence = 0.5,
            Text = text,
            ContentHtml = ArticleRenderer.Html(tree, candidate.Node, context.Url),
            WordCount = PlainText.CountWords(text),
            Metadata = metadata,
        };
    }
}
