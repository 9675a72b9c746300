using Aggregator.Model;

namespace Aggregator.Stories.Novelty;

public class StoryUpdatesTests
{
    [Fact]
    public void An_update_has_the_sentences_that_an_article_added_and_a_copy_makes_none()
    {
        const string Report = "The bridge at Lindesund was closed on Monday after cracks were found in two of its pillars.\nEngineers will examine them with divers this week.";
        const string More = Report + "\nThe ministry promised 40 million crowns for repairs and free ferries until autumn.";

        var updates = StoryUpdates.Of([Article(1, Report), Article(2, Report), Article(3, More)]).ToList();

        Assert.Equal([1, 3], updates.Select(update => update.Article));
        Assert.Equal(1, updates[0].Novelty);
        Assert.Equal("The ministry promised 40 million crowns for repairs and free ferries until autumn.", Assert.Single(updates[1].Sentences).Text);
        Assert.InRange(updates[1].Novelty, 0.2, 0.5);
    }

    private static ArticleText Article(long id, string text) => new()
    {
        Id = id,
        Outlet = $"outlet{id}.example",
        Title = "Bridge closed",
        Text = text,
        Published = new DateTimeOffset(2026, 5, 1, 0, 0, 0, TimeSpan.Zero).AddHours(id),
    };
}
