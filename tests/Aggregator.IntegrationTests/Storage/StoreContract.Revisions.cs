using Aggregator.Model;
using Aggregator.Stores;

namespace Aggregator.Storage;

public abstract partial class StoreContract
{
    [Fact]
    public async Task Keeps_the_old_title_and_text_as_a_revision()
    {
        var feed = await AddFeedAsync();
        var id = (await PublishAsync(feed, Make.Entry("one")))[0];

        var outcome = await Store.CommitPollAsync(Make.Poll(feed, Make.Entry("one", "New title", "New text.")) with { Now = Make.Now.AddHours(2) }, None);
        var waiting = Assert.Single(await Store.ListUnassignedAsync(10, None));
        await Store.CommitAssignAsync([Make.Assign(id) with { Changed = true }], Make.Now.AddHours(3), None);

        Assert.Equal(new PollOutcome(0, 1), outcome);
        Assert.Equal((true, id, "New text."), (waiting.Changed, waiting.StoryId, waiting.Article.Text));
        var article = Assert.Single(await ListAsync());
        Assert.Equal(("New title", "New text.", 1, 2L), (article.Title, article.Text, article.Revisions, article.Sequence));
        Assert.Equal((Make.Now.AddHours(-1), Make.Now, Make.Now.AddHours(3)), (article.Published.Instant, article.Seen, article.Changed));
        Assert.Equal([new RevisionRow(1, Make.Now.AddHours(2), "Title of one", "Text of one about batteries.", "the feed changed the title and text")], await Store.GetRevisionsAsync(id, None));
    }

    [Fact]
    public async Task Finds_an_article_that_changed_while_it_was_assigned_by_its_new_words_only()
    {
        var feed = await AddFeedAsync();
        await Store.CommitPollAsync(Make.Poll(feed, Make.Entry("one")), None);
        var handedOut = Assert.Single(await Store.ListUnassignedAsync(10, None));
        await Store.CommitPollAsync(Make.Poll(feed, Make.Entry("one", text: "A text about hydrogen.")), None);
        await Store.CommitAssignAsync([Make.Assign(handedOut.Article.Id)], Make.Now, None);

        Assert.Single(await ListAsync(new ArticleFilter { Query = new SearchExpression.Word(SearchField.Any, "hydrogen") }));
        Assert.Empty(await ListAsync(new ArticleFilter { Query = new SearchExpression.Word(SearchField.Any, "batteries") }));
    }

    [Fact]
    public async Task Finds_a_changed_article_by_its_new_words_only()
    {
        var feed = await AddFeedAsync();
        await PublishAsync(feed, Make.Entry("one"));
        await PublishAsync(feed, Make.Entry("one", "Title of one", "Now about hydrogen."));

        Assert.Single(await ListAsync(new ArticleFilter { Query = new SearchExpression.Word(SearchField.Any, "hydrogen") }));
        Assert.Empty(await ListAsync(new ArticleFilter { Query = new SearchExpression.Word(SearchField.Any, "batteries") }));
        Assert.Null((await Store.GetRevisionsAsync((await ListAsync())[0].Id, None))[0].Title);
    }

    [Fact]
    public async Task Sees_no_revision_in_another_hash_or_another_spacing()
    {
        var feed = await AddFeedAsync();
        await PublishAsync(feed, Make.Entry("one"));

        Assert.Equal(0, (await Store.CommitPollAsync(Make.Poll(feed, Make.Entry("one") with { ContentHash = Make.Hash("x"), Summary = "7 comments" }), None)).Changed);
        Assert.Equal(0, (await Store.CommitPollAsync(Make.Poll(feed, Make.Entry("one", "Title  of one ", "Text of one\nabout batteries.")), None)).Changed);
        Assert.Equal(0, (await Store.CommitPollAsync(Make.Poll(feed, Make.Entry("one", text: "")), None)).Changed);
        Assert.Empty(await Store.ListUnassignedAsync(10, None));
        Assert.Equal("Summary of one", Assert.Single(await ListAsync()).Summary);
    }

    [Fact]
    public async Task Does_not_overwrite_a_pages_text_with_a_shorter_one_of_the_feed()
    {
        var feed = await AddFeedAsync();
        await Store.CommitPollAsync(Make.Poll(feed, Make.Entry("one", text: "Short.", readPage: true)), None);
        var unread = Assert.Single(await Store.ClaimUnreadAsync(Make.Now, 1, 1, [], None));
        await Store.CommitReadAsync([Make.Read(unread, "A long text that was read from the page.", title: "The page's title")], None);
        await AssignAllAsync();

        Assert.Equal(0, (await Store.CommitPollAsync(Make.Poll(feed, Make.Entry("one", text: "Short, too.", readPage: true)), None)).Changed);
        Assert.Equal(1, (await Store.CommitPollAsync(Make.Poll(feed, Make.Entry("one", "Corrected title", "Short.", readPage: true)), None)).Changed);
        await AssignAllAsync();

        var article = Assert.Single(await ListAsync());
        Assert.Equal(("Corrected title", "A long text that was read from the page."), (article.Title, article.Text));
        Assert.Equal("The page's title", Assert.Single(await Store.GetRevisionsAsync(article.Id, None)).Title);
    }

    [Fact]
    public async Task Puts_no_stand_in_for_a_title_in_place_of_the_pages()
    {
        var feed = await AddFeedAsync();
        await Store.CommitPollAsync(Make.Poll(feed, Make.Entry("one", "Short.", "Short.", readPage: true) with { IsUntitled = true }), None);
        var unread = Assert.Single(await Store.ClaimUnreadAsync(Make.Now, 1, 1, [], None));
        await Store.CommitReadAsync([Make.Read(unread, "A long text that was read from the page.", title: "The page's title")], None);
        await AssignAllAsync();
        await Store.CommitPollAsync(Make.Poll(feed, Make.Entry("one", "Shorter.", "Shorter.", readPage: true) with { IsUntitled = true }), None);
        await AssignAllAsync();
        Assert.Equal(["The page's title"], await TitlesAsync());

        await PublishAsync(feed, Make.Entry("one", "Titled at last", "Short.", readPage: true));
        Assert.Equal(["Titled at last"], await TitlesAsync());
    }

    [Fact]
    public async Task Lets_a_stand_in_for_a_title_follow_its_text()
    {
        var feed = await AddFeedAsync();
        await PublishAsync(feed, Make.Entry("one", "First words", "First words.") with { IsUntitled = true });
        await PublishAsync(feed, Make.Entry("one", "Other words", "Other words.") with { IsUntitled = true });
        Assert.Equal(["Other words"], await TitlesAsync());
    }

    [Fact]
    public async Task Lets_only_the_first_feed_change_an_article()
    {
        long a = await AddFeedAsync("a"), b = await AddFeedAsync("b");
        await PublishAsync(a, Make.Entry("one"));
        await Store.CommitPollAsync(Make.Poll(b, Make.Entry("guid", "As b has it", article: "one")), None);

        Assert.Equal(new PollOutcome(0, 0), await Store.CommitPollAsync(Make.Poll(b, Make.Entry("guid", "As b has it now", article: "one")), None));
        Assert.Equal("Title of one", Assert.Single(await ListAsync()).Title);
        Assert.Empty(await Store.ListUnassignedAsync(10, None));
    }

    [Fact]
    public async Task Counts_up_revisions_that_change_back_and_forth()
    {
        var feed = await AddFeedAsync();
        var id = (await PublishAsync(feed, Make.Entry("one", "A")))[0];
        await PublishAsync(feed, Make.Entry("one", "B"));
        await PublishAsync(feed, Make.Entry("one", "A"));

        Assert.Equal([(1, "A"), (2, "B")], (await Store.GetRevisionsAsync(id, None)).Select(revision => (revision.Number, revision.Title!)));
        Assert.Equal(["A"], await TitlesAsync());
    }

    [Fact]
    public async Task Changes_an_article_that_is_still_unread_without_losing_its_place()
    {
        var feed = await AddFeedAsync();
        await Store.CommitPollAsync(Make.Poll(feed, Make.Entry("one", readPage: true)), None);
        await Store.CommitPollAsync(Make.Poll(feed, Make.Entry("one", "New title", "New text.", readPage: true)), None);

        Assert.Empty(await Store.ListUnassignedAsync(10, None));
        var unread = Assert.Single(await Store.ClaimUnreadAsync(Make.Now, 10, 10, [], None));
        Assert.Equal(("New title", "New text."), (unread.Title, unread.FeedText));
    }
}
