namespace Aggregator.Html;

public class MediaFramesTests
{
    private static readonly Uri Base = new("https://news.example/a/b");

    [Theory]
    [InlineData("<iframe src=\"https://www.youtube.com/embed/abcDEF123?rel=0\" title=\"Tour of the granary\"></iframe>", "https://www.youtube.com/watch?v=abcDEF123", "Tour of the granary")]
    [InlineData("<iframe src=\"//www.youtube-nocookie.com/embed/abc?start=90\"></iframe>", "https://www.youtube.com/watch?v=abc&amp;t=90s", "www.youtube.com/watch?v=abc&amp;t=90s")]
    [InlineData("<iframe src=\"https://www.youtube.com/embed/videoseries?list=PL1\"></iframe>", "https://www.youtube.com/playlist?list=PL1", "www.youtube.com/playlist?list=PL1")]
    [InlineData("<iframe data-src=\"https://player.vimeo.com/video/77?h=ab12\" src=\"about:blank\"></iframe>", "https://vimeo.com/77/ab12", "vimeo.com/77/ab12")]
    [InlineData("<iframe src=\"https://www.dailymotion.com/embed/video/x9\"></iframe>", "https://www.dailymotion.com/video/x9", "www.dailymotion.com/video/x9")]
    [InlineData("<iframe src=\"/player/12.html\" title=\"Film\"></iframe>", "https://news.example/player/12.html", "Film")]
    [InlineData("<iframe src=\"https://tube.example/x\" allowfullscreen></iframe>", "https://tube.example/x", "tube.example/x")]
    [InlineData("<object data=\"http://www.youtube.com/v/old1\"></object>", "https://www.youtube.com/watch?v=old1", "www.youtube.com/watch?v=old1")]
    [InlineData("<object><param name=movie value=x><embed src=\"http://www.youtube.com/v/old1&hl=en\"></object>", "https://www.youtube.com/watch?v=old1", "www.youtube.com/watch?v=old1")]
    [InlineData("<amp-youtube data-videoid=\"abc\" width=480></amp-youtube>", "https://www.youtube.com/watch?v=abc", "www.youtube.com/watch?v=abc")]
    [InlineData("<lite-youtube videoid=\"abc\" playlabel=\"Film\"></lite-youtube>", "https://www.youtube.com/watch?v=abc", "Film")]
    public void A_frame_with_a_player_leaves_a_link(string frame, string address, string name)
    {
        var link = $"<a href=\"{address}\" rel=\"noopener noreferrer\">{name}</a>";
        var clean = HtmlSanitizer.Sanitize($"<div>{frame}</div><p>Text {frame}</p>", Base);

        Assert.Equal($"<div><p>{link}</p></div><p>Text {link}</p>", clean);
        Assert.Equal(clean, HtmlSanitizer.Sanitize(clean, Base));
    }

    [Theory]
    [InlineData("<iframe src=\"https://googleads.g.doubleclick.net/embed/1\"></iframe>")]
    [InlineData("<iframe src=\"https://www.googletagmanager.com/ns.html?id=1\" height=0 width=0></iframe>")]
    [InlineData("<iframe src=\"https://www.facebook.com/plugins/like.php\" allowfullscreen></iframe>")]
    [InlineData("<iframe src=\"javascript:alert('embed')\"></iframe>")]
    [InlineData("<iframe src=\"https://count.example/embed/1\" width=1 height=1></iframe>")]
    [InlineData("<iframe src=\"https://other.example/form\"></iframe>")]
    [InlineData("<iframe></iframe>")]
    public void Any_other_frame_leaves_nothing(string frame) => Assert.Equal("<p>Text</p>", HtmlSanitizer.Sanitize($"<p>Text{frame}</p>", Base));

    [Fact]
    public void A_page_keeps_the_link_in_its_html()
    {
        var page = Extraction.MadePage.Extract(
            $"<article>{Extraction.MadePage.Paragraphs}<div class=video><iframe src=\"https://player.vimeo.com/video/1\" title=\"The plant\"></iframe></div></article>");
        Assert.Contains("<a href=\"https://vimeo.com/1\" rel=\"noopener noreferrer\">The plant</a>", page.ContentHtml, StringComparison.Ordinal);
        Assert.Equal(Extraction.MadePage.Story, page.Text);
    }
}
