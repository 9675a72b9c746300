using Aggregator.Stores;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;

namespace Aggregator.Storage;

/// <summary>Poll, read and assign 1,000 articles of 300–1,000 words into a store that holds some already.</summary>
[SimpleJob(RunStrategy.Monitoring, iterationCount: 5)]
[MemoryDiagnoser]
public class StoreInsertBenchmarks
{
    private const int Articles = 1000;

    private readonly string _folder = Directory.CreateTempSubdirectory("aggregator-bench-").FullName;
    private readonly ArticleGenerator _generator = new(1);
    private IStore _store = null!;
    private int _next;

    [Params(0, 20_000)]
    public int Stored { get; set; }

    [GlobalSetup]
    public async Task SetupAsync()
    {
        _store = await StoreFill.OpenAsync(_folder);
        await StoreFill.AddAsync(_store, _generator, 0, Stored, readPages: false);
        _next = Stored;
    }

    [GlobalCleanup]
    public async Task CleanupAsync()
    {
        await _store.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Benchmark(OperationsPerInvoke = Articles)]
    public async Task PollReadAssign()
    {
        await StoreFill.AddAsync(_store, _generator, _next, Articles, readPages: true);
        _next += Articles;
    }
}
