using Aggregator.Model;
using Aggregator.Stores;

namespace Aggregator.Pipeline;

/// <summary>The way of a document's entries into the store, the same for polled and for pushed ones.</summary>
internal sealed class EntryIntake(IPollStore store, ComputeGate computing, PipelineSignals signals, PipelineMetrics metrics, TimeProvider time)
{
    /// <summary>Reads a document and its entries off the caller's thread, as this is computing and not waiting, and asks which of them are known.</summary>
    /// <param name="parse">Makes of the bytes what the caller needs.</param>
    /// <param name="document">The document in it; null where there is none, which has no entries.</param>
    /// <param name="url">Where the document came from.</param>
    /// <param name="bytes">Size of the document.</param>
    public async Task<ReadEntries<T>> ReadAsync<T>(
        Feed feed, Func<T> parse, Func<T, ParsedFeed?> document, Uri url, long bytes, CancellationToken cancellation)
    {
        var (reading, entries) = await computing.RunAsync<(T, IReadOnlyList<IdentifiedEntry>)>(
            () =>
            {
                var reading = parse();
                return (reading, document(reading) is { } parsed ? EntryReading.Read(feed, parsed, url, time.GetUtcNow()) : []);
            },
            bytes, cancellation);
        var known = entries.Count == 0 ? 0 : await store.CountKnownSightingsAsync(feed.Id, [.. entries.Select(e => e.EntryKey)], cancellation);
        return new ReadEntries<T>(reading, entries, known);
    }

    /// <summary>Commits, counts and wakes the stages that come after.</summary>
    public async Task<TakenPoll> CommitAsync(PollCommit commit, CancellationToken cancellation)
    {
        var outcome = await store.CommitPollAsync(commit, cancellation);
        var fetch = commit.Fetch with { New = outcome.New, Changed = outcome.Changed };
        if (commit.Sent)
            metrics.Fetched(fetch);
        if (outcome is not { New: 0, Changed: 0 })
        {
            signals.WakeRead();
            signals.WakeAssign();
        }

        return new TakenPoll(fetch, outcome.MergedInto);
    }
}

/// <summary>A document that was read, with its entries.</summary>
/// <param name="Known">How many of the entries the feed had named before.</param>
internal sealed record ReadEntries<T>(T Reading, IReadOnlyList<IdentifiedEntry> Entries, int Known);

/// <summary>A commit that was taken.</summary>
/// <param name="Fetch">As the history has it.</param>
/// <param name="MergedInto">The feed that this one moved to; null when it did not.</param>
internal sealed record TakenPoll(FetchRecord Fetch, long? MergedInto);
