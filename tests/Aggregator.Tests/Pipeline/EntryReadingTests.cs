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
        var document = Read.Feed(Read.Rss($"<item><title>{title}</title><link>https://news.example/a</link></item>"));
        var feed = new Feed { Id = 1, Definition = new FeedDefinition("https://news.example/feed", "News", "Test"), CurrentUrl = "https://news.example/feed" };
        Assert.Equal(read, Assert.Single(EntryReading.Read(feed, document, Read.Url, Read.Utc(2026, 11, 24))).Title);
    }
}
