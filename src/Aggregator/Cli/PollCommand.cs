using System.CommandLine;
using System.Globalization;
using Aggregator.Configuration;
using Aggregator.Hosting;
using Aggregator.Model;
using Aggregator.Pipeline;
using Aggregator.Scheduling;

namespace Aggregator.Cli;

/// <summary><c>poll</c>: one pass over all or named feeds, then a summary.</summary>
internal static class PollCommand
{
    public static Command Build(CommonOptions common, IReadOnlyList<string> keys)
    {
        var names =
            new Argument<string[]>("FEED") { Arity = ArgumentArity.ZeroOrMore, Description = "Titles or addresses of feeds; all feeds when none is named." };
        var due = new Option<bool>("--due") { Description = "Poll only the feeds whose time has come." };
        var command = new Command("poll", "Poll feeds once, read and assign what is new, print a summary and exit.") { names, due };
        common.AddFetching(command);
        command.SetAction((result, cancellation) =>
            RunAsync(common.Read(result, keys), result.GetValue(names) ?? [], result.GetValue(due), cancellation));
        return command;
    }

    private static Task<int> RunAsync(CommandLineSettings settings, string[] names, bool dueOnly, CancellationToken cancellation) =>
        Startup.RunAsync(settings, FeedsNeeded.Yes, async startup =>
        {
            await using var services = Services(startup);
            await services.GetRequiredService<FeedList>().SyncAsync(startup.Feeds, announce: false, cancellation);
            if (await ChooseAsync(startup, names, cancellation) is not { } chosen)
                return ExitCodes.BadConfiguration;
            var metrics = services.GetRequiredService<PipelineMetrics>().Pass;
            var visits = await ProgressLine.ShowAsync(
                () => string.Create(CultureInfo.InvariantCulture,
                    $"polled {metrics.Polled} of {chosen.Count} feeds, {metrics.New} new articles, {metrics.Read} pages read, {metrics.Assigned} assigned"),
                token => services.GetRequiredService<OnePass>().RunAsync(dueOnly ? null : chosen, token),
                cancellation);
            PollSummary.Write(visits, metrics);
            return ExitCodes.Done;
        }, cancellation);

    private static ServiceProvider Services(Startup startup) => new ServiceCollection()
        .AddLogging(logging => logging.AddConfiguration(startup.Configuration.GetSection("Logging")).AddSimpleConsole(c => c.SingleLine = true)
            // The summary tells of each failure; only our own errors are worth a line in between.
            .AddFilter("Aggregator", LogLevel.Error))
        .AddPipeline(startup.Options, startup.Store)
        .BuildServiceProvider();

    private static async Task<IReadOnlyCollection<long>?> ChooseAsync(Startup startup, string[] names, CancellationToken cancellation)
    {
        var feeds = (await startup.Store.ListFeedsAsync(cancellation)).Where(f => !f.Removed && !f.Definition.Disabled && !f.State.Gone).ToList();
        if (names.Length == 0)
            return [.. feeds.Select(f => f.Id)];
        var unknown = names.Where(n => !feeds.Exists(f => Is(f, n))).ToList();
        foreach (var name in unknown)
            await Console.Error.WriteLineAsync($"No feed has the title or address \"{name}\".");
        return unknown.Count > 0 ? null : [.. feeds.Where(f => names.Any(n => Is(f, n))).Select(f => f.Id)];
    }

    private static bool Is(Feed feed, string name) =>
        feed.Definition.Url == name || string.Equals(feed.Definition.Title, name, StringComparison.OrdinalIgnoreCase);
}
