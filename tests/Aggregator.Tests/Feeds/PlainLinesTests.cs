namespace Aggregator.Feeds;

public class PlainLinesTests
{
    private const string Poem = "First line\nSecond line\n\nSecond &lt;stanza&gt;", Html = "<p>First line<br>\nSecond line</p>\n<p>Second &lt;stanza></p>";

    [Theory]
    [InlineData("<content type='text'>{0}</content>")]
    [InlineData("<content type='text/plain'>{0}</content>")]
    [InlineData("<content type='text'>\n  {0}\n</content>")]
    public void Atom_text_keeps_its_lines(string content) =>
        Assert.Equal(Html, Read.AtomEntry(string.Format(System.Globalization.CultureInfo.InvariantCulture, content, Poem)).Content);

    [Fact]
    public void An_atom_summary_of_text_keeps_its_lines() => Assert.Equal(Html, Read.AtomEntry($"<summary type='text'>{Poem}</summary>").Summary);

    [Fact]
    public void Json_text_keeps_its_lines()
    {
        var entry = Assert.Single(Read.Feed("""{"version":"https://jsonfeed.org/version/1.1","title":"T","items":[{"id":"1","content_text":"First line\nSecond line\r\n\r\nSecond <stanza>"}]}""").Entries);
        Assert.Equal(Html, entry.Content);
    }

    [Theory]
    [InlineData("<media:group><media:description type='plain'>{0}</media:description></media:group>")]
    [InlineData("<media:description>First line\nSecond line\n\nSecond &amp;lt;stanza&gt;</media:description>")]
    public void The_description_of_a_video_keeps_its_lines(string description) =>
        Assert.Equal(Html, Read.RssItem(string.Format(System.Globalization.CultureInfo.InvariantCulture, description, Poem)).Summary);

    [Theory]
    [InlineData("<media:description type='html'>A &lt;b&gt;bold&lt;/b&gt;\nline</media:description>", "A <b>bold</b>\nline")]
    [InlineData("<media:description>A &lt;b&gt;bold&lt;/b&gt;\nline</media:description>", "A <b>bold</b>\nline")]
    [InlineData("<description>One\ntwo.\n\nThree.</description>", "<p>One\ntwo.</p>\n<p>Three.</p>")]
    [InlineData("<description>Broken\nby the layout</description>", "Broken\nby the layout")]
    [InlineData("<description>&lt;p&gt;One&lt;/p&gt;\n\n&lt;p&gt;Two&lt;/p&gt;</description>", "<p>One</p>\n\n<p>Two</p>")]
    public void Html_keeps_its_own(string description, string html) => Assert.Equal(html, Read.RssItem(description).Summary);
}
