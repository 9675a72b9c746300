using Aggregator.Model;
using Aggregator.Stores;

namespace Aggregator.Storage;

public abstract partial class StoreContract
{
    [Fact]
    public async Task Keeps_as_many_of_the_newest_pages_as_the_budget_holds()
    {
        var ids = await ReadPagesAsync(4, size: 100, budget: 250);

        var kept = await Store.ListKeptPagesAsync(0, DateTimeOffset.UnixEpoch, 10, None);

        Assert.Equal(ids[2..], kept.Select(page => page.Article.Id));
        Assert.Equal((2L, 200L), await Store.GetKeptPagesAsync(None));
        Assert.All(kept, page => Assert.Equal(100, page.Packet.Length));
        Assert.Equal([ids[3]], (await Store.ListKeptPagesAsync(kept[0].Place, DateTimeOffset.UnixEpoch, 10, None)).Select(page => page.Article.Id));
        Assert.Equal([ids[3]], (await Store.ListKeptPagesAsync(0, kept[1].Fetched, 10, None)).Select(page => page.Article.Id));
    }

    [Fact]
    public async Task A_page_that_is_larger_than_the_budget_drops_no_other()
    {
        await ReadPagesAsync(1, size: 100, budget: 250);
        await ReadPagesAsync(1, size: 300, budget: 250, first: 5);

        Assert.Equal((1L, 100L), await Store.GetKeptPagesAsync(None));
    }

    [Fact]
    public async Task A_revision_from_a_page_keeps_what_was_there_and_asks_for_a_new_assignment()
    {
        var id = (await ReadPagesAsync(1, size: 10, budget: 100))[0];
        var before = (await Store.GetArticleAsync(id, None))!;
        ReadContent content = new() { Title = "Better title", Published = Make.Date(Make.Now.AddDays(-300)), Text = "better text", ContentHtml = "<p>better text</p>", WordCount = 2, Authors = ["Ann Lee"], Language = "de" };

        await Store.ReviseAsync(new ArticleRevision(id, content, ReadFate.Extracted, "because", new Dictionary<string, string?> { ["title"] = before.Title, ["authors"] = "", ["language"] = "en" }, "read again", Make.Now), None);
        var waiting = Assert.Single(await Store.ListUnassignedAsync(10, None));
        await AssignAllAsync();

        Assert.True(waiting.Changed);
        var after = (await Store.GetArticleAsync(id, None))!;
        Assert.Equal(("Better title", "better text", "de", 2, 1), (after.Title, after.Text, after.Language, after.WordCount, after.Revisions));
        Assert.Equal(before.Published, after.Published);
        var revision = Assert.Single(await Store.GetRevisionsAsync(id, None));
        Assert.Equal((before.Title, before.Text, "read again"), (revision.Title, revision.Text, revision.Reason));
        Assert.Equal(["authors", "language"], revision.Fields!.Keys.Order());
        Assert.Equal(["Better title"], await TitlesAsync(new ArticleFilter { Languages = ["de"] }));
        var kept = Assert.Single(await Store.ListKeptPagesAsync(0, DateTimeOffset.UnixEpoch, 10, None));
        Assert.False(kept.FeedTitle || kept.FeedText);
    }

    [Fact]
    public async Task Says_what_the_feed_changed_since_a_page_was_fetched()
    {
        var feed = await AddFeedAsync();
        await ReadPagesAsync(1, size: 10, budget: 100);
        await Store.CommitPollAsync(Make.Poll(feed, Make.Entry("p0", "Changed by the feed", "t", readPage: true)) with { Now = Make.Now.AddHours(2) }, None);
        await AssignAllAsync();

        var kept = Assert.Single(await Store.ListKeptPagesAsync(0, DateTimeOffset.UnixEpoch, 10, None));

        Assert.Equal((true, false), (kept.FeedTitle, kept.FeedText));
    }

    /// <summary>Polls articles whose pages are read and kept, a minute apart.</summary>
    private async Task<long[]> ReadPagesAsync(int count, int size, long budget, int first = 0)
    {
        var feed = await AddFeedAsync();
        List<long> ids = [];
        for (var i = first; i < first + count; i++)
        {
            await Store.CommitPollAsync(Make.Poll(feed, Make.Entry($"p{i}", text: "t", readPage: true, published: Make.Now.AddHours(i - 9))), None);
            var unread = Assert.Single(await Store.ClaimUnreadAsync(Make.Now.AddHours(1), 10, 10, [], None));
            await Store.CommitReadAsync([Make.Read(unread, "the page's own text of many words") with { Page = new KeptPage(new byte[size], Make.Now.AddMinutes(i), budget) }], None);
            ids.AddRange(await AssignAllAsync());
        }

        return [.. ids];
    }
}
