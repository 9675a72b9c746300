using System.Text.Json;

namespace Aggregator.Feeds.Writing;

public sealed class JsonFeedWriterTests
{
    [Fact]
    public void Writes_what_version_1_1_asks_for()
    {
        var feed = Read(SampleFeed.Document);
        Assert.Equal("https://jsonfeed.org/version/1.1", feed.GetProperty("version").GetString());
        Assert.Equal("https://news.example/feed?x=1&limit=1", feed.GetProperty("feed_url").GetString());
        Assert.Equal("https://news.example/feed?limit=1&cursor=abc", feed.GetProperty("next_url").GetString());
        var item = feed.GetProperty("items")[0];
        Assert.Equal(TagUri.Story(7), item.GetProperty("id").GetString());
        Assert.Equal("2026-11-20T08:00:00Z", item.GetProperty("date_published").GetString());
        Assert.Equal("<p>The <b>whole</b> text &amp; more.</p>", item.GetProperty("content_html").GetString());
        Assert.Equal("One", item.GetProperty("_story").GetProperty("articles")[0].GetProperty("outlet").GetString());
    }

    [Fact]
    public void Gives_an_entry_without_html_a_text()
    {
        var item = Read(SampleFeed.With(SampleFeed.Item with { ContentHtml = null })).GetProperty("items")[0];
        Assert.Equal("Cells for 1 < 2 million cars.", item.GetProperty("content_text").GetString());
        Assert.False(item.TryGetProperty("content_html", out _));
    }

    private static JsonElement Read(FeedDocument feed) => JsonDocument.Parse(JsonFeedWriter.Write(feed)).RootElement;
}
