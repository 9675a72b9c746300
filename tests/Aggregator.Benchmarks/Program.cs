using Aggregator.Benchmarks;

if (args is ["feeds", ..])
    BenchmarkDotNet.Running.BenchmarkRunner.Run<FeedParsingBenchmark>();
else if (args is ["polling", ..])
    PollingSimulation.Run(args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 10_000);
