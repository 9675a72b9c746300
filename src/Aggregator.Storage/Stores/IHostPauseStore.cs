using Aggregator.Model;

namespace Aggregator.Stores;

/// <summary>Which hosts asked not to be visited for a while, over a restart.</summary>
public interface IHostPauseStore
{
    /// <summary>The pauses as they were saved last, in any order.</summary>
    Task<IReadOnlyList<HostPause>> ListHostPausesAsync(CancellationToken cancellation);

    /// <summary>Saves pauses that began, grew or ended, one a host; drops those, of any host, that mean nothing any more at <paramref name="now"/>.</summary>
    Task SaveHostPausesAsync(IReadOnlyList<HostPause> pauses, DateTimeOffset now, CancellationToken cancellation);
}
