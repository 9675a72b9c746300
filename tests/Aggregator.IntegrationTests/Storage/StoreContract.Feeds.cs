using Aggregator.Model;
using Aggregator.Stores;

namespace Aggregator.Storage;

public abstract partial class StoreContract
{
    [Fact]
    public async Task Takes_the_feeds_of_the_list_and_spreads_their_first_polls()
    {
        var sync = await Store.SyncFeedsAsync([Make.Feed("a"), Make.Feed("b")], position => Make.Now.AddMinutes(position), None);

        var feeds = await Store.ListFeedsAsync(None);
        Assert.Equal(new FeedSync(2, 0, 0), sync);
        Assert.Equal([Make.Now, Make.Now.AddMinutes(1)], feeds.Select(feed => feed.State.NextPollAt));
        Assert.Equal(Make.Feed("a"), feeds[0].Definition);
        Assert.Equal("https://a.example/feed.xml", feeds[0].CurrentUrl);
    }

    [Fact]
    public async Task Removes_feeds_that_left_the_list_and_revives_them_with_their_old_schedule()
    {
        await Store.SyncFeedsAsync([Make.Feed("a"), Make.Feed("b")], _ => Make.Now, None);
        var b = (await Store.ListFeedsAsync(None))[1].Id;
        await PublishAsync(b, Make.Entry("one"));

        Assert.Equal(new FeedSync(0, 0, 1), await Store.SyncFeedsAsync([Make.Feed("a")], _ => Make.Now, None));
        Assert.True((await Store.GetFeedAsync(b, None))!.Removed);
        Assert.Single(await ListAsync());

        Assert.Equal(new FeedSync(0, 1, 0), await Store.SyncFeedsAsync([Make.Feed("a"), Make.Feed("b")], _ => Make.Now.AddDays(9), None));
        var back = (await Store.GetFeedAsync(b, None))!;
        Assert.False(back.Removed);
        Assert.Equal(Make.Now.AddHours(1), back.State.NextPollAt);
    }

    [Fact]
    public async Task Updates_a_changed_definition_and_counts_nothing_when_the_list_is_the_same()
    {
        await Store.SyncFeedsAsync([Make.Feed("a")], _ => Make.Now, None);
        var changed = Make.Feed("a") with
        {
            Category = "Energy",
            Interval = TimeSpan.FromMinutes(7),
            FullText = FullTextMode.Always,
            Language = "de",
            Disabled = true,
            Reader = FeedReaderKind.CodeHollow,
            Cron = "30 6 * * *",
            CronZone = "Europe/Berlin",
            QuietHours = "none",
        };

        Assert.Equal(new FeedSync(0, 0, 0), await Store.SyncFeedsAsync([Make.Feed("a")], _ => Make.Now, None));
        Assert.Equal(new FeedSync(0, 1, 0), await Store.SyncFeedsAsync([changed], _ => Make.Now, None));
        Assert.Equal(changed, Assert.Single(await Store.ListFeedsAsync(None)).Definition);
    }

    [Fact]
    public async Task Leaves_feeds_added_by_hand_alone_when_the_list_is_read()
    {
        var added = await Store.AddFeedAsync(Make.Feed("hand"), Make.Now, None);

        Assert.Equal(new FeedSync(1, 0, 0), await Store.SyncFeedsAsync([Make.Feed("a")], _ => Make.Now, None));
        Assert.False((await Store.GetFeedAsync(added.Id, None))!.Removed);
    }

    [Fact]
    public async Task Answers_the_known_feed_when_an_address_is_added_twice()
    {
        var first = await Store.AddFeedAsync(Make.Feed("a"), Make.Now, None);
        var second = await Store.AddFeedAsync(Make.Feed("a") with { Title = "Other" }, Make.Now.AddDays(1), None);

        Assert.Equal(first, second);
    }

    [Fact]
    public async Task Edits_removes_and_adds_again_by_hand()
    {
        var feed = await Store.AddFeedAsync(Make.Feed("a"), Make.Now, None);
        var moved = await Store.UpdateFeedAsync(feed.Id, Make.Feed("z", "Policy"), None);

        Assert.Equal("https://z.example/feed.xml", moved!.CurrentUrl);
        Assert.Null(await Store.UpdateFeedAsync(99, Make.Feed("q"), None));
        Assert.True(await Store.RemoveFeedAsync(feed.Id, None));
        Assert.False(await Store.RemoveFeedAsync(feed.Id, None));
        Assert.False(await Store.ScheduleFeedAsync(feed.Id, Make.Now, "asked", None));
        Assert.Equal(feed.Id, (await Store.AddFeedAsync(Make.Feed("z"), Make.Now, None)).Id);
        Assert.Null(await Store.GetFeedAsync(99, None));
    }

    [Fact]
    public async Task Refuses_to_give_two_feeds_one_address()
    {
        var a = await Store.AddFeedAsync(Make.Feed("a"), Make.Now, None);
        await Store.AddFeedAsync(Make.Feed("b"), Make.Now, None);

        await Assert.ThrowsAsync<InvalidOperationException>(() => Store.UpdateFeedAsync(a.Id, Make.Feed("b"), None));
        Assert.Equal(Make.Feed("a"), (await Store.GetFeedAsync(a.Id, None))!.Definition);
    }

    [Fact]
    public async Task Keeps_all_of_a_feeds_state()
    {
        var id = await AddFeedAsync();
        FeedState state = new()
        {
            NextPollAt = Make.Now.AddHours(2),
            NextPollReason = "own rhythm",
            ETag = "W/\"ä;1\"",
            LastModified = "Sat, 01 Jan 2000",
            ValidatorsUrl = "https://a.example/x",
            BodyHash = "00ff",
            LastPolledAt = Make.Now,
            LastSuccessAt = Make.Now.AddMinutes(-1),
            LastFullAt = Make.Now.AddMinutes(-2),
            LastNewAt = Make.Now.AddMinutes(-3),
            LastFate = FetchFate.RateLimited,
            LastStatus = 429,
            LastError = "slow down",
            Failures = 3,
            FailingSince = Make.Now.AddHours(-5),
            Rhythm = TimeSpan.FromMinutes(42),
            Gone = true,
            RedirectTo = "https://b.example/",
            RedirectSince = Make.Now.AddDays(-1),
            RedirectSightings = 2,
            SiteTitle = "Site",
            SiteLink = "https://a.example/",
            Hub = "https://hub.example/",
            Topic = "https://a.example/feed.xml",
            EstimatedLoss = 17,
        };

        await Store.CommitPollAsync(Make.Poll(id) with { State = state, NewUrl = "https://new.example/feed" }, None);

        var feed = (await Store.GetFeedAsync(id, None))!;
        Assert.Equal(state, feed.State);
        Assert.Equal("https://new.example/feed", feed.CurrentUrl);
        Assert.Equal("https://a.example/feed.xml", feed.Definition.Url);
    }

    [Fact]
    public async Task Keeps_the_last_fifty_fetches_newest_first()
    {
        var id = await AddFeedAsync();
        FetchRecord last = null!;
        for (var i = 0; i < 53; i++)
        {
            last = new FetchRecord
            {
                At = Make.Now.AddMinutes(i / 2),
                Fate = FetchFate.HttpError,
                Status = 500 + i,
                Conditional = true,
                ValidatorsChanged = i % 2 == 0,
                BytesOnWire = 10,
                BytesDecoded = 20,
                Milliseconds = 1.5,
                Entries = i,
                Error = "no",
                NextPollAt = Make.Now.AddHours(i),
                NextPollReason = "later",
            };
            await Store.CommitPollAsync(Make.Poll(id) with { Fetch = last }, None);
        }

        var history = await Store.GetHistoryAsync(id, 100, None);
        Assert.Equal(Enumerable.Range(3, 50).Reverse(), history.Select(fetch => fetch.Entries));
        Assert.Equal(last, history[0]);
        Assert.Equal(5, (await Store.GetHistoryAsync(id, 5, None)).Count);
    }

    [Fact]
    public async Task A_poll_that_was_not_sent_changes_its_time_and_nothing_else()
    {
        var id = await AddFeedAsync();
        await Store.CommitPollAsync(Make.Poll(id) with { State = new FeedState { ETag = "\"a\"", NextPollAt = Make.Now } }, None);
        var late = Make.Poll(id, Make.Entry("one")) with { Sent = false, State = new FeedState { NextPollAt = Make.Now.AddHours(3), NextPollReason = "host slot 65 s" } };

        Assert.Equal(new PollOutcome(0, 0), await Store.CommitPollAsync(late, None));

        var state = (await Store.GetFeedAsync(id, None))!.State;
        Assert.Equal(("\"a\"", Make.Now.AddHours(3), "host slot 65 s"), (state.ETag, state.NextPollAt, state.NextPollReason));
        Assert.Single(await Store.GetHistoryAsync(id, 50, None));
    }

    [Fact]
    public async Task Merges_a_feed_that_moves_to_the_address_of_another_one_and_keeps_the_sightings_of_both()
    {
        long moved = await AddFeedAsync("a", "EV"), target = await AddFeedAsync("b", "Tech");
        await PublishAsync(moved, Make.Entry("one"), Make.Entry("two"));
        await PublishAsync(target, Make.Entry("two"), Make.Entry("three"));

        var outcome = await Store.CommitPollAsync(Make.Poll(moved) with { NewUrl = "https://b.example/feed.xml" }, None);

        Assert.Equal(target, outcome.MergedInto);
        Assert.Equal(target, (await Store.GetFeedAsync(moved, None))!.MergedInto);
        Assert.Equal(3, (await ListAsync(ArticleFilter.All with { Feeds = [target] })).Count);
        Assert.Equal(2, (await ListAsync(ArticleFilter.All with { Feeds = [moved] })).Count);
        Assert.Equal(2, (await ListAsync(ArticleFilter.All with { Categories = ["EV"] })).Count);
        Assert.Equal([target], (await Store.ClaimDueFeedsAsync(Make.Now.AddDays(9), 10, null, None)).Select(feed => feed.Id));
        await Store.SyncFeedsAsync([Make.Feed("a"), Make.Feed("b", "Tech")], _ => Make.Now, None);
        Assert.Equal(target, (await Store.GetFeedAsync(moved, None))!.MergedInto);
        await Store.SyncFeedsAsync([Make.Feed("a")], _ => Make.Now, None);
        Assert.Null((await Store.GetFeedAsync(moved, None))!.MergedInto);
    }

    [Fact]
    public async Task Keeps_the_pauses_of_hosts_until_they_mean_nothing_any_more()
    {
        HostPause cooling = new("a.example", Make.Now.AddHours(1), 2), doubled = new("b.example", Make.Now.AddHours(-1), 1), over = new("c.example", Make.Now.AddHours(-1), 0), old = new("d.example", Make.Now.AddDays(-8), 3);
        await Store.SaveHostPausesAsync([cooling with { Times = 1 }, doubled, over, old], Make.Now, None);
        await Store.SaveHostPausesAsync([cooling], Make.Now, None);

        await ReopenAsync();

        Assert.Equal([cooling, doubled], await Store.ListHostPausesAsync(None));
    }

    [Fact]
    public async Task A_feed_that_is_gone_is_due_again_when_somebody_asks_or_its_address_changes()
    {
        long asked = await AddFeedAsync("a"), changed = await AddFeedAsync("b");
        FeedState gone = new() { Gone = true, NextPollAt = new DateTimeOffset(9999, 1, 1, 0, 0, 0, TimeSpan.Zero) };
        await Store.CommitPollAsync(Make.Poll(asked) with { State = gone }, None);
        await Store.CommitPollAsync(Make.Poll(changed) with { State = gone }, None);
        Assert.Empty(await Store.ClaimDueFeedsAsync(Make.Now.AddDays(99), 10, null, None));

        Assert.True(await Store.ScheduleFeedAsync(asked, Make.Now, "asked", None));
        await Store.UpdateFeedAsync(changed, Make.Feed("z"), None);

        Assert.Equal([changed, asked], (await Store.ClaimDueFeedsAsync(Make.Now, 10, null, None)).Select(feed => feed.Id));
    }
}
