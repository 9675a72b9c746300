using Aggregator.Extraction.Cascade;
using Aggregator.Extraction.Metadata;
using Aggregator.Extraction.Tree;
using Aggregator.Html;
using Aggregator.Html.Dom;
using Aggregator.Model;
using Aggregator.Text.Encodings;
using Aggregator.Text.Languages;

namespace Aggregator.Extraction;

/// <summary>Reads an article page: its text, and what it says about itself. README.md beside this file explains the cascade.</summary>
public static class ArticleExtractor
{
    /// <summary>Never throws for what a page contains; a page that is no article has a <see cref="ExtractedPage.Kind"/> and a reason, and no text.</summary>
    /// <param name="page">The body of the response, decompressed.</param>
    public static ExtractedPage Extract(ReadOnlyMemory<byte> page, PageContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (ContentSniffer.WhyNotHtml(page.Span, context.ContentType) is { } foreign)
            return new ExtractedPage { Kind = PageKind.NotHtml, Reason = foreign };
        using var decoded = DecodedPage.Of(page.Span, context.Charset);
        using var document = HtmlParsing.ParseDocument(decoded.Text);
        if (document?.Body is not Element body)
            return new ExtractedPage { Kind = PageKind.NotHtml, Reason = "the markup makes no page: more elements than any page has, or no body" };
        var survey = PageSurvey.Of(document);
        using var jsonLd = JsonLd.Read(survey.JsonLd);
        var metadata = MetadataReader.Read(survey, jsonLd, context);
        StreamedParts.Place(document);
        var tree = PageTreeBuilder.Build(body, new OutboundLinks(Aggregator.Urls.RegistrableDomains.Default.Of(context.Url)));
        var found = ExtractionCascade.Run(tree, JsonLdBody.Find(jsonLd), () => StateText.Find(survey.Scripts), metadata.Title);
        var (kind, reason) = PageVerdict.Judge(document, tree, found);
        if (kind != PageKind.Article)
            return new ExtractedPage { Kind = kind, Reason = reason, Metadata = metadata, Copied = document.IsCopy };
        return new ExtractedPage
        {
            Kind = kind,
            Reason = reason,
            Rung = found.Rung,
            Confidence = found.Confidence,
            Text = found.Text,
            ContentHtml = ArticleRenderer.Html(tree, found, context.Url),
            WordCount = PlainText.CountWords(found.Text),
            Controls = survey.Controls,
            // A template's lang says what its makers spoke; the article's own text is asked last.
            Metadata = metadata with { Language = TextLanguage.Of(metadata.Language, found.Text) },
            Copied = document.IsCopy,
        };
    }
}
