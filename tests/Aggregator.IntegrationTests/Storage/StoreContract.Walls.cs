using Aggregator.Model;
using Aggregator.Stores;

namespace Aggregator.Storage;

public abstract partial class StoreContract
{
    private const string Wall = "Wir und unsere Partner speichern Informationen.";

    [Fact]
    public async Task Takes_back_a_text_that_comes_again_under_another_headline_from_both_articles()
    {
        await AddFeedAsync();
        var (first, second) = await ReadTwoAsync("Ferry stops", "Council votes", "news.example", "news.example");
        await AssignAllAsync();

        var articles = await ListAsync();

        Assert.Equal(["Text of a about batteries.", "Text of b about batteries."], articles.Select(article => article.Text).Order());
        Assert.All(articles, article => Assert.Equal((ReadFate.NotAnArticle, "Summary of"), (article.ReadFate, article.Summary?[..10])));
        Assert.Equal([first, second], articles.Select(article => article.Title).Order().Reverse());
    }

    [Fact]
    public async Task Takes_back_the_text_of_a_visible_article_as_a_revision()
    {
        await AddFeedAsync();
        await ReadTwoAsync("Ferry stops", "Council votes", "news.example", "news.example", between: () => AssignAllAsync());
        var changed = await Store.ListUnassignedAsync(10, None);
        await AssignAllAsync();

        var ferry = Assert.Single(await ListAsync(), article => article.Title == "Ferry stops");

        Assert.Equal(2, changed.Count);
        Assert.Equal("Text of a about batteries.", ferry.Text);
        Assert.Equal(Wall, Assert.Single(await Store.GetRevisionsAsync(ferry.Id, None)).Text);
    }

    [Theory]
    [InlineData("Ferry stops", "Ferry stops", "news.example", "news.example")]
    [InlineData("Ferry stops", "Council votes", "news.example", "other.example")]
    public async Task Leaves_a_text_that_comes_again_under_the_same_headline_or_on_another_host(string first, string second, string firstHost, string secondHost)
    {
        await AddFeedAsync();
        await ReadTwoAsync(first, second, firstHost, secondHost);
        await AssignAllAsync();

        Assert.All(await ListAsync(), article => Assert.Equal((ReadFate.Extracted, Wall), (article.ReadFate, article.Text)));
    }

    [Fact]
    public async Task Leaves_what_the_feed_has_said_since()
    {
        await AddFeedAsync();
        await ReadTwoAsync("Ferry stops", "Council votes", "news.example", "news.example", between: async () =>
        {
            await AssignAllAsync();
            var longer = string.Join(' ', Enumerable.Repeat("The ferry stops as the feed now says.", 3));
            await Store.CommitPollAsync(Make.Poll(1, Make.Entry("a", title: "Ferry stops", text: longer, readPage: true)), None);
        });
        await AssignAllAsync();

        Assert.StartsWith("The ferry stops as the feed", Assert.Single(await ListAsync(), article => article.Title == "Ferry stops").Text);
    }

    private async Task<(string First, string Second)> ReadTwoAsync(
        string first, string second, string firstHost, string secondHost, Func<Task>? between = null)
    {
        await Store.CommitPollAsync(Make.Poll(1, Make.Entry("a", title: first, readPage: true)), None);
        await ReadWallAsync("Wir und unsere Partner speichern Informationen.", firstHost);
        if (between is not null)
            await between();
        await Store.CommitPollAsync(Make.Poll(1, Make.Entry("b", title: second, readPage: true)), None);
        await ReadWallAsync(Wall, secondHost);
        return (first, second);
    }

    private async Task ReadWallAsync(string text, string host)
    {
        var article = Assert.Single(await Store.ClaimUnreadAsync(Make.Now, 10, 10, [], None));
        var byFeed = new ReadContent
        {
            Title = article.Title,
            Published = article.Published,
            Summary = article.Summary,
            Text = article.FeedText,
            ContentHtml = article.FeedHtml,
            Rung = ExtractionRung.Feed,
        };
        var read = Make.Read(article, text, published: Utc(5, 2)) with { Doubt = new DoubtfulPage(host, DoubtfulPage.LettersOf(text), byFeed, Make.Now) };
        await Store.CommitReadAsync([read], None);
    }
}
