// polling [FEEDS]         a simulated month of polling: ours, fixed 60 minutes, Miniflux's rule (default 10,000 feeds)
// stories [TOTAL]         what assigning an article (copy, story, tags) costs as the store grows, and a rebuild at start (default 1,000,000)
// pass FEEDS.json HOST    a whole pass over feeds that a local server serves at HOST: cold, then with nothing new
// anything else           BenchmarkDotNet's own arguments, such as --filter *Extraction*
using System.Globalization;
using Aggregator;
using Aggregator.EndToEnd;
using BenchmarkDotNet.Running;

switch (args)
{
    case ["polling", .. var rest]:
        PollingSimulation.Run(Number(rest, 10_000));
        return 0;
    case ["stories", .. var rest]:
        new StoryAssignment(Console.Out).Run(Number(rest, 1_000_000));
        return 0;
    case ["pass", var feeds, var host]:
        return await PassBenchmark.RunAsync(feeds, host);
    default:
        BenchmarkSwitcher.FromAssembly(typeof(PassBenchmark).Assembly).Run(args);
        return 0;
}

static int Number(string[] rest, int otherwise) => rest.Length > 0 ? int.Parse(rest[0], CultureInfo.InvariantCulture) : otherwise;
