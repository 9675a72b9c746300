using Aggregator.Html;
using Aggregator.Model;

namespace Aggregator.Extraction.Metadata;

/// <summary>Reads the metadata of small pages written in the tests.</summary>
internal static class Page
{
    public static PageMetadata Read(string html, string url = "https://www.daily-example.com/news/bridge") =>
        MetadataReader.Read(HtmlParsing.ParseDocument(html.AsMemory())!, new PageContext(new Uri(url)));

    public static PageMetadata Of(string head = "", string body = "", string url = "https://www.daily-example.com/news/bridge", string lang = "") =>
        Read($"<!doctype html><html{(lang.Length > 0 ? $" lang=\"{lang}\"" : "")}><head>{head}</head><body>{body}</body></html>", url);

    public static string JsonLd(string json) => $"<script type=\"application/ld+json\">{json}</script>";
}
