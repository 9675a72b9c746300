using Aggregator.Model;
using Aggregator.Stores;

namespace Aggregator.Storage;

public abstract partial class StoreContract
{
    private static readonly Tag Halden = new("company", "Halden", 1);
    private static readonly Tag Norvolt = new("company", "Norvolt", 1);
    private static readonly Tag Chips = new("topic", "semiconductors", 1);

    /// <summary>A day of 4 articles after seven days of 7: Halden 3 and 1 (by hand 6.0917), Norvolt 1 and 6, chips 3 and 1, one story 3 and 0 (by hand 6.0694).</summary>
    [Fact]
    public async Task Ranks_what_stands_out_from_its_own_past()
    {
        await FillTrendsAsync();

        var report = await Store.GetTrendsAsync(ArticleFilter.All, new TrendRequest(Make.Now.AddDays(-8), Make.Now.AddDays(-1), Make.Now, 10, 2), None);

        Assert.Equal((4, 7), (report.Articles, report.PastArticles));
        var name = Assert.Single(report.Names);
        Assert.Equal(("company", "Halden", 3, 1), (name.Kind, name.Name, name.Count, name.Past));
        // 2·(3·ln(3 / (4·4/11)) + ln(1 / (7·4/11)))
        Assert.Equal(2 * ((3 * Math.Log(3 / (16.0 / 11))) + Math.Log(11.0 / 28)), name.Score, 9);
        Assert.Equal(("topic", "semiconductors", 3, 1), (report.Topics[0].Kind, report.Topics[0].Name, report.Topics[0].Count, report.Topics[0].Past));
        var story = Assert.Single(report.Stories);
        Assert.Equal(("Title of now0", 3, 0), (story.Name, story.Count, story.Past));
        // 2·3·ln(3 / (4·3/11))
        Assert.Equal(6 * Math.Log(11.0 / 4), story.Score, 9);
        Assert.Equal(story.StoryId, (await Store.GetStoryAsync(story.StoryId!.Value, None))!.Id);
    }

    [Fact]
    public async Task Counts_trends_within_a_filter_and_keeps_to_limit_and_least_count()
    {
        await FillTrendsAsync();
        TrendRequest request = new(Make.Now.AddDays(-8), Make.Now.AddDays(-1), Make.Now, 1, 1);

        var one = await Store.GetTrendsAsync(ArticleFilter.All, request, None);
        var filtered = await Store.GetTrendsAsync(new ArticleFilter { Names = ["Norvolt"] }, request, None);
        var nothing = await Store.GetTrendsAsync(new ArticleFilter { Names = ["nobody"] }, request, None);
        var noPast = await Store.GetTrendsAsync(ArticleFilter.All, request with { From = Make.Now.AddDays(-1) }, None);

        Assert.Equal((1, 1, 1), (one.Names.Count, one.Topics.Count, one.Stories.Count));
        Assert.Equal((1, 6), (filtered.Articles, filtered.PastArticles));
        Assert.Equal((0, 0, 0), (nothing.Articles, nothing.PastArticles, nothing.Names.Count));
        Assert.Equal((4, 0, 0, 0), (noPast.Articles, noPast.PastArticles, noPast.Names.Count, noPast.Stories.Count));
    }

    private async Task FillTrendsAsync()
    {
        var feed = await AddFeedAsync();
        for (var day = 7; day >= 1; day--)
        {
            await Store.CommitPollAsync(Make.Poll(feed, Make.Entry($"past{day}", published: Make.Now.AddDays(-day).AddHours(-1))), None);
            await AssignAllAsync(day == 7 ? [Halden, Chips] : [Norvolt]);
        }

        await Store.CommitPollAsync(Make.Poll(feed, [.. Enumerable.Range(0, 4).Select(i => Make.Entry($"now{i}", published: Make.Now.AddHours(i - 9)))]), None);
        long[] ids = [.. (await Store.ListUnassignedAsync(10, None)).Select(article => article.Article.Id)];
        await Store.CommitAssignAsync([.. ids[..3].Select(id => Make.Assign(id, ids[0], Halden, Chips) with { StoryLead = ids[0] }), Make.Assign(ids[3], null, Norvolt)], Make.Now, None);
    }
}
