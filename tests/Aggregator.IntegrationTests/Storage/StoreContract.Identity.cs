using Aggregator.Model;
using Aggregator.Stores;

namespace Aggregator.Storage;

public abstract partial class StoreContract
{
    [Fact]
    public async Task Stores_an_entry_once_however_often_it_is_polled()
    {
        long feed = await AddFeedAsync();

        PollOutcome first = await Store.CommitPollAsync(Make.Poll(feed, Make.Entry("one"), Make.Entry("two")), None);
        PollOutcome again = await Store.CommitPollAsync(Make.Poll(feed, Make.Entry("one"), Make.Entry("two")), None);

        Assert.Equal(new PollOutcome(2, 0, 0), first);
        Assert.Equal(new PollOutcome(0, 0, 0), again);
        Assert.Equal(2, (await Store.ListUnassignedAsync(10, None)).Count);
    }

    [Fact]
    public async Task Shows_an_article_only_after_its_assignment()
    {
        long feed = await AddFeedAsync();
        await Store.CommitPollAsync(Make.Poll(feed, Make.Entry("one")), None);
        Assert.Empty(await ListAsync());

        long id = Assert.Single(await AssignAllAsync());

        ArticleRow article = Assert.Single(await ListAsync());
        Assert.Equal(id, article.Id);
        Assert.Equal("Text of one about batteries.", article.Text);
        Assert.Equal("<p>Text of one about batteries.</p>", article.ContentHtml);
        Assert.Equal(["EV"], article.Categories);
        Assert.Equal(1, article.Sequence);
    }

    [Fact]
    public async Task Reads_a_page_and_finds_its_words()
    {
        long feed = await AddFeedAsync();
        await Store.CommitPollAsync(Make.Poll(feed, Make.Entry("one", readPage: true)), None);
        UnreadArticle unread = Assert.Single(await Store.ClaimUnreadAsync(Make.Now, 10, 1, None));

        await Store.CommitReadAsync([Make.Read(unread, "The gigafactory opened in Grünheide today.")], None);
        await AssignAllAsync(new Tag("topic", "electric vehicles", 2));

        ArticleFilter filter = new()
        {
            Query = new SearchExpression.Word(SearchField.Any, "grunheide"),
            Topics = ["electric vehicles"],
            Outlets = ["news.example"],
            Languages = ["en"],
        };
        Assert.Equal("Title of one", Assert.Single(await ListAsync(filter)).Title);
        Assert.Empty(await ListAsync(filter with { Query = new SearchExpression.Word(SearchField.Any, "batteries") }));
        Assert.Empty(await ListAsync(filter with { NotOutlets = ["news.example"] }));
    }
}
