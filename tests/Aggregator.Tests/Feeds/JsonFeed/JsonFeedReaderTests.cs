using Aggregator.Model;

namespace Aggregator.Feeds.JsonFeed;

public class JsonFeedReaderTests
{
    [Fact]
    public void Reads_version_1_1()
    {
        var feed = Read.Feed("""
            {"version":"https://jsonfeed.org/version/1.1","title":"Volt","home_page_url":"https://volt.example/","feed_url":"https://volt.example/feed.json","description":"Chips",
             "language":"en","next_url":"?p=2","hubs":[{"type":"WebSub","url":"https://hub.example/"}],"authors":[{"name":"House"}],"expired":true,
             "items":[{"id":"1","url":"https://volt.example/1","title":"One","content_html":"<p>Long</p>","summary":"Short","image":"/i.png",
               "date_published":"2026-03-03T08:00:00+01:00","date_modified":"2026-03-04T08:00:00Z","authors":[{"name":"Ann"},{"url":"https://ben.example/"}],"tags":["ev","ev","city"],
               "attachments":[{"url":"/1.mp3","mime_type":"audio/mpeg","size_in_bytes":77}]},
              {"id":2,"external_url":"https://other.example/2","content_text":"a < b"}]}
            """);

        Assert.Equal(FeedFormat.JsonFeed11, feed.Format);
        Assert.Equal(("Volt", "https://volt.example/", "Chips", "en"), (feed.Title, feed.Link, feed.Description, feed.Language));
        Assert.Equal("https://volt.example/feed.json", feed.Self);
        Assert.Equal("https://news.example/feeds/all.xml?p=2", feed.Next);
        Assert.Equal(["https://hub.example/"], feed.Hubs);
        Assert.True(feed.Expired);
        var first = feed.Entries[0];
        Assert.Equal(("1", "One", "https://volt.example/1", "<p>Long</p>", "Short"), (first.Id, first.Title, first.Link, first.Content, first.Summary));
        Assert.Equal((Read.Utc(2026, 3, 3, 7), "json:date_published"), (first.Published!.Instant, first.Published.Source));
        Assert.Equal(["Ann", "https://ben.example/"], first.Authors);
        Assert.Equal(["ev", "city"], first.Categories);
        Assert.Equal([new Enclosure("https://news.example/1.mp3", "audio/mpeg", 77)], first.Enclosures);
        Assert.Equal("https://news.example/i.png", first.Image);
        var second = feed.Entries[1];
        Assert.Equal(("2", "https://other.example/2", "a &lt; b"), (second.Id, second.Link, second.Content));
        Assert.Equal(["House"], second.Authors);
        Assert.Equal("en", second.Language);
    }

    [Fact]
    public void Reads_version_1_with_one_author()
    {
        var feed = Read.Feed("""{"version":"https://jsonfeed.org/version/1","title":"V","items":[{"id":"1","author":{"name":"Ann"}}]}""");

        Assert.Equal(FeedFormat.JsonFeed10, feed.Format);
        Assert.Equal(["Ann"], Assert.Single(feed.Entries).Authors);
    }

    [Theory]
    [InlineData("""{"error":"not found"}""")]
    [InlineData("""{"items":[{"id":"1"}]}""")]
    [InlineData("""[1,2,3]""")]
    [InlineData("""{""")]
    public void Refuses_other_json(string document) => Assert.Contains("JSON", Read.Refusal(document), StringComparison.Ordinal);

    [Theory]
    [InlineData("\uFEFF// a comment\n", "")]
    [InlineData(")]}'\n", "")]
    [InlineData("callback(", ");")]
    [InlineData("", "\n<!-- cached -->")]
    public void Reads_a_feed_with_something_around_it(string before, string after) =>
        Assert.Equal(["1"], Read.Feed(before + """{"version":"https://jsonfeed.org/version/1.1","title":"V","items":[{"id":1},]}""" + after).Entries.Select(e => e.Id));

    [Fact]
    public void Puts_in_commas_that_were_forgotten_and_takes_out_those_too_many() =>
        Assert.Equal(["1", "2"], Read.Feed("""{"version":"https://jsonfeed.org/version/1.1" "expired":false "items":[,{"id":"1","tags":["a" "b"]} {"id":"2"},,]}""").Entries.Select(e => e.Id));

    [Fact]
    public void Takes_an_attachment_without_its_list() =>
        Assert.Single(Assert.Single(Read.Feed("""{"version":"https://jsonfeed.org/version/1.1","title":"V","items":[{"id":"1","attachments":{"url":"a.mp3"}}]}""").Entries).Enclosures);

    [Fact]
    public void Keeps_the_whole_items_of_a_document_that_was_cut_off()
    {
        var feed = Read.Feed("""{"version":"https://jsonfeed.org/version/1.1","title":"V","items":[{"id":"1","title":"One"},{"id":"2","title":"Tw""");

        Assert.Equal(["1"], feed.Entries.Select(e => e.Id));
        Assert.Equal(FeedReadPath.Repaired, feed.Path);
        Assert.Contains("cut-off", Read.Codes(feed));
    }

    [Fact]
    public void Mends_raw_line_breaks_and_unknown_escapes_in_strings()
    {
        var feed = Read.Feed("{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"V\",\"items\":[{\"id\":\"1\",\"content_html\":\"one\ntwo \\q \\ud800 \\ud83d\\ude97\"}]}");

        Assert.Equal("one\ntwo \\q \uFFFD 🚗", Assert.Single(feed.Entries).Content);
        Assert.Equal(FeedReadPath.Repaired, feed.Path);
    }

    [Fact]
    public void Ignores_values_of_the_wrong_type()
    {
        var entry = Assert.Single(Read.Feed("""{"version":"https://jsonfeed.org/version/1.1","title":7,"items":["x",{"id":{},"title":null,"tags":"a","attachments":[3],"authors":{"name":[]}},]}""").Entries);

        Assert.Equal((null, null), (entry.Id, entry.Title));
        Assert.Empty(entry.Categories);
        Assert.Empty(entry.Enclosures);
    }
}
