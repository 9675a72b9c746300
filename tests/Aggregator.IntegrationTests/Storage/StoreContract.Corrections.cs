using Aggregator.Model;
using Aggregator.Stores;

namespace Aggregator.Storage;

public abstract partial class StoreContract
{
    [Fact]
    public async Task A_split_makes_a_story_of_the_articles_that_leave()
    {
        var ids = await OneStoryAsync(4);
        var before = await Store.GetSequenceAsync(None);

        var said = await SplitAsync(ids[0], [ids[2], ids[3]]);

        Assert.Equal([ids[0], ids[2]], said.Stories);
        Assert.Equal(ids[..2], (await Store.GetStoryAsync(ids[0], None))!.Articles.Select(article => article.Id));
        var left = (await Store.GetStoryAsync(ids[2], None))!;
        Assert.Equal((2, 2, "Title of e2", Later), (left.ArticleCount, left.OutletCount, left.Title, left.Updated));
        Assert.Equal(Later, (await Store.GetStoryAsync(ids[0], None))!.Updated);
        // The two that left and one that speaks for the story that stayed.
        var changes = await Store.ListChangesAsync(before, 10, None);
        Assert.Equal([ids[2], ids[3], ids[0]], changes.Select(article => article.Id));
        Assert.Equal([before + 1, before + 2, before + 3], changes.Select(article => article.Sequence));
        Assert.All(changes, article => Assert.Equal(Later, article.Changed));
        Assert.True((await Store.ReadConstraintsAsync(None)).AreApart(ids[0], ids[2]));
    }

    [Fact]
    public async Task When_the_opening_article_leaves_its_side_keeps_the_id()
    {
        var ids = await OneStoryAsync(3);

        var said = await SplitAsync(ids[0], [ids[0]]);

        Assert.Equal([ids[0], ids[1]], said.Stories);
        Assert.Equal([ids[0]], (await Store.GetStoryAsync(ids[0], None))!.Articles.Select(article => article.Id));
        Assert.Equal(ids[1..], (await Store.GetStoryAsync(ids[1], None))!.Articles.Select(article => article.Id));
    }

    [Fact]
    public async Task A_split_may_make_several_stories_that_are_all_apart()
    {
        var ids = await OneStoryAsync(4);

        var said = await SplitAsync(ids[0], [ids[1]], [ids[3], ids[2]]);

        Assert.Equal([ids[0], ids[1], ids[2]], said.Stories);
        var constraints = await Store.ReadConstraintsAsync(None);
        Assert.True(constraints.AreApart(ids[0], ids[1]) && constraints.AreApart(ids[0], ids[2]) && constraints.AreApart(ids[1], ids[2]));
    }

    [Fact]
    public async Task The_same_split_again_changes_nothing()
    {
        var ids = await OneStoryAsync(3);
        var first = await SplitAsync(ids[0], [ids[1], ids[2]]);
        var before = await Store.GetSequenceAsync(None);

        var again = Assert.IsType<CorrectionOutcome.Kept>(await Store.SplitStoryAsync(new SplitRequest(ids[0], [[ids[2], ids[1]]], "else", null), Later.AddDays(1), None));

        Assert.True(again.Again);
        Assert.Equal((first.Id, first.By), (again.Correction.Id, again.Correction.By));
        Assert.Equal(before, await Store.GetSequenceAsync(None));
        Assert.Single(await Store.ListCorrectionsAsync(null, 10, None));
    }

    [Fact]
    public async Task A_split_that_does_not_fit_is_refused_and_changes_nothing()
    {
        var ids = await OneStoryAsync(2);
        var before = await Store.GetSequenceAsync(None);

        Assert.Equal(1, Assert.IsType<CorrectionOutcome.UnknownStory>(await Store.SplitStoryAsync(new SplitRequest(1, [[ids[1]]], "me", null), Later, None)).Id);
        foreach (var groups in (IReadOnlyList<IReadOnlyList<long>>[])[[], [[]], [[5]], [[ids[1], ids[1]]], [[ids[0], ids[1]]]])
            Assert.IsType<CorrectionOutcome.Unfit>(await Store.SplitStoryAsync(new SplitRequest(ids[0], groups, "me", null), Later, None));
        Assert.Equal(before, await Store.GetSequenceAsync(None));
        Assert.Empty(await Store.ListCorrectionsAsync(null, 10, None));
    }

    [Fact]
    public async Task A_merge_by_hand_leaves_a_redirect_and_moves_what_any_change_moves()
    {
        var ids = await StoriesAsync(2);
        var before = await Store.GetSequenceAsync(None);

        var said = await MergeAsync(ids[1], ids[0]);

        Assert.Equal([ids[0]], said.Stories);
        var story = (await Store.GetStoryAsync(ids[1], None))!;
        Assert.Equal((ids[0], 2, Later), (story.Id, story.ArticleCount, story.Updated));
        var moved = Assert.Single(await Store.ListChangesAsync(before, 10, None));
        Assert.Equal((ids[1], ids[0], before + 1, Later), (moved.Id, moved.StoryId, moved.Sequence, moved.Changed));
        Assert.True(Assert.IsType<CorrectionOutcome.Kept>(await Store.MergeStoriesAsync(new MergeRequest(ids[0], ids[1], false, "me", null), Later, None)).Again);
        Assert.IsType<CorrectionOutcome.UnknownStory>(await Store.MergeStoriesAsync(new MergeRequest(ids[0], 77, false, "me", null), Later, None));
        Assert.IsType<CorrectionOutcome.Unfit>(await Store.MergeStoriesAsync(new MergeRequest(ids[0], ids[0], false, "me", null), Later, None));
    }

    [Fact]
    public async Task What_was_told_apart_is_merged_only_when_that_is_taken_back()
    {
        var ids = await OneStoryAsync(3);
        await SplitAsync(ids[0], [ids[2]]);

        Assert.IsType<CorrectionOutcome.Contradicted>(await Store.MergeStoriesAsync(new MergeRequest(ids[0], ids[2], false, "me", null), Later, None));
        Assert.IsType<CorrectionOutcome.Kept>(await Store.MergeStoriesAsync(new MergeRequest(ids[0], ids[2], true, "me", null), Later, None));

        Assert.Equal(3, (await Store.GetStoryAsync(ids[2], None))!.ArticleCount);
        Assert.False((await Store.ReadConstraintsAsync(None)).AreApart(ids[0], ids[2]));
        // And told apart once more: the id that redirected is a story again.
        Assert.Equal([ids[0], ids[2]], (await SplitAsync(ids[0], [ids[2]])).Stories);
        Assert.Equal(ids[2], (await Store.GetStoryAsync(ids[2], None))!.Id);
    }

    [Fact]
    public async Task An_assignment_that_was_decided_before_a_split_does_not_undo_it()
    {
        var ids = await OneStoryAsync(3);
        var feed = await AddFeedAsync();
        await SplitAsync(ids[0], [ids[2]]);
        await Store.CommitPollAsync(Make.Poll(feed, Make.Entry("bridge"), Make.Entry("e2", "New title", published: Make.Now.AddHours(-7), outlet: "o2.example")), None);
        UnassignedArticle[] waiting = [.. await Store.ListUnassignedAsync(10, None)];

        // The engine still believes that all is one story, and that the two should merge.
        await Store.CommitAssignAsync(
            [.. waiting.Select(article => Make.Assign(article.Article.Id, ids[0]) with { Changed = article.Changed, MergedStories = article.Changed ? [] : [ids[2]], StoryLead = ids[2] })], Later, None);

        Assert.Equal(2, waiting.Length);
        Assert.Equal(ids[2], (await Store.GetArticleAsync(ids[2], None))!.StoryId);
        Assert.Equal((3, 1), ((await Store.GetStoryAsync(ids[0], None))!.ArticleCount, (await Store.GetStoryAsync(ids[2], None))!.ArticleCount));
        Assert.Equal("New title", (await Store.GetStoryAsync(ids[2], None))!.Title);
        Assert.Contains((await Store.GetStoryAsync(ids[0], None))!.LeadArticleId, (await Store.GetStoryAsync(ids[0], None))!.Articles.Select(article => article.Id));
    }

    [Fact]
    public async Task Corrections_survive_a_restart_a_merge_and_a_changed_text()
    {
        var ids = await StoriesAsync(3);
        await MergeAsync(ids[1], ids[2]);
        await SplitAsync(ids[1], [ids[2]]);
        // The engine finds that the first story and the second are one.
        await Store.CommitAssignAsync([Make.Assign(ids[1], ids[0]) with { MergedStories = [ids[1]], Changed = false }], Later, None);

        await ReopenAsync();

        Assert.True((await Store.ReadConstraintsAsync(None)).AreApart(ids[0], ids[2]));
        Assert.Equal([CorrectionKind.Split, CorrectionKind.Merge], (await Store.ListCorrectionsAsync(null, 10, None)).Select(correction => correction.Kind));
        Assert.Equal(2, (await Store.ListCorrectionsAsync(ids[1], 10, None)).Count);
        Assert.Empty(await Store.ListCorrectionsAsync(ids[0], 10, None));
        Decision[] said = [.. (await Store.GetDecisionsAsync(ids[1], None)).Where(decision => decision.Kind == "correction")];
        Assert.Equal(["merge", "split"], said.Select(decision => decision.Rule));
        Assert.Contains("correction 2 by me on 2026-11-22 13:00 UTC", said[1].Evidence[0]);
        Assert.Equal(["reason given: because"], said[1].Evidence.Skip(1));
    }

    private static DateTimeOffset Later { get; } = Make.Now.AddHours(1);

    private async Task<Correction> SplitAsync(long story, params IReadOnlyList<long>[] groups) =>
        Assert.IsType<CorrectionOutcome.Kept>(await Store.SplitStoryAsync(new SplitRequest(story, groups, "me", "because"), Later, None)).Correction;

    private async Task<Correction> MergeAsync(long story, long other) =>
        Assert.IsType<CorrectionOutcome.Kept>(await Store.MergeStoriesAsync(new MergeRequest(story, other, false, "me", "because"), Later, None)).Correction;

    /// <summary>Articles an hour apart, each of an outlet and a story of its own.</summary>
    private async Task<long[]> StoriesAsync(int count)
    {
        var feed = await AddFeedAsync();
        return [.. await PublishAsync(feed, [.. Enumerable.Range(0, count).Select(i => Make.Entry($"e{i}", published: Make.Now.AddHours(i - 9), outlet: $"o{i}.example"))])];
    }

    private async Task<long[]> OneStoryAsync(int count)
    {
        var ids = await StoriesAsync(count);
        await Store.CommitAssignAsync([Make.Assign(ids[0], ids[0]) with { MergedStories = ids[1..] }], Make.Now, None);
        return ids;
    }
}
