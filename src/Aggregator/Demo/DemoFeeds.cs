using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Xml.Linq;

namespace Aggregator.Demo;

/// <summary>The feeds of the demo's outlets, each in the dialect that the outlet is said to use.</summary>
internal static class DemoFeeds
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private static readonly XNamespace Rss10 = "http://purl.org/rss/1.0/";
    private static readonly XNamespace Dc = "http://purl.org/dc/elements/1.1/";
    private static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";

    public static (string ContentType, string Body) Write(DemoOutlet outlet, IReadOnlyList<DemoArticle> articles, string origin) => outlet.Format switch
    {
        "atom" => ("application/atom+xml", WriteAtom(outlet, articles, origin)),
        "rss10" => ("application/rdf+xml", WriteRss10(outlet, articles, origin)),
        "json" => ("application/feed+json", WriteJson(outlet, articles, origin)),
        _ => ("application/rss+xml", WriteRss20(outlet, articles, origin)),
    };

    private static string WriteRss20(DemoOutlet outlet, IReadOnlyList<DemoArticle> articles, string origin) => Document(new XElement("rss",
        new XAttribute("version", "2.0"), new XAttribute(XNamespace.Xmlns + "dc", Dc), new XAttribute(XNamespace.Xmlns + "content", Content),
        new XElement("channel",
            new XElement("title", outlet.Name), new XElement("link", origin + "/"), new XElement("description", outlet.Category), new XElement("language",
                "en"),
            articles.Select(a => new XElement("item",
                new XElement("title", a.Headline),
                new XElement("link", $"{origin}{a.Path}?utm_source=rss&utm_medium=feed"),
                new XElement("guid", new XAttribute("isPermaLink", "false"), $"{outlet.Id}-{a.Slug}"),
                new XElement("pubDate", a.Published.ToString("r", CultureInfo.InvariantCulture)),
                new XElement(Dc + "creator", a.Author),
                new XElement("description", a.Paragraphs[0]),
                outlet.FullText ? new XElement(Content + "encoded", Html(a)) : null)))));

    private static string WriteAtom(DemoOutlet outlet, IReadOnlyList<DemoArticle> articles, string origin) => Document(new XElement(Atom + "feed",
        new XElement(Atom + "title", outlet.Name), new XElement(Atom + "id", $"tag:{outlet.Host},2026:feed"),
        new XElement(Atom + "link", new XAttribute("href", origin + "/")),
        new XElement(Atom + "updated", Iso(articles.Count == 0 ? DateTimeOffset.UnixEpoch : articles[0].Published)),
        articles.Select(a => new XElement(Atom + "entry",
            new XElement(Atom + "title", a.Headline), new XElement(Atom + "id", $"tag:{outlet.Host},2026:{a.Slug}"),
            new XElement(Atom + "link", new XAttribute("rel", "alternate"), new XAttribute("href", origin + a.Path)),
            new XElement(Atom + "author", new XElement(Atom + "name", a.Author)),
            new XElement(Atom + "published", Iso(a.Published)), new XElement(Atom + "updated", Iso(a.Published)),
            new XElement(Atom + "summary", a.Paragraphs[0]),
            outlet.FullText ? new XElement(Atom + "content", new XAttribute("type", "html"), Html(a)) : null))));

    private static string WriteRss10(DemoOutlet outlet, IReadOnlyList<DemoArticle> articles, string origin) => Document(new XElement(Rdf + "RDF",
        new XAttribute(XNamespace.Xmlns + "rdf", Rdf), new XAttribute("xmlns", Rss10), new XAttribute(XNamespace.Xmlns + "dc", Dc),
        new XElement(Rss10 + "channel", new XAttribute(Rdf + "about", origin + "/feed"),
            new XElement(Rss10 + "title", outlet.Name), new XElement(Rss10 + "link", origin + "/"), new XElement(Rss10 + "description", outlet.Category)),
        articles.Select(a => new XElement(Rss10 + "item", new XAttribute(Rdf + "about", origin + a.Path),
            new XElement(Rss10 + "title", a.Headline), new XElement(Rss10 + "link", origin + a.Path),
            new XElement(Rss10 + "description", a.Paragraphs[0]), new XElement(Dc + "creator", a.Author), new XElement(Dc + "date", Iso(a.Published))))));

    private static string WriteJson(DemoOutlet outlet, IReadOnlyList<DemoArticle> articles, string origin) => JsonSerializer.Serialize(new
    {
        version = "https://jsonfeed.org/version/1.1",
        title = outlet.Name,
        home_page_url = origin + "/",
        feed_url = origin + "/feed",
        language = "en",
        items = articles.Select(a => new
        {
            id = $"{origin}{a.Path}",
            url = $"{origin}{a.Path}",
            title = a.Headline,
            date_published = Iso(a.Published),
            authors = new[] { new { name = a.Author } },
            content_html = Html(a),
        }),
    });

    private static string Html(DemoArticle article) => string.Concat(article.Paragraphs.Select(p => $"<p>{WebUtility.HtmlEncode(p)}</p>"));

    private static string Iso(DateTimeOffset time) => time.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    private static string Document(XElement root) => """<?xml version="1.0" encoding="utf-8"?>""" + "\n" + root;
}
