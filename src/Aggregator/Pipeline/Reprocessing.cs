using System.Runtime.CompilerServices;
using Aggregator.Stores;

namespace Aggregator.Pipeline;

/// <summary>
/// Extracts the kept pages again with today's rules. Each article that comes out otherwise is revised in a transaction of its own, so that the work may
/// stop at any point; done again, it finds what it has done unchanged.
/// </summary>
internal sealed class Reprocessing(IPageStore store, TimeProvider time)
{
    // Some megabytes of packets at a time.
    private const int Batch = 20;

    public async Task<ReprocessSummary> RunAsync(DateTimeOffset since, bool dryRun, ReprocessSummary summary, CancellationToken cancellation)
    {
        await OrderedWork.RunAsync(PagesAsync(since, cancellation), Read, Take, cancellation);
        return summary;

        async Task Take(Result result)
        {
            summary.Count(result.Changed, result.Fault);
            if (result.Revision is { } revision && !dryRun)
                await store.ReviseAsync(revision, cancellation);
        }
    }

    private async IAsyncEnumerable<KeptArticle> PagesAsync(DateTimeOffset since, [EnumeratorCancellation] CancellationToken cancellation)
    {
        for (long after = 0; await store.ListKeptPagesAsync(after, since, Batch, cancellation) is { Count: > 0 } batch; after = batch[^1].Place)
        {
            foreach (var page in batch)
                yield return page;
        }
    }

    private Result Read(KeptArticle kept)
    {
        try
        {
            var (before, page) = PagePacket.Unpack(kept.Packet);
            var read = ArticleReading.Read(before, page, time.GetUtcNow());
            if (PageDifference.Target(kept, before, read) is not { } target)
                return new Result([], null, "the page asks not to be stored");
            var earlier = PageDifference.Of(kept.Article, target);
            if (earlier.Count == 0)
                return new Result([], null, null);
            var reason = $"read again by today's rules: {string.Join(", ", earlier.Keys)}";
            return new Result([.. earlier.Keys], new ArticleRevision(kept.Article.Id, target, read.Fate, read.Reason, earlier, reason, time.GetUtcNow()), null);
        }
#pragma warning disable CA1031 // one page of thousands must not stop the others; what it was is counted and said
        catch (Exception e)
#pragma warning restore CA1031
        {
            return new Result([], null, $"{e.GetType().Name}: {e.Message}");
        }
    }

    private sealed record Result(IReadOnlyList<string> Changed, ArticleRevision? Revision, string? Fault);
}

/// <summary>What came of it so far.</summary>
internal sealed class ReprocessSummary
{
    private readonly SortedDictionary<string, int> _fields = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _faults = new(StringComparer.Ordinal);

    public int Pages { get; private set; }

    public int Changed { get; private set; }

    /// <summary>Articles by the field that changed.</summary>
    public IReadOnlyDictionary<string, int> Fields => _fields;

    /// <summary>Pages that were left alone, by the reason.</summary>
    public IReadOnlyDictionary<string, int> Faults => _faults;

    public void Count(IReadOnlyList<string> changed, string? fault)
    {
        Pages++;
        Changed += changed.Count > 0 ? 1 : 0;
        foreach (var field in changed)
            _fields[field] = _fields.GetValueOrDefault(field) + 1;
        if (fault is not null)
            _faults[fault] = _faults.GetValueOrDefault(fault) + 1;
    }
}
