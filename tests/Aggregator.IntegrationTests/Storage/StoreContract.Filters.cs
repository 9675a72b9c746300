using Aggregator.Model;
using Aggregator.Stores;

namespace Aggregator.Storage;

public abstract partial class StoreContract
{
    /// <summary>Six articles, the newest first: f (copy of e), e, d, c, b, a; what each is about is in <see cref="Filters"/>.</summary>
    private async Task PublishSixAsync()
    {
        long ev = await AddFeedAsync("ev", "EV"), energy = await AddFeedAsync("energy", "Energy");
        IdentifiedEntry At(string key, int hour, string outlet, string language, string text) =>
            Make.Entry(key, key, text, Make.Now.AddHours(-hour), outlet: outlet) with { Language = language };
        await Store.CommitPollAsync(Make.Poll(ev, At("a", 60, "one.example", "en", "tesla battery"), At("b", 50, "two.example", "en-gb", "tesla charging network"), At("c", 40, "one.example", "de", "byd battery battery")), None);
        await Store.CommitPollAsync(Make.Poll(energy, At("d", 30, "three.example", "zh", "比亚迪 电动汽车 solar"), At("e", 20, "one.example", "en", "tesla solar roof panels are new"), At("f", 10, "two.example", "en", "tesla solar roof panels are new")) with { Now = Make.Now.AddMinutes(1) }, None);
        await Store.CommitPollAsync(Make.Poll(ev, At("guid-of-d", 30, "three.example", "zh", "x") with { ArticleKey = "https://www.three.example/d" }), None);
        var waiting = await Store.ListUnassignedAsync(10, None);
        var ids = waiting.ToDictionary(article => article.Article.Title, article => article.Article.Id);
        Tag topic = new("topic", "Batteries", 1), person = new("person", "Elon Musk", 1), company = new("company", "BYD", 1);
        await Store.CommitAssignAsync(
            [
                Make.Assign(ids["a"], null, topic, person), Make.Assign(ids["b"], ids["a"], person), Make.Assign(ids["c"], null, topic, company),
                Make.Assign(ids["d"], null, company), Make.Assign(ids["e"]), Make.Assign(ids["f"], ids["e"]) with { CopyOf = ids["e"], CopyScore = 1 },
            ],
            Make.Now, None);
    }

    public static TheoryData<string, ArticleFilter> Filters => new()
    {
        { "fedcba", ArticleFilter.All },
        { "feba", Word("tesla") },
        { "fe", Word("tesla") with { From = Make.Now.AddHours(-20) } },
        { "ba", Word("tesla") with { To = Make.Now.AddHours(-20) } },
        { "eb", Word("tesla") with { From = Make.Now.AddHours(-50), To = Make.Now.AddHours(-10) } },
        { "dcb", new() { From = Make.Now.AddHours(-50), To = Make.Now.AddHours(-20) } },
        { "dc", new() { From = Make.Now.AddHours(-50).AddTicks(1), To = Make.Now.AddHours(-20) } },
        { "edcb", new() { From = Make.Now.AddHours(-50), To = Make.Now.AddHours(-20).AddTicks(1) } },
        { "eca", new() { Outlets = ["one.example"] } },
        { "fecba", new() { Outlets = ["one.example", "TWO.example"] } },
        { "fdb", new() { NotOutlets = ["one.example"] } },
        { "d", new() { NotOutlets = ["one.example", "two.example", "unknown.example"] } },
        { "ea", Word("tesla") with { Outlets = ["one.example"] } },
        { "fb", Word("tesla") with { NotOutlets = ["one.example"] } },
        { "", new() { Outlets = ["unknown.example"] } },
        { "dcba", new() { Categories = ["EV"] } },
        { "fed", new() { Categories = ["energy"] } },
        { "fedcba", new() { Categories = ["EV", "Energy"] } },
        { "", new() { Categories = ["Sports"] } },
        { "ba", Word("tesla") with { Categories = ["EV"] } },
        { "dcba", new() { Feeds = [1] } },
        { "d", new() { Feeds = [1], Categories = ["Energy"] } },
        { "", new() { Feeds = [99] } },
        { "ca", new() { Topics = ["batteries"] } },
        { "dcba", new() { Names = ["Elon Musk", "byd"] } },
        { "a", new() { Names = ["Elon Musk"], Topics = ["Batteries"] } },
        { "", new() { Topics = ["Elon Musk"] } },
        { "feba", new() { Languages = ["en"] } },
        { "b", new() { Languages = ["en-GB"] } },
        { "dc", new() { Languages = ["de", "zh"] } },
        { "edcba", new() { CollapseCopies = true } },
        { "eba", Word("tesla") with { CollapseCopies = true } },
        { "fe", new() { MinWords = 6 } },
        { "ba", new() { StoryId = Id(60) } },
        { "a", Word("battery") with { StoryId = Id(60) } },
        { "cba", new() { AsOf = 3 } },
        { "ba", Word("tesla") with { AsOf = 3 } },
        { "", new() { AsOf = 0 } },
        { "fecba", new() { Query = new SearchExpression.Not(new SearchExpression.Word(SearchField.Any, "比亚迪")) } },
        { "dc", new() { Query = new SearchExpression.Not(new SearchExpression.Word(SearchField.Any, "tesla")), From = Make.Now.AddHours(-45), To = Make.Now.AddHours(-5), CollapseCopies = true, Categories = ["EV", "Energy"], MinWords = 1, Outlets = ["one.example", "three.example"], Languages = ["de", "zh", "en"] } },
    };

    private static ArticleFilter Word(string word) => new() { Query = new SearchExpression.Word(SearchField.Any, word) };

    private static long Id(int hours) => Make.Now.AddHours(-hours).ToUnixTimeSeconds() * 4096;

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task Lists_exactly_the_matches_of_a_filter_everywhere(string titles, ArticleFilter filter)
    {
        await PublishSixAsync();

        Assert.Equal(titles, string.Concat(await TitlesAsync(filter)));
        Assert.Equal(titles.Order(), string.Concat(await TitlesAsync(filter, SortOrder.Seen)).Order());
        Assert.Equal(titles.Order(), string.Concat(await TitlesAsync(filter, SortOrder.Relevance)).Order());
        Assert.Equal(titles, string.Concat(await ExportedAsync(filter)));
        var timeline = await Store.GetTimelineAsync(filter, new TimelineRequest(TimelineInterval.Hour, null, TimeZoneInfo.Utc), None);
        Assert.Equal(titles.Length, timeline.Buckets.Sum(bucket => bucket.Count));
        var facets = await Store.GetFacetsAsync(filter, ["outlet"], 10, None);
        Assert.Equal(titles.Length, facets["outlet"].Sum(facet => facet.Count));
        var stories = await Store.ListStoriesAsync(filter, new PageRequest(), None);
        Assert.Equal(titles.Replace('f', 'e').Replace('b', 'a').Distinct().Count(), stories.Items.Count);
        var rows = await ListAsync(filter);
        Assert.Equal(rows.Select(row => row.Sequence).DefaultIfEmpty(0).Max(), (await Store.GetNewestChangeAsync(filter, None)).Sequence);
    }

    private async Task<List<string>> ExportedAsync(ArticleFilter filter)
    {
        List<string> titles = [];
        await foreach (var article in Store.ExportAsync(filter, None))
            titles.Add(article.Title);
        return titles;
    }

    [Fact]
    public async Task Shows_all_categories_of_an_article_that_two_feeds_name()
    {
        await PublishSixAsync();

        var facets =
            await Store.GetFacetsAsync(ArticleFilter.All, ["category", "topic", "name", "language", "outlet"], 2, None);

        Assert.Equal([new FacetValue("EV", 4), new FacetValue("Energy", 3)], facets["category"]);
        Assert.Equal([new FacetValue("Batteries", 2)], facets["topic"]);
        Assert.Equal(["BYD", "Elon Musk"], facets["name"].Select(facet => facet.Value).Order());
        Assert.Equal(new FacetValue("en", 3), facets["language"][0]);
        Assert.Equal([new FacetValue("one.example", 3), new FacetValue("two.example", 2)], facets["outlet"]);
    }

    [Fact]
    public async Task Sorts_by_first_sight_and_by_relevance()
    {
        await PublishSixAsync();

        Assert.Equal("fedcba", string.Concat(await TitlesAsync(sort: SortOrder.Seen)));
        Assert.Equal("ca", string.Concat(await TitlesAsync(Word("battery"), SortOrder.Relevance)));
        Assert.Equal("fedcba", string.Concat(await TitlesAsync(sort: SortOrder.Relevance)));
    }

    [Theory]
    [InlineData("d", "比亚迪")]
    [InlineData("d", "电动")]
    [InlineData("d", "动汽")]
    [InlineData("", "动电")]
    [InlineData("", "电车")]
    public async Task Finds_any_part_of_a_text_without_spaces(string titles, string part)
    {
        await PublishSixAsync();

        Assert.Equal(titles, string.Concat(await TitlesAsync(Word(part))));
        Assert.Equal(titles, string.Concat(await TitlesAsync(new ArticleFilter { Query = new SearchExpression.Phrase(SearchField.Text, [part]) })));
    }

    [Fact]
    public async Task Loads_texts_only_when_asked()
    {
        await PublishSixAsync();

        var page = await Store.ListArticlesAsync(ArticleFilter.All, new PageRequest(Limit: 1, WithText: false), None);
        Assert.Equal(("", "", "f"), (page.Items[0].Text, page.Items[0].ContentHtml, page.Items[0].Title));
    }
}
