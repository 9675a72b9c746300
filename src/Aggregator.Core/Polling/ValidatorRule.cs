using Aggregator.Model;

namespace Aggregator.Polling;

/// <summary>Which validators are kept, replaced and sent (fetching.md rules 3–8).</summary>
internal static class ValidatorRule
{
    /// <summary>A 200 or 226 replaces both as a pair, also with nothing; a 304 updates what it carries; all else keeps both.</summary>
    public static FeedState Apply(FeedState state, PollObservation seen) => (seen.Fate, seen.Status) switch
    {
        (FetchFate.NotModified, 304) => state with { ETag = seen.ETag ?? state.ETag, LastModified = seen.LastModified ?? state.LastModified },
        (FetchFate.Updated or FetchFate.NotModified or FetchFate.Gone, 200 or 226 or 203) => state with
        {
            ETag = seen.ETag,
            LastModified = seen.LastModified,
            ValidatorsUrl = seen.ETag is null && seen.LastModified is null ? null : seen.FinalUrl,
        },
        _ => state,
    };

    public static bool Has(FeedState state) => state.ETag is not null || state.LastModified is not null;

    /// <summary>
    /// What the next request carries. Some servers answer 304 for ever, so that after <see cref="PollingOptions.FullReadAfter"/>, or
    /// <see cref="PollingOptions.DailyReadAfter"/> where that is known of the server, one request goes without validators;
    /// <see cref="FeedState.LastFullAt"/> moves with its answer. If it fails, the next such try waits as long as any unconditional poll.
    /// </summary>
    public static SentValidators Send(FeedState state, PollingOptions options, DateTimeOffset now)
    {
        if (!Has(state))
            return SentValidators.None;
        var memory = PollMemory.Read(state.PollMemory);
        var patience = memory.Late == true ? options.DailyReadAfter : options.FullReadAfter;
        var stuck = state.LastFate == FetchFate.NotModified && state.LastFullAt is { } full && now - full >= patience;
        return stuck && !(now - memory.FullTriedAt < options.UnconditionalFloor) ? SentValidators.None : memory.Sends ?? SentValidators.Both;
    }
}
