using Aggregator.Feeds;
using Aggregator.Model;

namespace Aggregator.Pipeline;

public class EntryReadingTests
{
    [Theory]
    [InlineData("safe \u202egnp.exe\u202c end", "safe gnp.exe end")]
    [InlineData("\u2067name\u2069 and \u202aother", "name and other")]
    [InlineData("עברית ו-English 123", "עברית ו-English 123")]
    public void A_title_turns_nothing_round_that_stands_beside_it(string title, string read)
    {
        Assert.Equal(read, Of(Read.Rss($"<item><title>{title}</title><link>https://news.example/a</link></item>")).Title);
    }

    [Fact]
    public void A_title_keeps_the_angle_brackets_that_are_no_markup()
    {
        Assert.Equal("std::vector<int> & co", Of(Read.Rss("<item><title>std::vector&lt;int&gt; &amp;amp; co</title><guid>1</guid></item>")).Title);
        Assert.Equal("The <dialog> element", Of(Read.Atom("<entry><title>The &lt;dialog&gt; element</title><id>urn:1</id></entry>")).Title);
        Assert.Equal("A bold claim", Of(Read.Rss("<item><title>A &lt;b&gt;bold&lt;/b&gt; claim</title><guid>1</guid></item>")).Title);
    }

    [Fact]
    public void An_entry_without_a_title_gets_a_stand_in_that_is_known_as_one()
    {
        var entry = Of(Read.Rss("<item><title></title><description>Short text.</description><link>https://news.example/a</link></item>"));
        Assert.Equal(("Short text.", true), (entry.Title, entry.IsUntitled));
        Assert.True(StandInTitle.Is(entry.Title, entry.Summary));
        var bare = Of(Read.Rss("<item><link>https://news.example/a</link></item>"));
        Assert.Equal(("(untitled)", true), (bare.Title, bare.IsUntitled));
        Assert.True(StandInTitle.Is(bare.Title, bare.Summary));
        var titled = Of(Read.Rss("<item><title>T</title><description>Short text.</description><link>https://news.example/a</link></item>"));
        Assert.Equal(("T", false), (titled.Title, titled.IsUntitled));
        Assert.False(StandInTitle.Is(titled.Title, titled.Summary));
    }

    private static Stores.IdentifiedEntry Of(string document)
    {
        var feed = new Feed { Id = 1, Definition = new FeedDefinition("https://news.example/feed", "News", "Test"), CurrentUrl = "https://news.example/feed" };
        return Assert.Single(EntryReading.Read(feed, Read.Feed(document), Read.Url, Read.Utc(2026, 11, 24)));
    }
}
