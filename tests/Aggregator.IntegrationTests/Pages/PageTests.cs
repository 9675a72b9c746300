using System.Net;
using Aggregator.Api;
using Aggregator.Model;
using AngleSharp;
using AngleSharp.Dom;

namespace Aggregator.Pages;

public sealed class PageTests
{
    [Fact]
    public async Task Shows_stories_with_outlets_and_the_feeds_of_what_is_shown()
    {
        await using var service = await TestService.StartAsync();
        var first = service.Add("Plant opens & <b>more</b>", 60);
        service.Add("Battery plant opened", 50, "two.example", first);
        service.Add("Other news", 10, "three.example");

        var page = await Open(service, "/?topic=electric+vehicles");

        Assert.Equal(["Other news", "Plant opens & <b>more</b>"], page.QuerySelectorAll(".story h2").Select(title => title.TextContent));
        Assert.Equal(["one.example", "two.example"], page.QuerySelectorAll(".story")[1].QuerySelectorAll(".outlets a").Select(link => link.TextContent));
        Assert.Equal("/feed.atom?topic=electric%20vehicles", page.QuerySelector("link[type='application/atom+xml']")!.GetAttribute("href"));
        Assert.Equal("/feed.atom?topic=electric%20vehicles", page.QuerySelector(".subscribe a")!.GetAttribute("href"));
        Assert.Equal("electric vehicles", page.QuerySelector("aside [aria-current]")!.TextContent);
        Assert.Empty(page.QuerySelectorAll("script, style, [style], [onclick]"));
        Assert.All(page.QuerySelectorAll("input:not([type=hidden])"), input => Assert.NotNull(page.QuerySelector($"label[for={input.Id}]")));
    }

    [Fact]
    public async Task Shows_the_mistake_in_a_search_and_keeps_what_was_typed()
    {
        await using var service = await TestService.StartAsync();
        using var answer = await service.Client.GetAsync("/?q=%22solid+state");
        var page = await Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.NotEmpty(page.QuerySelector("[role=alert]")!.TextContent);
        Assert.Equal("\"solid state", page.QuerySelector("#q")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Shows_a_story_with_all_its_articles()
    {
        await using var service = await TestService.StartAsync();
        var first = service.Add("Plant opens", 60);
        service.Add("Battery plant opened", 50, "two.example", first);
        var page = await Open(service, $"/stories/{first.StoryId}");
        Assert.Equal(["Plant opens", "Battery plant opened"], page.QuerySelectorAll(".coverage .headline a").Select(link => link.TextContent));
        Assert.Contains("Its second paragraph.", page.QuerySelector(".text")!.TextContent);
    }

    [Fact]
    public async Task Shows_the_files_of_an_article_as_links()
    {
        await using var service = await TestService.StartAsync();
        var article = service.Add("Talk of the week", 60);
        service.Store.Put(article with { Enclosures = [new("https://cdn.example/shows/talk%2012.mp3?t=1", "audio/mpeg", 12_345_678), new("https://cdn.example/", null, null)] });
        var page = await Open(service, $"/stories/{article.StoryId}");
        Assert.Equal(["talk 12.mp3 (12.3 MB)", "https://cdn.example/"], page.QuerySelectorAll(".files li").Select(item => item.TextContent));
        Assert.Equal("https://cdn.example/shows/talk%2012.mp3?t=1", page.QuerySelector(".files a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Shows_feeds_with_their_health()
    {
        await using var service = await TestService.StartAsync();
        service.Store.Feeds.Add(new Feed
        {
            Id = 1,
            Definition = new FeedDefinition("https://one.example/feed", "One", "EV"),
            CurrentUrl = "https://one.example/feed",
            State = new FeedState { Failures = 1, LastPolledAt = TestService.Now, LastError = "connection refused", NextPollAt = TestService.Now.AddMinutes(5), NextPollReason = "first failure 300 s" },
        });
        var row = (await Open(service, "/feeds")).QuerySelector("tbody tr")!;
        Assert.Contains("failing", row.TextContent);
        Assert.Contains("connection refused", row.TextContent);
        Assert.Contains("first failure 300 s", row.TextContent);
        Assert.Contains("in 5 min", row.TextContent);
        Assert.Contains("connection refused; failing since", (await Open(service, "/feeds")).QuerySelector("ul.troubled li")!.TextContent);
    }

    [Theory]
    [InlineData("subscribers")]
    [InlineData("analysts")]
    [InlineData("api")]
    [InlineData("security")]
    [InlineData("fetching")]
    [InlineData("readers")]
    [InlineData("specifications")]
    public async Task Serves_the_documentation(string name)
    {
        await using var service = await TestService.StartAsync();
        var page = await Open(service, $"/docs/{name}");
        Assert.NotEmpty(page.QuerySelector("article h1")!.TextContent);
        Assert.NotEmpty(page.QuerySelectorAll("article h2"));
        Assert.Equal(SiteFiles.Documents.Count, page.QuerySelectorAll("nav.docs a[href^='/docs/']").Length);
    }

    [Fact]
    public async Task Every_link_of_the_site_leads_somewhere()
    {
        await using var service = await TestService.StartAsync();
        service.Add("Plant opens", 60);
        var (waiting, seen) = (new Queue<string>(["/"]), new HashSet<string>());
        while (waiting.TryDequeue(out var address))
        {
            if (!seen.Add(address))
                continue;
            using var answer = await service.Client.GetAsync(address);
            Assert.True(answer.IsSuccessStatusCode, $"{address}: {(int)answer.StatusCode}");
            if (answer.Content.Headers.ContentType?.MediaType != "text/html")
                continue;
            var page = await Parse(await answer.Content.ReadAsStringAsync());
            foreach (var link in page.QuerySelectorAll("a[href^='/'], link[href^='/']"))
                waiting.Enqueue(link.GetAttribute("href")!);
        }

        Assert.Contains(seen, address => address.StartsWith("/stories/", StringComparison.Ordinal));
    }

    private static async Task<IDocument> Open(TestService service, string address) => await Parse(await service.Client.GetStringAsync(address));

    private static Task<IDocument> Parse(string html) => BrowsingContext.New(AngleSharp.Configuration.Default).OpenAsync(request => request.Content(html));
}
