using System.CommandLine;
using Aggregator.Configuration;
using Aggregator.Fetching;
using Aggregator.Hosting;
using Aggregator.Urls;

namespace Aggregator.Cli;

/// <summary><c>discover</c>: the feeds of a web page, each read to be sure.</summary>
internal static class DiscoverCommand
{
    public static Command Build(CommonOptions common, IReadOnlyList<string> keys)
    {
        var url = new Argument<string>("URL") { Description = "A page, a site or a feed." };
        var command = new Command("discover", "Find the feeds of a page and print each as one line of JSON, best first.") { url };
        common.AddPoliteness(command);
        command.SetAction((result, cancellation) => RunAsync(common.Read(result, keys), result.GetValue(url)!, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(CommandLineSettings settings, string address, CancellationToken cancellation)
    {
        if (Startup.Check(settings, FeedsNeeded.No) is not { } found)
            return ExitCodes.BadConfiguration;
        var given = address.Contains("://", StringComparison.Ordinal) ? address : "https://" + address;
        if (!Uri.TryCreate(given, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
        {
            await Console.Error.WriteLineAsync($"\"{address}\" is no http or https address.");
            return ExitCodes.BadConfiguration;
        }

        using var services = new FetchingServices(found.Options, RegistrableDomains.Default.Of, TimeProvider.System);
        var feeds =
            await ProgressLine.ShowAsync(() => $"looking for feeds of {url}", token => new FeedProbe(services.Feeds).ProbeAsync(url, token), cancellation);
        foreach (var feed in feeds)
            Console.WriteLine(JsonLines.Write(feed));
        if (feeds.Count > 0)
            return ExitCodes.Done;
        await Console.Error.WriteLineAsync($"{url} could not be fetched, or names no feed that can be read.");
        return ExitCodes.Failed;
    }
}
