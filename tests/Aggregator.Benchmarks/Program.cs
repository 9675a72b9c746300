// polling [FEEDS]         a simulated month of polling: ours, fixed 60 minutes, Miniflux's rule (default 10,000 feeds)
// stories [TOTAL]         what assigning an article (copy, story, tags) costs as the store grows, and a rebuild at start (default 1,000,000)
// pass FEEDS.json HOST    a whole pass over feeds that a local server serves at HOST: cold, then with nothing new
// extraction PAGES [STEP] [ROUNDS]  the bare parse, our reading, SmartReader and Readability over a folder of *.html.gz (default every page, 3 rounds)
// feeds FOLDER            feed parsing beside a bare XmlReader pass, CodeHollow.FeedReader, System.ServiceModel.Syndication and npm feedsmith, over the
//                         well-formed XML files of a folder
// million DATA [N]        N mixed queries (default 2,000) over HTTP on a store of a million articles, beside bare SQL
// insert DATA             insertion into that store (which grows) beside an empty one
// stores [N] [ROUNDS]     both stores side by side: insertion of N articles (default 20,000), start, and questions, ROUNDS times each (default 200)
// anything else           BenchmarkDotNet's own arguments, such as --filter *Extraction*
using System.Globalization;
using Aggregator;
using Aggregator.EndToEnd;
using Aggregator.Extraction;
using Aggregator.Million;
using Aggregator.Storage;
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
    case ["extraction", var folder, .. var rest]:
        return ExtractionComparison.Run(folder, Number(rest, 1), Number(rest.Length > 1 ? rest[1..] : [], 3), Console.Out);
    case ["feeds", var folder]:
        FeedParsingBenchmarkRounds.Run(folder, Console.Out);
        return 0;
    case ["million", var data, .. var rest]:
        return await MillionBenchmark.RunAsync(data, Number(rest, 2000));
    case ["insert", var data]:
        return await InsertionBenchmark.RunAsync(data);
    case ["stores", .. var rest]:
        await new StoresSideBySide(Number(rest, 20_000), Console.Out).RunAsync(Number(rest.Length > 1 ? rest[1..] : [], 200));
        return 0;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(PassBenchmark).Assembly).Run(args);
        return 0;
}

static int Number(string[] rest, int otherwise) => rest.Length > 0 ? int.Parse(rest[0], CultureInfo.InvariantCulture) : otherwise;
