namespace Aggregator.Configuration;

/// <summary>Settings of the API, from the section <c>Aggregator:Api</c>.</summary>
public sealed class ApiOptions
{
    public const string Section = "Aggregator:Api";

    /// <summary>The largest body of a write, bytes: an OPML file of some ten thousand feeds.</summary>
    public const long MaxBody = 4 << 20;

    /// <summary>Reading needs a key too. Writing always does.</summary>
    public bool ReadersNeedKey { get; set; }

    /// <summary>
    /// Anyone may read although the service listens beyond this machine. Without it and without <see cref="ReadersNeedKey"/> it does not start there.
    /// </summary>
    public bool OpenReading { get; set; }

    /// <summary>
    /// Requests that one client may make per minute on average. Merged feeds from memory cost microseconds, queries milliseconds: 600 is ten a
    /// second.
    /// </summary>
    public int RequestsPerMinute { get; set; } = 600;

    /// <summary>Requests that one client may make at once before the average counts.</summary>
    public int RequestBurst { get; set; } = 300;

    /// <summary>Limit clients on this machine too. Off by default: they are the owner's, or a proxy's that limits by itself.</summary>
    public bool LimitLoopback { get; set; }

    /// <summary>The longest that a query may run before it is answered with 503. Exports and the stream are not bounded.</summary>
    public TimeSpan QueryTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a merged feed is served without asking the database for its newest change.</summary>
    public TimeSpan FeedFreshness { get; set; } = TimeSpan.FromMilliseconds(250);

    /// <summary>Memory for rendered feeds, bytes.</summary>
    public long FeedCacheBytes { get; set; } = 32 << 20;

    /// <summary>Open event streams at a time, a tenth of them for one client.</summary>
    public int MaxStreams { get; set; } = 100;
}
