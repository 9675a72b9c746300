namespace Aggregator.Polling;

/// <summary>A moment at which a feed's owner wants it polled.</summary>
/// <param name="Name">For the reason of the poll: <c>fixed time 06:30 Europe/Berlin</c>.</param>
public sealed record FixedTime(DateTimeOffset At, string Name);
