using Aggregator.Model;
using Aggregator.Stores;

namespace Aggregator.Storage;

public abstract partial class StoreContract
{
    [Fact]
    public async Task Gives_back_a_long_text_and_its_html_to_the_character()
    {
        string[] lines = [.. Enumerable.Range(0, 3000).Select(i => $"{new string('x', i % 7)}🚗 charges & waits, {i}")];
        var html = string.Concat(lines.Select((line, i) => $"<p>{line.Replace("&", i % 3 == 0 ? "<b>&amp;</b>" : "&amp;", StringComparison.Ordinal)} 🔋</p>"));
        await PublishAsync(await AddFeedAsync(), Make.Entry("one", text: string.Join('\n', lines)) with { ContentHtml = html });

        var article = Assert.Single(await ListAsync());

        Assert.Equal((string.Join('\n', lines), html), (article.Text, article.ContentHtml));
    }

    [Fact]
    public async Task Shows_an_article_only_after_its_assignment()
    {
        var feed = await AddFeedAsync();
        await Store.CommitPollAsync(Make.Poll(feed, Make.Entry("one")), None);
        Assert.Empty(await ListAsync());
        Assert.Equal(0, (await Store.GetStatisticsAsync(Make.Now, None)).Articles);

        var id = Assert.Single(await AssignAllAsync());

        var article = Assert.Single(await ListAsync());
        Assert.Equal((id, "Text of one about batteries.", "<p>Text of one about batteries.</p>"), (article.Id, article.Text, article.ContentHtml));
        Assert.Equal(["EV"], article.Categories);
        Assert.Equal(1, article.Sequence);
        Assert.Equal(5, article.WordCount);
    }

    [Fact]
    public async Task Keeps_copies_tags_and_scores()
    {
        var feed = await AddFeedAsync();
        var original = (await PublishAsync(feed, Make.Entry("one")))[0];
        await Store.CommitPollAsync(Make.Poll(feed, Make.Entry("two")), None);
        var copy = (await Store.ListUnassignedAsync(1, None))[0].Article.Id;
        await Store.CommitAssignAsync(
            [Make.Assign(copy, original, new Tag("topic", "batteries", 1), new Tag("topic", "energy", 3), new Tag("person", "Ann Lee", 2)) with { CopyOf = original, CopyScore = 0.93 }], Make.Now, None);

        var article = (await Store.GetArticleAsync(copy, None))!;
        Assert.Equal((original, original, 0.93), (article.StoryId, article.CopyOf, article.CopyScore));
        Assert.Equal(["energy", "batteries"], article.Topics);
        Assert.Equal([new Tag("person", "Ann Lee", 2)], article.Names);
        Assert.Equal(1, (await Store.GetStatisticsAsync(Make.Now, None)).Copies);
    }

    [Fact]
    public async Task Makes_a_story_of_what_joins_it()
    {
        var feed = await AddFeedAsync();
        await Store.CommitPollAsync(Make.Poll(feed, Make.Entry("one", published: Make.Now.AddHours(-3)), Make.Entry("two", published: Make.Now.AddHours(-2), outlet: "b.example"), Make.Entry("three", published: Make.Now.AddHours(-1))), None);
        long[] ids = [.. (await Store.ListUnassignedAsync(10, None)).Select(article => article.Article.Id)];
        await Store.CommitAssignAsync([Make.Assign(ids[0])], Make.Now, None);
        await Store.CommitAssignAsync([Make.Assign(ids[1], ids[0]) with { StoryLead = ids[1] }], Make.Now.AddMinutes(1), None);
        await Store.CommitAssignAsync([Make.Assign(ids[2], ids[0]) with { StoryLead = ids[1] }], Make.Now.AddMinutes(2), None);

        var story = Assert.Single((await Store.ListStoriesAsync(ArticleFilter.All, new PageRequest(), None)).Items);
        Assert.Equal((ids[0], "Title of one", ids[0]), (story.Id, story.Title, story.LeadArticleId));
        Assert.Equal((3, 2, 3L), (story.ArticleCount, story.OutletCount, story.Sequence));
        Assert.Equal((Make.Now.AddHours(-3), Make.Now.AddHours(-1)), (story.First, story.Last));
        Assert.Equal(Make.Now.AddMinutes(1), story.Updated);
        Assert.Equal(ids, story.Articles.Select(article => article.Id));
    }

    [Fact]
    public async Task Moves_a_storys_update_when_a_text_in_it_changes()
    {
        var feed = await AddFeedAsync();
        var id = (await PublishAsync(feed, Make.Entry("one")))[0];
        await Store.CommitPollAsync(Make.Poll(feed, Make.Entry("one", "New title")), None);
        await Store.CommitAssignAsync([Make.Assign(id) with { Changed = true }], Make.Now.AddHours(1), None);

        var story = (await Store.GetStoryAsync(id, None))!;
        Assert.Equal(("New title", Make.Now.AddHours(1), 1, 2L), (story.Title, story.Updated, story.ArticleCount, story.Sequence));
    }

    [Fact]
    public async Task The_lead_of_a_story_and_with_it_title_and_link_stay_until_it_is_taken_out()
    {
        var ids = await StoriesAsync(4);
        await Store.CommitAssignAsync([Make.Assign(ids[1], ids[0]) with { StoryLead = ids[1], MergedStories = [ids[1]] }], Make.Now, None);
        await Store.CommitAssignAsync([Make.Assign(ids[2], ids[0]) with { StoryLead = ids[2], MergedStories = [ids[2], ids[3]] }], Make.Now, None);
        Assert.Equal(("Title of e0", ids[0]), Lead((await Store.GetStoryAsync(ids[3], None))!));

        // Its own correction is followed, another member's is not.
        await Store.CommitPollAsync(Make.Poll(await AddFeedAsync(), Corrected("e0", -9), Corrected("e2", -7)), None);
        await Store.CommitAssignAsync([.. (await Store.ListUnassignedAsync(10, None)).Select(a => Make.Assign(a.Article.Id, ids[0]) with { Changed = true, StoryLead = ids[1] })], Make.Now, None);
        Assert.Equal(("Corrected e0", ids[0]), Lead((await Store.GetStoryAsync(ids[0], None))!));

        // Without its lead the story has another, which then stays too.
        await SplitAsync(ids[0], [ids[1], ids[2], ids[3]]);
        await SplitAsync(ids[1], [ids[1]]);
        await Store.CommitAssignAsync([Make.Assign(ids[3], ids[2]) with { StoryLead = ids[3] }], Make.Now, None);
        Assert.Equal(("Corrected e2", ids[2]), Lead((await Store.GetStoryAsync(ids[2], None))!));

        static (string, long) Lead(StoryRow story) => (story.Title, story.LeadArticleId);
        static IdentifiedEntry Corrected(string key, int hours) => Make.Entry(key, $"Corrected {key}", published: Make.Now.AddHours(hours), outlet: $"o{key[1..]}.example");
    }

    [Fact]
    public async Task Every_change_has_a_later_time_than_the_one_before_whatever_the_clock_says()
    {
        var feed = await AddFeedAsync();
        var ids = await StoriesAsync(5);
        var seen = new List<(long Sequence, DateTimeOffset At)>();
        await NoteAsync();
        // A merge that brings no outlet, at the same moment.
        await Store.CommitAssignAsync([Make.Assign(ids[1], ids[0]) with { MergedStories = [ids[1]] }], Make.Now, None);
        await NoteAsync();
        // The clock was set back.
        await PublishAsync(feed, Make.Entry("late"));
        await NoteAsync();
        Assert.IsType<CorrectionOutcome.Kept>(await Store.MergeStoriesAsync(new MergeRequest(ids[0], ids[2], false, "me", null), Make.Now.AddDays(-1), None));
        await NoteAsync();
        Assert.IsType<CorrectionOutcome.Kept>(await Store.SplitStoryAsync(new SplitRequest(ids[0], [[ids[2]]], "me", null), Make.Now.AddDays(-1), None));
        await NoteAsync();
        // Another feed names an article, and brings it a category.
        await Store.CommitPollAsync(Make.Poll(await AddFeedAsync("b", "Batteries"), Make.Entry("else", article: "late")), None);
        await NoteAsync();
        await ReopenAsync();
        await PublishAsync(feed, Make.Entry("after"));
        await NoteAsync();

        Assert.Equal(7, seen.Count);
        Assert.All(seen.Zip(seen.Skip(1)), pair => Assert.True(pair.First.Sequence < pair.Second.Sequence && pair.First.At < pair.Second.At, string.Join('\n', seen)));

        async Task NoteAsync()
        {
            var (sequence, at) = await Store.GetNewestChangeAsync(ArticleFilter.All, None);
            seen.Add((sequence, at!.Value));
        }
    }

    [Fact]
    public async Task A_merge_moves_the_storys_update_also_where_it_brings_no_outlet()
    {
        var feed = await AddFeedAsync();
        var ids = await PublishAsync(feed, Make.Entry("a", published: Make.Now.AddHours(-3)), Make.Entry("b", published: Make.Now.AddHours(-2)));
        await Store.CommitAssignAsync([Make.Assign(ids[1], ids[0]) with { MergedStories = [ids[1]] }], Make.Now.AddHours(1), None);

        Assert.Equal(Make.Now.AddHours(1), (await Store.GetStoryAsync(ids[0], None))!.Updated);
        Assert.All(await ListAsync(new ArticleFilter { StoryId = ids[0] }), article => Assert.True(article.Id == ids[0] || article.Changed == Make.Now.AddHours(1)));
    }

    [Fact]
    public async Task Says_of_an_article_what_its_first_feed_calls_itself()
    {
        var feed = await AddFeedAsync();
        var poll = Make.Poll(feed, Make.Entry("one"));
        await Store.CommitPollAsync(poll with { State = poll.State with { SiteId = "urn:own", SiteTitle = "Own", SiteLink = "http://own.example/blog/" } }, None);
        await AssignAllAsync();
        await Store.CommitPollAsync(Make.Poll(await AddFeedAsync("b"), Make.Entry("else", article: "one")), None);

        Assert.Equal(new ArticleSource("urn:own", "Own", "http://own.example/blog/"), Assert.Single(await ListAsync()).Source);
        Assert.Equal(("urn:own", "Own"), ((await Store.GetFeedAsync(feed, None))!.State.SiteId, (await Store.GetFeedAsync(feed, None))!.State.SiteTitle));
    }

    [Fact]
    public async Task Merges_stories_and_leaves_redirects()
    {
        var feed = await AddFeedAsync();
        var ids = await PublishAsync(feed, [.. Enumerable.Range(0, 4).Select(i => Make.Entry($"e{i}", published: Make.Now.AddHours(i - 9), outlet: $"o{i}.example"))]);
        await Store.CommitPollAsync(Make.Poll(feed, Make.Entry("bridge")), None);
        var bridge = (await Store.ListUnassignedAsync(1, None))[0].Article.Id;

        await Store.CommitAssignAsync([Make.Assign(ids[2], ids[1]) with { MergedStories = [ids[2]] }], Make.Now, None);
        await Store.CommitAssignAsync([Make.Assign(bridge, ids[0]) with { MergedStories = [ids[1]] }], Make.Now.AddHours(1), None);

        var story = (await Store.GetStoryAsync(ids[2], None))!;
        Assert.Equal((ids[0], 4, 4), (story.Id, story.ArticleCount, story.OutletCount));
        Assert.Equal(story.Id, (await Store.GetStoryAsync(ids[1], None))!.Id);
        Assert.Equal([ids[3], ids[0]], (await Store.ListStoriesAsync(ArticleFilter.All, new PageRequest(), None)).Items.Select(item => item.Id).Order().Reverse());
        Assert.All(await ListAsync(new ArticleFilter { StoryId = ids[1] }), article => Assert.Equal(ids[0], article.StoryId));
        Assert.Equal(2, (await Store.GetStatisticsAsync(Make.Now, None)).Stories);
        Assert.Null(await Store.GetStoryAsync(1, None));
    }

    [Fact]
    public async Task Follows_the_redirect_when_an_article_joins_a_merged_story()
    {
        var feed = await AddFeedAsync();
        var ids = await PublishAsync(feed, Make.Entry("a1"), Make.Entry("b1"));
        await Store.CommitAssignAsync([Make.Assign(ids[1], ids[0]) with { MergedStories = [ids[1]] }], Make.Now, None);
        await Store.CommitPollAsync(Make.Poll(feed, Make.Entry("late")), None);
        var late = (await Store.ListUnassignedAsync(1, None))[0].Article.Id;
        await Store.CommitAssignAsync([Make.Assign(late, ids[1])], Make.Now, None);

        Assert.Equal(ids[0], (await Store.GetArticleAsync(late, None))!.StoryId);
        Assert.Equal(3, (await Store.GetStoryAsync(ids[0], None))!.ArticleCount);
    }

    [Fact]
    public async Task Gives_every_visible_change_the_next_number_without_gaps()
    {
        var feed = await AddFeedAsync();
        var ids = await PublishAsync(feed, [.. Enumerable.Range(0, 10).Select(i => Make.Entry($"e{i}"))]);
        await Store.CommitAssignAsync([Make.Assign(ids[3], ids[2]) with { MergedStories = [ids[3]] }], Make.Now, None);

        List<long> seen = [];
        for (long after = 0; ;)
        {
            var changes = await Store.ListChangesAsync(after, 3, None);
            if (changes.Count == 0)
                break;
            seen.AddRange(changes.Select(article => article.Sequence));
            after = changes[^1].Sequence;
        }

        var newest = await Store.GetSequenceAsync(None);
        Assert.Equal(Enumerable.Range(1, 10).Where(i => i != 4).Select(i => (long)i).Append(newest), seen);
        Assert.Equal(newest, (await Store.GetStatisticsAsync(Make.Now, None)).Sequence);
    }

    [Fact]
    public async Task Loses_no_change_to_readers_while_articles_are_assigned()
    {
        var feed = await AddFeedAsync();
        await Store.CommitPollAsync(Make.Poll(feed, [.. Enumerable.Range(0, 300).Select(i => Make.Entry($"e{i}"))]), None);
        var waiting = await Store.ListUnassignedAsync(1000, None);
        Task<List<long>>[] readers = [.. Enumerable.Range(0, 3).Select(_ => Task.Run(() => FollowAsync(waiting.Count)))];

        foreach (var article in waiting)
            await Store.CommitAssignAsync([Make.Assign(article.Article.Id)], Make.Now, None);

        foreach (var reader in readers)
            Assert.Equal(Enumerable.Range(1, 300).Select(i => (long)i), await reader);
    }

    private async Task<List<long>> FollowAsync(int until)
    {
        List<long> seen = [];
        while (seen.Count < until)
        {
            foreach (var article in await Store.ListChangesAsync(seen.LastOrDefault(), 50, None))
                seen.Add(article.Sequence);
            await Task.Yield();
        }

        return seen;
    }
}
