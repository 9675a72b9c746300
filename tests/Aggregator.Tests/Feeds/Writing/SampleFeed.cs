namespace Aggregator.Feeds.Writing;

internal static class SampleFeed
{
    public static DateTimeOffset Published { get; } = new(2026, 11, 20, 8, 0, 0, TimeSpan.Zero);

    public static FeedItem Item { get; } = new()
    {
        Id = TagUri.Story(7),
        Title = "Plant opens & <more>",
        Url = "https://one.example/plant?a=1&b=2",
        Published = Published,
        Updated = Published.AddHours(2).AddMilliseconds(17),
        Authors = ["Ada Writer", "Ben Author"],
        Summary = "Cells for 1 < 2 million cars.",
        ContentHtml = "<p>The <b>whole</b> text &amp; more.</p>",
        Categories = ["batteries"],
        Image = "https://one.example/plant.jpg",
        Language = "en",
        Source = new FeedSource("https://one.example/", "One", "https://one.example/", "https://one.example/feed"),
        Members = [new FeedMember(TagUri.Article(7), "Plant opens", "https://one.example/plant", "One", Published)],
    };

    public static FeedDocument Document { get; } = new()
    {
        Id = TagUri.Feed("all"),
        Title = "Aggregator",
        Description = "One entry per story.",
        HomeUrl = "https://news.example/",
        SelfUrl = "https://news.example/feed?x=1&limit=1",
        FirstUrl = "https://news.example/feed?limit=1",
        NextUrl = "https://news.example/feed?limit=1&cursor=abc",
        Updated = Published.AddHours(2),
        Language = "en",
        Author = "Aggregator",
        Generator = "Aggregator",
        Items = [Item],
    };

    public static FeedDocument With(FeedItem item) => Document with { Items = [item] };
}
