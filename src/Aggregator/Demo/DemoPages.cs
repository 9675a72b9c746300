using System.Globalization;
using System.Net;
using System.Text;

namespace Aggregator.Demo;

/// <summary>The article pages of the demo's outlets, with the usual clutter around the text so that extraction has work to do.</summary>
internal static class DemoPages
{
    public static string Write(DemoArticle article, IReadOnlyList<DemoArticle> others)
    {
        var outlet = E(article.Outlet.Name);
        var page = new StringBuilder()
            .Append("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>")
            .Append(E(article.Headline))
            .Append(" | ")
            .Append(outlet)
            .Append("</title>")
            .Append("<link rel=\"canonical\" href=\"").Append(article.Path).Append("\"><meta property=\"og:site_name\" content=\"").Append(outlet).Append("\">")
            .Append("<meta property=\"article:published_time\" content=\"")
            .Append(article.Published.ToString("o", CultureInfo.InvariantCulture))
            .Append("\"></head><body>")
            .Append("<header><nav><ul><li><a href=\"/\">Home</a></li><li><a href=\"/tech\">Technology</a></li><li><a "
                + "href=\"/subscribe\">Subscribe</a></li></ul></nav></header>")
            .Append("<main><article><h1>")
            .Append(E(article.Headline))
            .Append("</h1><p class=\"byline\">By <span class=\"author\">")
            .Append(E(article.Author))
            .Append("</span></p>")
            .Append("<div class=\"share\"><a href=\"#\">Share</a> <a href=\"#\">Copy link</a></div><div class=\"article-body\">");
        foreach (var paragraph in article.Paragraphs)
            page.Append("<p>").Append(E(paragraph)).Append("</p>");
        page.Append("</div></article><aside class=\"related\"><h2>Most read</h2><ul>");
        foreach (var other in others)
            page.Append("<li><a href=\"").Append(other.Path).Append("\">").Append(E(other.Headline)).Append("</a></li>");
        return page.Append("</ul></aside></main><footer><p>Sign up for our newsletter. All rights reserved, ")
            .Append(outlet)
            .Append(".</p></footer></body></html>")
            .ToString();
    }

    private static string E(string text) => WebUtility.HtmlEncode(text);
}
