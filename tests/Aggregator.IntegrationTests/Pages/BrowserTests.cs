using Aggregator.Api;
using Aggregator.Model;
using Microsoft.Playwright;

namespace Aggregator.Pages;

public sealed class BrowserTests
{
    private static readonly string[] Arguments =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    /// <summary>Screenshots are kept beside the test's program.</summary>
    private static string Folder => Path.Combine(AppContext.BaseDirectory, "screenshots");

    [ChromiumFact]
    public async Task Pages_render_on_a_desk_and_on_a_phone_in_light_and_dark()
    {
        await using var service = await TestService.StartAsync();
        var story = Fill(service);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = ChromiumFactAttribute.Executable, Args = Arguments });
        foreach (var (name, address) in new[] { ("home", "/"), ("story", $"/stories/{story}"), ("feeds", "/feeds"), ("docs", "/docs/api"), ("mistake", "/?q=%22solid") })
        {
            foreach (var (form, width, height, scheme) in new[] { ("desk-light", 1280, 900, ColorScheme.Light), ("phone-dark", 390, 844, ColorScheme.Dark) })
            {
                await using var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = height }, ColorScheme = scheme });
                var page = await context.NewPageAsync();
                var complaints = new List<string>();
                page.Console += (_, message) => complaints.Add(message.Text);
                await page.GotoAsync(new Uri(service.Address, address).AbsoluteUri);
                await page.ScreenshotAsync(new() { Path = Path.Combine(Folder, $"{name}-{form}.png"), FullPage = true });

                Assert.True(await page.Locator("main h1, main h2").First.IsVisibleAsync());
                Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= width, $"{name} is wider than a {form} screen.");
                Assert.Equal(scheme == ColorScheme.Dark ? "rgb(20, 23, 27)" : "rgb(255, 255, 255)", await page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor"));
                // A mistyped search is answered with 400, which Chromium notes.
                Assert.All(complaints, complaint => Assert.True(name == "mistake" && complaint.Contains("400", StringComparison.Ordinal), complaint));
            }
        }
    }

    [ChromiumFact]
    public async Task No_script_runs_even_if_one_got_into_the_store()
    {
        await using var service = await TestService.StartAsync();
        var article = service.Add("Harmless", 5);
        service.Store.Put(article with
        {
            Title = "<script>document.title='ran'</script>",
            ContentHtml = "<script>document.title='ran'</script><img src=x onerror=\"document.title='ran'\"><a id=link href=\"javascript:document.title='ran'\">here</a><iframe srcdoc=\"<script>top.document.title='ran'</script>\"></iframe>",
        });
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = ChromiumFactAttribute.Executable, Args = Arguments });
        var page = await browser.NewPageAsync();
        await page.GotoAsync(new Uri(service.Address, $"/stories/{article.StoryId}").AbsoluteUri, new() { WaitUntil = WaitUntilState.NetworkIdle });
        await page.ClickAsync("#link");

        Assert.Equal("<script>document.title='ran'</script>", await page.TitleAsync());
    }

    private static long Fill(TestService service)
    {
        var plant = service.Add("Cell plant in Lower Saxony starts regular production", 35, "wire.example");
        service.Add("Battery factory: first cells leave the line after two years of delay", 28, "auto-daily.example", plant);
        service.Add("Zellfabrik läuft an", 20, "technik-heute.example", plant);
        service.Add("电池工厂投产", 12, "dianche.example", plant);
        service.Add("Regulator proposes common payment rules for fast chargers along motorways, and gives operators until spring to object", 95, "policy-watch.example");
        service.Add("Chip maker shows a driving computer that needs half the power", 180, "silicon-news.example");
        service.Add("Robotaxi service begins in a third city", 2000, "auto-daily.example");
        service.Store.Feeds.AddRange(
        [
            FeedOf(1, "Wire Example", "EV makers and charging", new FeedState { LastPolledAt = TestService.Now.AddMinutes(-9), LastSuccessAt = TestService.Now.AddMinutes(-9), NextPollAt = TestService.Now.AddMinutes(21), NextPollReason = "own rhythm 1800 s" }),
            FeedOf(2, "Auto Daily", "EV makers and charging", new FeedState
            {
                LastPolledAt = TestService.Now.AddMinutes(-40), LastSuccessAt = TestService.Now.AddDays(-2), NextPollAt = TestService.Now.AddHours(5), NextPollReason = "third failure 21600 s",
                Failures = 3, LastError = "https://auto-daily.example/feed answered 503 Service Unavailable", EstimatedLoss = 12,
            }),
            FeedOf(3, "Silicon News", "AI and chips", new FeedState { NextPollAt = TestService.Now, NextPollReason = "new" }),
        ]);
        return plant.StoryId;
    }

    private static Feed FeedOf(long id, string title, string category, FeedState state) => new()
    {
        Id = id,
        Definition = new FeedDefinition($"https://{id}.example/feed.xml", title, category),
        CurrentUrl = $"https://{id}.example/feed.xml",
        State = state,
    };
}
