using System.Text.Json;
using Aggregator.Support;

namespace Aggregator.EndToEnd;

/// <summary>One real article, polled from a loopback server, comes out whole.</summary>
public class SeedStoryTests
{
    private const string Page = "/2024/05/31/elon-musks-highly-anticipated-visit-to-china";

    [SeedTheory]
    [InlineData(Engines.Sqlite)]
    [InlineData(Engines.LiteDb)]
    public async Task The_seed_story_comes_out_whole_tagged_and_findable(string engine)
    {
        await using var site = await LoopbackSite.StartAsync();
        site.Serve("/feed.xml", "application/rss+xml", await File.ReadAllTextAsync(Path.Combine(SeedTheoryAttribute.Folder, "feed.xml")));
        site.Serve(Page, "text/html; charset=utf-8", await File.ReadAllTextAsync(Path.Combine(SeedTheoryAttribute.Folder, "article.html")));
        using var folder = new TemporaryFolder();
        await using var service = await RunningService.StartAsync(folder, NewsSite.FeedsJson([site.Url("/feed.xml")]), site.Authority, engine);

        var found = await service.GetWhenAsync("/api/v1/articles?q=%22Elon%20Musk%22%20china", answer => answer.GetProperty("items").GetArrayLength() > 0);

        var article = Assert.Single(found.GetProperty("items").EnumerateArray());
        using var expected = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(SeedTheoryAttribute.Folder, "expected.json")));
        Assert.Equal(expected.RootElement.GetProperty("title").GetString(), article.GetProperty("title").GetString());
        Assert.Equal(expected.RootElement.GetProperty("published").GetDateTimeOffset(), article.GetProperty("published").GetDateTimeOffset());
        Assert.Equal(expected.RootElement.GetProperty("language").GetString(), article.GetProperty("language").GetString());
        var text = article.GetProperty("text").GetString()!;
        Assert.Equal(Wanted(expected), Found(text, Wanted(expected)));
        Assert.All(Strings(expected, "must_not_contain"), unwanted => Assert.DoesNotContain(unwanted, text));
        Assert.Empty(Strings(expected, "topics").Except(Strings(article, "topics")));
        Assert.Empty(Strings(expected, "names").Except(Strings(article, "names")));
    }

    // The lines of the text that the story must have, in the text's order.
    private static List<string> Found(string text, List<string> wanted) => [.. text.Split('\n').Select(l => l.Trim()).Where(wanted.Contains)];

    private static List<string> Wanted(JsonDocument expected)
    {
        var paragraphs = Strings(expected, "paragraphs").ToList();
        // The first paragraph stands before the first heading; each section has one.
        return [paragraphs[0], .. Strings(expected, "sections").Zip(paragraphs.Skip(1)).SelectMany(pair => new[] { pair.First, pair.Second })];
    }

    private static IEnumerable<string> Strings(JsonDocument document, string name) => Strings(document.RootElement, name);

    private static IEnumerable<string> Strings(JsonElement element, string name) => element.GetProperty(name).EnumerateArray().Select(e => e.GetString()!);
}
