using System.Text;
using Aggregator.Feeds;
using Aggregator.Model;
using Aggregator.Stories;

namespace Aggregator.Demo;

public class DemoFeedsTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 29, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(FeedReaderKind.Own)]
    [InlineData(FeedReaderKind.CodeHollow)]
    public void Every_outlet_has_its_articles_under_either_reader(FeedReaderKind kind)
    {
        var world = DemoWorld.Load(Now);

        foreach (var outlet in world.Outlets)
        {
            var articles = world.Old.Where(a => a.Outlet == outlet).ToList();
            Assert.Equal(articles.Select(a => (a.Headline, a.Author)), Read(kind, outlet, articles).Entries.Select(e => (e.Title!, Assert.Single(e.Authors))));
        }
    }

    // So a feed whose reader is changed brings no article twice.
    [Fact]
    public void Both_readers_give_the_entries_the_same_keys()
    {
        var world = DemoWorld.Load(Now);
        var url = new Uri("http://x.localhost/feed");

        foreach (var outlet in world.Outlets)
        {
            var articles = world.Old.Where(a => a.Outlet == outlet).ToList();
            Assert.Equal(
                EntryIdentity.Identify(Read(FeedReaderKind.Own, outlet, articles), url).Select(k => k.EntryKey),
                EntryIdentity.Identify(Read(FeedReaderKind.CodeHollow, outlet, articles), url).Select(k => k.EntryKey));
        }
    }

    private static ParsedFeed Read(FeedReaderKind kind, DemoOutlet outlet, IReadOnlyList<DemoArticle> articles)
    {
        var (contentType, body) = DemoFeeds.Write(outlet, articles, $"http://{outlet.Host}");
        var context = new FeedContext(new Uri($"http://{outlet.Host}/feed"), contentType);
        return Assert.IsType<FeedParseResult.Parsed>(FeedReaders.Of(kind).Read(Encoding.UTF8.GetBytes(body), context)).Feed;
    }
}
