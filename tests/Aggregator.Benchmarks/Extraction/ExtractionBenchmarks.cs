using System.Text;
using Aggregator.Html;
using Aggregator.Model;
using AngleSharp.Html.Parser;
using BenchmarkDotNet.Attributes;

namespace Aggregator.Extraction;

/// <summary>Reading an article page beside the bare parse of the same page: a page of about 60 KB with the usual clutter.</summary>
[MemoryDiagnoser]
public class ExtractionBenchmarks
{
    private static readonly PageContext Context = new(new Uri("https://news.example/2026/11/22/a-page"), "text/html; charset=utf-8", "utf-8");

    private readonly string _text = Page();
    private readonly byte[] _page = Encoding.UTF8.GetBytes(Page());
    private readonly HtmlParser _parser = new();

    [Benchmark(Baseline = true)]
    public int BareParse()
    {
        using var document = _parser.ParseDocument(_text);
        return document.All.Length;
    }

    [Benchmark]
    public int Extract() => ArticleExtractor.Extract(_page, Context).Text.Length;

    [Benchmark]
    public int Sanitize() => HtmlSanitizer.Sanitize("<p>One <b>bold</b> <a href=\"/x\" onclick=\"y()\">link</a></p><script>z()</script>", Context.Url).Length;

    private static string Page()
    {
        var page = new StringBuilder("<!doctype html><html lang=\"en\"><head><title>A page - News</title><meta property=\"og:title\" content=\"A page\"><style>")
            .Append(string.Concat(Enumerable.Repeat(".menu a{color:#123;padding:0 4px}", 200))).Append("</style></head><body><nav><ul>");
        for (var i = 0; i < 120; i++)
            page.Append("<li class=\"menu-item\"><a href=\"/section/").Append(i).Append("\">Section ").Append(i).Append("</a></li>");
        page.Append("</ul></nav><article><h1>A page</h1><p class=\"byline\">By Jane Doe</p><div class=\"article-body\">");
        for (var i = 0; i < 40; i++)
            page.Append("<p>Paragraph ").Append(i).Append(" tells of batteries, of chargers and of the people who build them, in a sentence that is long enough to be read as prose.</p>");
        page.Append("</div></article><aside><h2>Most read</h2><ul>");
        for (var i = 0; i < 200; i++)
            page.Append("<li><div class=\"card teaser\"><a href=\"/news/").Append(i).Append("\"><span>Headline number ").Append(i).Append(" of the day</span></a></div></li>");
        return page.Append("</ul></aside><footer><p>All rights reserved.</p></footer></body></html>").ToString();
    }
}
