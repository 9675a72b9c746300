using Aggregator.Html;
using Aggregator.Html.Dom;
using Aggregator.Model;

namespace Aggregator.Extraction.Metadata;

/// <summary>Reads the metadata of small pages written in the tests.</summary>
internal static class Page
{
    public static PageMetadata Read(string html, string url = "https://www.daily-example.com/news/bridge") =>
        Read(HtmlParsing.ParseDocument(html.AsMemory())!, url);

    public static PageMetadata Read(Document document, string url)
    {
        var survey = PageSurvey.Of(document);
        using var jsonLd = Metadata.JsonLd.Read(survey.JsonLd);
        return MetadataReader.Read(survey, jsonLd, new PageContext(new Uri(url)));
    }

    public static PageMetadata Of(string head = "", string body = "", string url = "https://www.daily-example.com/news/bridge", string lang = "") =>
        Read($"<!doctype html><html{(lang.Length > 0 ? $" lang=\"{lang}\"" : "")}><head>{head}</head><body>{body}</body></html>", url);

    public static string JsonLd(string json) => $"<script type=\"application/ld+json\">{json}</script>";
}
