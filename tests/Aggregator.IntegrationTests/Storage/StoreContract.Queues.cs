using Aggregator.Model;
using Aggregator.Stores;

namespace Aggregator.Storage;

public abstract partial class StoreContract
{
    [Fact]
    public async Task Claims_due_feeds_once_earliest_first()
    {
        await Store.SyncFeedsAsync([Make.Feed("a"), Make.Feed("b"), Make.Feed("c")], position => Make.Now.AddMinutes(-position), None);

        Assert.Equal(["Feed c", "Feed b"], (await Store.ClaimDueFeedsAsync(Make.Now, 2, null, None)).Select(feed => feed.Definition.Title));
        Assert.Equal(["Feed a"], (await Store.ClaimDueFeedsAsync(Make.Now, 2, null, None)).Select(feed => feed.Definition.Title));
        Assert.Empty(await Store.ClaimDueFeedsAsync(Make.Now, 2, null, None));
    }

    [Fact]
    public async Task Frees_a_feed_when_its_poll_is_committed()
    {
        var id = await AddFeedAsync();
        await Store.ClaimDueFeedsAsync(Make.Now, 10, null, None);
        await Store.CommitPollAsync(Make.Poll(id), None);

        Assert.Empty(await Store.ClaimDueFeedsAsync(Make.Now, 10, null, None));
        Assert.Single(await Store.ClaimDueFeedsAsync(Make.Now.AddHours(1), 10, null, None));
    }

    [Fact]
    public async Task Claims_named_feeds_before_their_time_but_no_removed_or_disabled_ones()
    {
        var a = (await Store.AddFeedAsync(Make.Feed("a"), Make.Now.AddDays(1), None)).Id;
        var b = (await Store.AddFeedAsync(Make.Feed("b") with { Disabled = true }, Make.Now, None)).Id;
        var c = await AddFeedAsync("c");
        await Store.RemoveFeedAsync(c, None);

        Assert.Equal([a], (await Store.ClaimDueFeedsAsync(Make.Now, 10, [a, b, c, 99], None)).Select(feed => feed.Id));
        Assert.Empty(await Store.ClaimDueFeedsAsync(Make.Now, 10, null, None));
    }

    [Fact]
    public async Task Says_of_a_claimed_feed_why_it_is_due()
    {
        var id = await AddFeedAsync();
        await Store.CommitPollAsync(Make.Poll(id), None);

        Assert.True(await Store.ScheduleFeedAsync(id, Make.Now, "a person asked", None));
        Assert.Equal("a person asked", Assert.Single(await Store.ClaimDueFeedsAsync(Make.Now, 1, null, None)).State.NextPollReason);
    }

    [Fact]
    public async Task Does_not_poll_feeds_that_are_gone()
    {
        var id = await AddFeedAsync();
        await Store.CommitPollAsync(Make.Poll(id) with { State = new FeedState { NextPollAt = Make.Now, Gone = true } }, None);

        Assert.Empty(await Store.ClaimDueFeedsAsync(Make.Now.AddYears(1), 10, null, None));
    }

    [Fact]
    public async Task Says_of_an_unread_article_whether_its_text_is_the_feeds_own_or_a_summary()
    {
        var feed = await AddFeedAsync();
        await Store.CommitPollAsync(Make.Poll(feed, Make.Entry("a", readPage: true) with { IsContent = true }, Make.Entry("b", readPage: true)), None);

        var unread = await Store.ClaimUnreadAsync(Make.Now, 10, 10, [], None);

        Assert.Equal([("Title of a", true), ("Title of b", false)], unread.Select(article => (article.Title, article.IsContent)).Order());
    }

    [Fact]
    public async Task What_the_feed_says_is_closed_is_so_until_the_feed_gives_a_text()
    {
        var feed = await AddFeedAsync();
        var closed = Make.Entry("a", text: "", readPage: true) with { Paywalled = true };
        await Store.CommitPollAsync(Make.Poll(feed, closed), None);
        var unread = Assert.Single(await Store.ClaimUnreadAsync(Make.Now, 10, 10, [], None));
        await Store.CommitReadAsync([Make.Read(unread, "A line of the page.")], None);
        await AssignAllAsync();
        Assert.True(Assert.Single(await ListAsync()).Paywalled);

        await PublishAsync(feed, Make.Entry("a", text: "The text at last, which has more words than the line."));

        Assert.False(Assert.Single(await ListAsync()).Paywalled);
    }

    [Fact]
    public async Task Forgets_claims_when_opened_again()
    {
        var id = await AddFeedAsync();
        await Store.CommitPollAsync(Make.Poll(id, Make.Entry("one", readPage: true)) with { State = new FeedState { NextPollAt = Make.Now } }, None);
        await Store.ClaimDueFeedsAsync(Make.Now, 10, null, None);
        await Store.ClaimUnreadAsync(Make.Now, 10, 10, [], None);

        await ReopenAsync();

        Assert.Single(await Store.ClaimDueFeedsAsync(Make.Now, 10, null, None));
        Assert.Single(await Store.ClaimUnreadAsync(Make.Now, 10, 10, [], None));
    }

    [Fact]
    public async Task Counts_known_sightings()
    {
        long a = await AddFeedAsync("a"), b = await AddFeedAsync("b");
        await Store.CommitPollAsync(Make.Poll(a, Make.Entry("one"), Make.Entry("two")), None);

        Assert.Equal(2, await Store.CountKnownSightingsAsync(a, ["one", "two", "three"], None));
        Assert.Equal(0, await Store.CountKnownSightingsAsync(b, ["one", "two", "three"], None));
    }

    [Fact]
    public async Task Claims_pages_round_the_hosts_and_never_more_than_allowed_of_one()
    {
        var feed = await AddFeedAsync();
        IdentifiedEntry[] entries = [.. Enumerable.Range(0, 30).Select(i => Make.Entry($"e{i}", readPage: true, outlet: $"o{i % 3}.example"))];
        await Store.CommitPollAsync(Make.Poll(feed, entries), None);

        var first = await Store.ClaimUnreadAsync(Make.Now, 5, 2, [], None);
        var second = await Store.ClaimUnreadAsync(Make.Now, 5, 2, [], None);
        Assert.Equal(5, first.Count);
        Assert.Single(second);
        Assert.All(first.Concat(second).GroupBy(article => new Uri(article.Url).Host), host => Assert.Equal(2, host.Count()));
        Assert.Empty(await Store.ClaimUnreadAsync(Make.Now, 5, 2, [], None));

        await Store.CommitReadAsync([Make.Read(first[0], "Read.")], None);
        Assert.Equal(new Uri(first[0].Url).Host, new Uri(Assert.Single(await Store.ClaimUnreadAsync(Make.Now, 5, 2, [], None)).Url).Host);
    }

    [Fact]
    public async Task Hands_out_the_pages_of_a_host_in_the_order_of_publication_once_they_are_due()
    {
        var feed = await AddFeedAsync();
        foreach (var hour in (int[])[3, 1, 2])
            await Store.CommitPollAsync(Make.Poll(feed, Make.Entry($"at {hour}", readPage: true, published: Make.Now.AddHours(-9 + hour))), None);
        var oldest = Assert.Single(await Store.ClaimUnreadAsync(Make.Now, 1, 1, [], None));
        await Store.CommitReadAsync([Make.Read(oldest, "Later.") with { RetryAt = Make.Now.AddHours(1) }], None);

        var due = await Store.ClaimUnreadAsync(Make.Now, 9, 9, [], None);

        Assert.Equal("Title of at 1", oldest.Title);
        Assert.Equal(["Title of at 2", "Title of at 3"], due.Select(article => article.Title));
    }

    [Fact]
    public async Task A_page_that_has_come_keeps_its_claim_and_frees_its_host()
    {
        var feed = await AddFeedAsync();
        await Store.CommitPollAsync(Make.Poll(feed, [.. Enumerable.Range(0, 3).Select(i => Make.Entry($"e{i}", readPage: true))]), None);

        var first = Assert.Single(await Store.ClaimUnreadAsync(Make.Now, 5, 1, [], None));
        var second = Assert.Single(await Store.ClaimUnreadAsync(Make.Now, 5, 1, [first.Id], None));
        Assert.Empty(await Store.ClaimUnreadAsync(Make.Now, 5, 1, [first.Id], None));
        await Store.CommitReadAsync([Make.Read(first, "Read."), Make.Read(second, "Read.")], None);
        var third = Assert.Single(await Store.ClaimUnreadAsync(Make.Now, 5, 1, [], None));

        Assert.Equal(3, new[] { first.Id, second.Id, third.Id }.Distinct().Count());
    }

    [Fact]
    public async Task Hands_out_what_the_feed_said_of_a_page()
    {
        var feed = await AddFeedAsync();
        var entry = Make.Entry("one", readPage: true) with { Authors = ["A. Smith", "B. Jones"], Language = "EN", Image = "https://i.example/1.png" };
        await Store.CommitPollAsync(Make.Poll(feed, entry), None);

        var unread = Assert.Single(await Store.ClaimUnreadAsync(Make.Now, 1, 1, [], None));

        Assert.Equal(entry.Url, unread.Url);
        Assert.Equal(entry.Title, unread.Title);
        Assert.Equal(entry.Text, unread.FeedText);
        Assert.Equal(entry.Published, unread.Published);
        Assert.Equal(Make.Now, unread.Seen);
        Assert.Equal(entry.Authors, unread.Authors);
        Assert.Equal(("en", entry.Image, entry.Summary, 0), (unread.Language, unread.Image, unread.Summary, unread.Attempts));
    }

    [Fact]
    public async Task Puts_an_article_back_until_its_time_and_counts_the_tries()
    {
        var feed = await AddFeedAsync();
        await Store.CommitPollAsync(Make.Poll(feed, Make.Entry("one", readPage: true)), None);
        var unread = Assert.Single(await Store.ClaimUnreadAsync(Make.Now, 1, 1, [], None));
        await Store.CommitReadAsync([new ReadCommit { Id = unread.Id, Fate = ReadFate.Unreachable, RetryAt = Make.Now.AddMinutes(10), Reason = "503" }], None);

        Assert.Equal(new QueueDepths(0, 1, 0), (await Store.GetStatisticsAsync(Make.Now, None)).Queues);
        Assert.Empty(await Store.ClaimUnreadAsync(Make.Now.AddMinutes(9), 1, 1, [], None));
        Assert.Equal(1, Assert.Single(await Store.ClaimUnreadAsync(Make.Now.AddMinutes(10), 1, 1, [], None)).Attempts);
        Assert.Empty(await Store.ListUnassignedAsync(10, None));
    }

    [Fact]
    public async Task Goes_on_with_the_feeds_text_when_a_page_cannot_be_had()
    {
        var feed = await AddFeedAsync();
        await Store.CommitPollAsync(Make.Poll(feed, Make.Entry("one", readPage: true)), None);
        var unread = Assert.Single(await Store.ClaimUnreadAsync(Make.Now, 1, 1, [], None));
        await Store.CommitReadAsync([new ReadCommit { Id = unread.Id, Fate = ReadFate.Disallowed, Reason = "robots.txt" }], None);
        await AssignAllAsync();

        var article = Assert.Single(await ListAsync());
        Assert.Equal(("Text of one about batteries.", ReadFate.Disallowed, "robots.txt"), (article.Text, article.ReadFate, article.ReadReason));
    }

    [Fact]
    public async Task Takes_a_read_that_is_committed_twice_once()
    {
        var feed = await AddFeedAsync();
        await Store.CommitPollAsync(Make.Poll(feed, Make.Entry("one", readPage: true)), None);
        var unread = Assert.Single(await Store.ClaimUnreadAsync(Make.Now, 1, 1, [], None));
        await Store.CommitReadAsync([Make.Read(unread, "First."), Make.Read(unread, "Second.")], None);
        await AssignAllAsync();
        await Store.CommitReadAsync([Make.Read(unread, "Third.")], None);

        Assert.Equal("First.", Assert.Single(await ListAsync()).Text);
        Assert.Empty(await Store.ListUnassignedAsync(10, None));
    }

    [Fact]
    public async Task Keeps_everything_that_reading_brought()
    {
        var feed = await AddFeedAsync();
        await Store.CommitPollAsync(Make.Poll(feed, Make.Entry("one", readPage: true)), None);
        var unread = Assert.Single(await Store.ClaimUnreadAsync(Make.Now, 1, 1, [], None));
        ClaimedDate published = new(new DateTimeOffset(2026, 11, 20, 8, 30, 0, TimeSpan.FromHours(8)), DatePrecision.NoZone, "json-ld");
        ReadContent content = new()
        {
            Title = "Better title",
            Authors = ["C. Li"],
            Published = published,
            Modified = new ClaimedDate(Make.Now, DatePrecision.Full, "json-ld"),
            Language = "zh-CN",
            SiteName = "The News",
            Summary = "In short",
            Image = "https://i.example/2.png",
            Section = "Cars",
            Text = "One & two\nThree <four>",
            ContentHtml = "<p>One &amp; two</p><p class=\"x\">Three &lt;four&gt;</p>",
            WordCount = 4,
            Rung = ExtractionRung.StructuredData,
            Confidence = 0.75,
            Paywalled = true,
            LiveBlog = true,
        };
        await Store.CommitReadAsync([new ReadCommit { Id = unread.Id, Fate = ReadFate.Extracted, Reason = "fine", Content = content }], None);
        await AssignAllAsync();

        var a = Assert.Single(await ListAsync());
        Assert.Equal(published, a.Published);
        Assert.Equal((content.Title, "C. Li", Make.Now, "zh-cn", "The News"), (a.Title, Assert.Single(a.Authors), a.Modified, a.Language, a.OutletName));
        Assert.Equal((content.Summary, content.Image, content.Section, content.Text, content.ContentHtml), (a.Summary, a.Image, a.Section, a.Text, a.ContentHtml));
        Assert.Equal((4, ExtractionRung.StructuredData, 0.75, true, true, ReadFate.Extracted, "fine"), (a.WordCount, a.Rung, a.Confidence, a.Paywalled, a.LiveBlog, a.ReadFate, a.ReadReason));
    }

    [Fact]
    public async Task Lists_unassigned_articles_in_id_order_up_to_the_limit()
    {
        var feed = await AddFeedAsync();
        await Store.CommitPollAsync(Make.Poll(feed, Make.Entry("new", published: Make.Now), Make.Entry("old", published: Make.Now.AddDays(-1)), Make.Entry("mid", published: Make.Now.AddHours(-1))), None);

        var waiting = await Store.ListUnassignedAsync(2, None);
        Assert.Equal(["Title of old", "Title of mid"], waiting.Select(article => article.Article.Title));
        Assert.All(waiting, article => Assert.False(article.Changed));
        Assert.Equal(3, (await Store.GetStatisticsAsync(Make.Now, None)).Queues.Unassigned);
    }

    [Fact]
    public async Task Reads_assigned_articles_back_in_id_order_to_rebuild_what_is_in_memory()
    {
        var feed = await AddFeedAsync();
        await PublishAsync(feed, [.. Enumerable.Range(0, 450).Select(i => Make.Entry($"e{i}", published: Make.Now.AddMinutes(-i)))]);
        await Store.CommitPollAsync(Make.Poll(feed, Make.Entry("unassigned")), None);

        var read = await AssignedAsync(Make.Now.AddMinutes(-430), version: 1);

        Assert.Equal(Enumerable.Range(0, 431).Reverse().Select(i => $"Title of e{i}"), read.Select(article => article.Title));
        Assert.All(read, article => Assert.Equal((article.Id, null), (article.StoryId, article.Memory)));
    }

    [Fact]
    public async Task A_memory_stands_in_for_the_text_while_its_version_is_asked_for()
    {
        var feed = await AddFeedAsync();
        await PublishAsync(feed, Make.Entry("a"), Make.Entry("b", published: Make.Now.AddDays(-1)));
        var id = (await AssignedAsync(Make.Now.AddHours(-1), version: 1)).Single().Id;
        await Store.SaveMemoriesAsync([new NewsMemoryRow(id, 1, [1, 2, 3])], None);

        var remembered = (await AssignedAsync(Make.Now.AddHours(-1), version: 1)).Single();
        Assert.Equal([1, 2, 3], remembered.Memory);
        Assert.Equal(("", ""), (remembered.Title, remembered.Text));
        var upgraded = (await AssignedAsync(Make.Now.AddHours(-1), version: 2)).Single();
        Assert.Null(upgraded.Memory);
        Assert.Equal("Title of a", upgraded.Title);
    }

    [Fact]
    public async Task Memories_of_articles_that_left_the_window_are_deleted()
    {
        var feed = await AddFeedAsync();
        await PublishAsync(feed, Make.Entry("new"), Make.Entry("old", published: Make.Now.AddDays(-40)));
        var all = await AssignedAsync(Make.Now.AddDays(-50), version: 1);
        await Store.SaveMemoriesAsync([.. all.Select(article => new NewsMemoryRow(article.Id, 1, [7]))], None);

        Assert.Equal(1, await Store.DeleteMemoriesAsync(Make.Now.AddDays(-30), None));
        Assert.Equal([null, [7]], (await AssignedAsync(Make.Now.AddDays(-50), version: 1)).Select(article => article.Memory));
    }

    private async Task<List<AssignedArticle>> AssignedAsync(DateTimeOffset since, int version)
    {
        List<AssignedArticle> read = [];
        await foreach (var article in Store.ReadAssignedSinceAsync(since, version, None))
            read.Add(article);
        return read;
    }
}
