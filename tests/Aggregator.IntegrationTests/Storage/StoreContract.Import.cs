using Aggregator.Stores;

namespace Aggregator.Storage;

public abstract partial class StoreContract
{
    [Fact]
    public async Task Imports_articles_that_were_assigned_elsewhere_and_leaves_known_ones_as_they_are()
    {
        var known = (await PublishAsync(await AddFeedAsync(), Make.Entry("one")))[0];
        var other = Elsewhere("Tesla elsewhere", Make.Now.AddDays(-1));

        var outcome = await Store.ImportAsync([new ImportRow(other, "https://elsewhere.example/1"), new ImportRow(other, "https://www.news.example/one")], false, None);
        var again = await Store.ImportAsync([new ImportRow(other, "https://elsewhere.example/1")], false, None);

        Assert.Equal((new ImportOutcome(1, 1), new ImportOutcome(0, 1)), (outcome, again));
        Assert.Equal(["Title of one", "Tesla elsewhere"], await TitlesAsync());
        Assert.Equal("Text of one about batteries.", (await Store.GetArticleAsync(known, None))!.Text);
        var article = Assert.Single(await ListAsync(Word("tesla")));
        Assert.Equal((other.Published.Instant, "elsewhere.example", other.Text, article.Id), (article.Published.Instant, article.Outlet, article.Text, article.StoryId));
        Assert.Equal(["Energy"], article.Categories);
        Assert.Equal(article.Sequence, await Store.GetSequenceAsync(None));
    }

    [Fact]
    public async Task Keeps_the_sequence_numbers_of_an_import_when_asked_to()
    {
        await Store.ImportAsync([new ImportRow(Elsewhere("Tesla elsewhere", Make.Now) with { Sequence = 41 }, "https://elsewhere.example/1")], keepNumbers: true, None);

        Assert.Equal(41, Assert.Single(await ListAsync()).Sequence);
        Assert.Equal(41, await Store.GetSequenceAsync(None));
    }

    private static ArticleRow Elsewhere(string title, DateTimeOffset published) => new()
    {
        Id = 0,
        Url = "https://elsewhere.example/1",
        Title = title,
        Outlet = "elsewhere.example",
        Published = Make.Date(published),
        Seen = published,
        Changed = published,
        Text = "What another store had of it.",
        ContentHtml = "<p>What another store had of it.</p>",
        Categories = ["Energy"],
        StoryId = 0,
        Sequence = 0,
    };
}
