namespace Aggregator.Api.Merged;

/// <param name="Sequence">Number of the newest change among the feed's entries.</param>
/// <param name="At">Its time; null for an empty feed.</param>
/// <param name="Modified">
/// Last-Modified, in whole seconds: another one for every state of the feed that was asked for, and never an earlier one, since readers that send only
/// the date would miss what came in the same second, or what left the feed. Null for a feed that was always empty.
/// </param>
/// <param name="Global">The newest sequence number of all when this was asked.</param>
/// <param name="AskedAt">Time stamp of the asking.</param>
internal sealed record NewestChange(long Sequence, DateTimeOffset? At, DateTimeOffset? Modified, long Global, long AskedAt)
{
    /// <summary>The feed's own <c>updated</c>: it never stands still while the feed changes either.</summary>
    public DateTimeOffset? Updated => At is { } at && Modified is { } modified ? (at > modified ? at : modified) : At ?? Modified;

    /// <param name="before">What was known of the same feed; null for nothing.</param>
    /// <param name="windowMoved">When the feed's window of time last moved on, which takes entries out of it; null where it has none that moves.</param>
    public static NewestChange After(NewestChange? before, long sequence, DateTimeOffset? at, DateTimeOffset? windowMoved, long global, long now)
    {
        var second = WholeSecond(Later(at, windowMoved));
        if (before?.Modified is { } last)
        {
            var least = before.Sequence == sequence ? last : last.AddSeconds(1);
            second = Later(second, least);
        }

        return new NewestChange(sequence, at, second, global, now);
    }

    private static DateTimeOffset? Later(DateTimeOffset? a, DateTimeOffset? b) => a is null || b > a ? b : a;

    private static DateTimeOffset? WholeSecond(DateTimeOffset? at) => at is { } time ? DateTimeOffset.FromUnixTimeSeconds(time.ToUnixTimeSeconds()) : null;
}
