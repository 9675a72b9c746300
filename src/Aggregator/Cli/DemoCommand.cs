using System.CommandLine;
using Aggregator.Configuration;
using Aggregator.Demo;
using Aggregator.Hosting;
using Aggregator.Model;
using Aggregator.Pipeline;

namespace Aggregator.Cli;

/// <summary><c>demo</c>: the whole path on sample outlets that the program serves to itself, without network.</summary>
internal static class DemoCommand
{
    // Quick enough to see the feed change while one looks at it, slow enough to read a headline.
    private static readonly TimeSpan NewsEvery = TimeSpan.FromSeconds(4);

    public static Command Build(CommonOptions common, IReadOnlyList<string> keys)
    {
        var command =
            new Command("demo", "Show the whole path on sample outlets that the program serves to itself; needs no network and leaves nothing behind.");
        command.Options.Add(common.Urls);
        command.Options.Add(common.Reader);
        command.Options.Add(common.Store);
        command.SetAction((result, cancellation) => RunAsync(common.Read(result, keys), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(CommandLineSettings settings, CancellationToken cancellation)
    {
        var world = DemoWorld.Load(TimeProvider.System.GetUtcNow());
        await using var site = await DemoSite.StartAsync(world, TimeProvider.System, cancellation);
        var folder = Directory.CreateTempSubdirectory("aggregator-demo-");
        try
        {
            FeedsFileWriter.Replace(Path.Combine(folder.FullName, "feeds.json"),
                FeedsFileWriter.Format([.. world.Outlets.Select(o => new FeedDefinition(site.FeedUrl(o), o.Name, o.Category))]));
            return await Startup.RunAsync(Settings(settings, site, folder.FullName), FeedsNeeded.Yes, startup => ServeAsync(startup, site, cancellation),
                cancellation);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<int> ServeAsync(Startup startup, DemoSite site, CancellationToken cancellation)
    {
        await using var app = ServiceHost.Build(startup);
        using var news = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var breaking = PublishAsync(app, site, news.Token);
        var code = await ServiceHost.RunAsync(app, startup, cancellation);
        await news.CancelAsync();
        await breaking;
        return code;
    }

    // An outlet that publishes tells the service, as a WebSub hub would; all else is the ordinary pipeline.
    private static async Task PublishAsync(WebApplication app, DemoSite site, CancellationToken cancellation)
    {
        var store = app.Services.GetRequiredService<Stores.IFeedStore>();
        var signals = app.Services.GetRequiredService<PipelineSignals>();
        using var timer = new PeriodicTimer(NewsEvery);
        try
        {
            while (site.HasMore && await timer.WaitForNextTickAsync(cancellation))
            {
                var url = site.FeedUrl(site.PublishNext());
                var feed = (await store.ListFeedsAsync(cancellation)).FirstOrDefault(f => f.Definition.Url == url);
                if (feed is null)
                    continue;
                await store.ScheduleFeedAsync(feed.Id, TimeProvider.System.GetUtcNow(), "the outlet says it has news", cancellation);
                signals.WakePoll();
            }

            // By the next beat the last of it is read and assigned.
            await timer.WaitForNextTickAsync(cancellation);
            await DemoTrends.WriteAsync(app.Services.GetRequiredService<Stores.IArticleQueries>(), TimeProvider.System.GetUtcNow(), ServiceHost.AddressOf(app),
                cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // The demo is over.
        }
    }

    private static CommandLineSettings Settings(CommandLineSettings given, DemoSite site, string folder) => given with
    {
        Options = new Dictionary<string, string?>(given.Options, StringComparer.OrdinalIgnoreCase)
        {
            ["Aggregator:Data"] = folder,
            ["Aggregator:Feeds"] = Path.Combine(folder, "feeds.json"),
            ["Aggregator:AllowHosts:0"] = $"*.localhost:{site.Port}",
            ["Aggregator:FeedHostDelay"] = "0",
            ["Aggregator:PageHostDelay"] = "0",
        },
    };
}
