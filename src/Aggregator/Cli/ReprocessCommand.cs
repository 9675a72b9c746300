using System.CommandLine;
using System.Globalization;
using Aggregator.Api.Query;
using Aggregator.Configuration;
using Aggregator.Hosting;
using Aggregator.Pipeline;

namespace Aggregator.Cli;

/// <summary><c>reprocess</c>: extracts the kept pages again and records what changed.</summary>
internal static class ReprocessCommand
{
    public static Command Build(CommonOptions common, IReadOnlyList<string> keys)
    {
        var since = new Option<string?>("--since")
        {
            HelpName = "TIME",
            Description = "Only pages fetched since: an ISO 8601 date or time, or a span back from now such as 7d."
        };
        var dryRun = new Option<bool>("--dry-run") { Description = "Say what would change and change nothing; works beside a running service." };
        since.Validators.Add(result =>
        {
            if (result.GetValue(since) is { } text && !TimeExpression.TryParse(text, TimeProvider.System.GetUtcNow(), null, out _, out _))
                result.AddError($"--since must be {TimeExpression.Allowed}.");
        });
        var command = new Command("reprocess",
            "Extract the kept pages again with today's rules and record what changed as revisions (Aggregator:KeepPages keeps pages).") { since, dryRun };
        common.AddStore(command);
        command.SetAction((result, cancellation) => RunAsync(common.Read(result, keys), result.GetValue(since), result.GetValue(dryRun), cancellation));
        return command;
    }

    private static Task<int> RunAsync(CommandLineSettings settings, string? since, bool dryRun, CancellationToken cancellation)
    {
        var start = since is not null && TimeExpression.TryParse(since, TimeProvider.System.GetUtcNow(), null, out var at, out _)
            ? at
            : DateTimeOffset.UnixEpoch;
        return dryRun
            ? Startup.ReadAsync(settings, startup => ReprocessAsync(startup, start, dryRun, cancellation), cancellation)
            : Startup.RunAsync(settings, FeedsNeeded.No, startup => ReprocessAsync(startup, start, dryRun, cancellation), cancellation);
    }

    private static async Task<int> ReprocessAsync(Startup startup, DateTimeOffset since, bool dryRun, CancellationToken cancellation)
    {
        await using var services = new ServiceCollection()
            .AddLogging(logging => logging.AddSimpleConsole(c => c.SingleLine = true).AddFilter("Aggregator", LogLevel.Error))
            .AddPipeline(startup.Options, startup.Store)
            .BuildServiceProvider();
        var (pages, bytes) = await startup.Store.GetKeptPagesAsync(cancellation);
        if (pages == 0)
        {
            Console.WriteLine("No pages are kept. Set Aggregator:KeepPages to the megabytes that they may take, and what is read from then on can "
                + "be reprocessed.");
            return ExitCodes.Done;
        }

        var summary = new ReprocessSummary();
        await ProgressLine.ShowAsync(
            () => string.Create(CultureInfo.InvariantCulture, $"{summary.Pages} of {pages} pages read again, {summary.Changed} articles changed"),
            async token =>
            {
                await services.GetRequiredService<Reprocessing>().RunAsync(since, dryRun, summary, token);
                // What changed is tagged, indexed and numbered like any change.
                return dryRun ? 0 : await services.GetRequiredService<AssignStage>().RunAsync(token);
            },
            cancellation);
        Write(summary, bytes, dryRun);
        return ExitCodes.Done;
    }

    private static void Write(ReprocessSummary summary, long bytes, bool dryRun)
    {
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{summary.Pages} pages read again (all kept pages: {bytes / 1048576.0:0.0} MB), {summary.Changed} "
                + $"articles {(dryRun ? "would change" : "changed")}"));
        foreach (var (field, count) in summary.Fields)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {field,-10} {count}"));
        foreach (var (fault, count) in summary.Faults)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  left alone {count}: {fault}"));
    }
}
