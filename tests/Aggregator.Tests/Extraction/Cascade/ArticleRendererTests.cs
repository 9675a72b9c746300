using static Aggregator.Extraction.MadePage;

namespace Aggregator.Extraction.Cascade;

public class ArticleRendererTests
{
    [Theory]
    [InlineData("<p></p>", "")]
    [InlineData("<div><p> </p></div>", "")]
    [InlineData("<p><img src=/a.jpg></p>", "<p><img src=\"https://news.example/a.jpg\"></p>")]
    [InlineData("<hr>", "<hr>")]
    [InlineData("<p>Read more: barley</p>", "")]
    [InlineData("<p>Some <b>bold</b> words.</p>", "<p>Some <b>bold</b> words.</p>")]
    [InlineData("<div class=newsletter><p>Sign up.</p></div>", "")]
    [InlineData("<blockquote><p>Said he.</p></blockquote>", "<blockquote><p>Said he.</p></blockquote>")]
    public void The_html_has_what_the_text_has_and_pictures(string part, string html)
    {
        var content = Extract($"<div class=article-body><p>{P1}</p>{part}<p>{P2}</p></div>").ContentHtml;
        Assert.Equal($"<p>{P1}</p>{html}<p>{P2}</p>", content.Replace("<div>", "", StringComparison.Ordinal).Replace("</div>", "", StringComparison.Ordinal));
    }
}
