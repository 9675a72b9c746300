using System.Diagnostics;
using System.Globalization;
using Aggregator.Support;

namespace Aggregator.EndToEnd;

/// <summary>The real service against a loopback site.</summary>
public class ServiceTests
{
    [Theory]
    [InlineData(Engines.Sqlite)]
    [InlineData(Engines.LiteDb)]
    public async Task Polls_reads_assigns_and_serves_what_a_site_publishes(string engine)
    {
        await using var site = await LoopbackSite.StartAsync();
        using var folder = new TemporaryFolder();
        await using var service = await RunningService.StartAsync(folder, NewsSite.FeedsJson(NewsSite.Fill(site, feeds: 3, items: 4)), site.Authority, engine);

        var all = await service.GetWhenAsync("/api/v1/articles?limit=100", answer => answer.GetProperty("items").GetArrayLength() == 12);

        Assert.Equal(
            Enumerable.Range(0, 3).SelectMany(f => Enumerable.Range(0, 4).Select(i => NewsSite.Title(f, i))).Order(),
            all.GetProperty("items").EnumerateArray().Select(a => a.GetProperty("title").GetString()!).Order());
        Assert.All(all.GetProperty("items").EnumerateArray(), a => Assert.Contains("In paragraph 4", a.GetProperty("text").GetString()));
    }

    [Fact]
    public async Task A_feed_that_is_taken_from_the_list_stops_and_its_articles_stay()
    {
        await using var site = await LoopbackSite.StartAsync();
        var urls = NewsSite.Fill(site, feeds: 2, items: 2);
        using var folder = new TemporaryFolder();
        await using var service = await RunningService.StartAsync(folder, NewsSite.FeedsJson(urls), site.Authority);
        await service.GetWhenAsync("/api/v1/articles", answer => answer.GetProperty("items").GetArrayLength() == 4);

        await File.WriteAllTextAsync(folder.File("feeds.json"), NewsSite.FeedsJson([urls[0]]));
        await service.WhenAsync(async store => (await store.ListFeedsAsync(CancellationToken.None)).Count(f => !f.Removed) == 1);

        var articles = await service.GetWhenAsync("/api/v1/articles", _ => true);
        Assert.Equal(4, articles.GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task After_a_broken_edit_of_the_list_the_feeds_stay_and_the_next_good_edit_counts()
    {
        await using var site = await LoopbackSite.StartAsync();
        var urls = NewsSite.Fill(site, feeds: 1, items: 1);
        using var folder = new TemporaryFolder();
        await using var service = await RunningService.StartAsync(folder, NewsSite.FeedsJson(urls), site.Authority);
        await service.GetWhenAsync("/api/v1/articles", answer => answer.GetProperty("items").GetArrayLength() == 1);

        await File.WriteAllTextAsync(folder.File("feeds.json"), "{ \"feeds\": [ oops");
        await File.WriteAllTextAsync(folder.File("feeds.json"), NewsSite.FeedsJson([.. urls, site.Url("/more.xml")]));
        await service.WhenAsync(async store => (await store.ListFeedsAsync(CancellationToken.None)).Count == 2);

        Assert.DoesNotContain(await service.Store.ListFeedsAsync(CancellationToken.None), f => f.Removed);
    }

    [Fact]
    public async Task Starting_again_and_again_causes_no_fetch_that_was_not_due()
    {
        await using var site = await LoopbackSite.StartAsync();
        using var folder = new TemporaryFolder();
        var feeds = NewsSite.FeedsJson(NewsSite.Fill(site, feeds: 1, items: 2));
        for (var start = 0; start < 5; start++)
        {
            await using var service = await RunningService.StartAsync(folder, feeds, site.Authority);
            await service.GetWhenAsync("/api/v1/articles", answer => answer.GetProperty("items").GetArrayLength() == 2);
            // The service looks for due feeds as it starts; when its queues have been looked at, nothing more would come.
            await service.WhenAsync(async store => (await store.GetStatisticsAsync(TimeProvider.System.GetUtcNow(), CancellationToken.None)).Queues is { DueFeeds: 0, Unread: 0, Unassigned: 0 });
        }

        Assert.Single(site.Requests, r => r.Path == "/0/feed.xml");
    }

    [Fact]
    public async Task When_the_service_stops_the_log_is_put_into_the_file()
    {
        await using var site = await LoopbackSite.StartAsync();
        using var folder = new TemporaryFolder();
        await using (var service = await RunningService.StartAsync(folder, NewsSite.FeedsJson(NewsSite.Fill(site, 1, 1)), site.Authority))
            await service.GetWhenAsync("/api/v1/articles", answer => answer.GetProperty("items").GetArrayLength() == 1);

        Assert.False(File.Exists(Path.Combine(folder.File("data"), "aggregator.db-wal")));
    }

    [Fact]
    public async Task SIGTERM_stops_the_service_within_ten_seconds()
    {
        await using var site = await LoopbackSite.StartAsync();
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("feeds.json"), NewsSite.FeedsJson(NewsSite.Fill(site, feeds: 2, items: 3)));
        using var process = ServiceProcess.Start(
            "serve", "--feeds", folder.File("feeds.json"), "--data", folder.File("data"), "--urls", "http://127.0.0.1:0", "--allow-host", site.Authority, "--host-delay", "0");
        var error = process.StandardError.ReadToEndAsync();
        while (await process.StandardOutput.ReadLineAsync() is { } line && !line.StartsWith("Stop with", StringComparison.Ordinal))
        {
        }

        var output = process.StandardOutput.ReadToEndAsync();
        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
        using var tenSeconds = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        await process.WaitForExitAsync(tenSeconds.Token);

        Assert.True(process.ExitCode == 0, $"ended with {process.ExitCode}:\n{await output}\n{await error}");
    }

    [Fact]
    public async Task A_second_process_on_the_same_data_is_refused_with_a_message_that_names_the_folder()
    {
        await using var site = await LoopbackSite.StartAsync();
        using var folder = new TemporaryFolder();
        await using var service = await RunningService.StartAsync(folder, NewsSite.FeedsJson(NewsSite.Fill(site, 1, 1)), site.Authority);

        var (code, _, error) = await ServiceProcess.RunAsync("poll", "--feeds", folder.File("feeds.json"), "--data", folder.File("data"));

        Assert.Equal(2, code);
        Assert.Contains(folder.File("data"), error);
    }

    [Theory]
    [InlineData("serve")]
    [InlineData("demo")]
    public async Task Where_something_listens_already_one_line_names_the_address(string verb)
    {
        await using var site = await LoopbackSite.StartAsync();
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("feeds.json"), NewsSite.FeedsJson(NewsSite.Fill(site, feeds: 1, items: 1)));
        string[] own = verb == "serve" ? ["--feeds", folder.File("feeds.json"), "--data", folder.File("data"), "--allow-host", site.Authority] : [];

        var (code, output, error) = await ServiceProcess.RunAsync([verb, .. own, "--urls", $"http://{site.Authority}"]);

        Assert.Equal(1, code);
        Assert.Empty(site.Requests);
        Assert.DoesNotContain("Exception", output);
        Assert.StartsWith($"Failed to bind to address http://{site.Authority}: address already in use.", Assert.Single(error.TrimEnd().Split('\n')));
    }
}
