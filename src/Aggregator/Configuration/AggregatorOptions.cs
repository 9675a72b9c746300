using Aggregator.Model;

namespace Aggregator.Configuration;

/// <summary>
/// The settings of the service, from the section <c>Aggregator</c> of <c>appsettings.json</c>, the environment
/// (<c>Aggregator__Data=…</c>) and the command line. All are checked at start and all faults are listed together.
/// </summary>
public sealed class AggregatorOptions
{
    public const string Section = "Aggregator";

    /// <summary>The list of feeds, read again whenever it changes.</summary>
    public string Feeds { get; set; } = "feeds.json";

    /// <summary>Which library reads the documents of feeds, where a feed does not name its own: own or codehollow (readers.md).</summary>
    public FeedReaderKind Reader { get; set; }

    /// <summary>The folder that holds the database; made when missing.</summary>
    public string Data { get; set; } = "data";

    /// <summary>The engine that keeps the data: <c>sqlite</c> or <c>litedb</c>; a data folder belongs to one of them.</summary>
    public string Store { get; set; } = "sqlite";

    /// <summary>A list of topics and names to use in place of the built-in one; null for the built-in one.</summary>
    public string? Topics { get; set; }

    /// <summary>The address that the outside knows this service by, without a trailing slash, for links in feeds; null to take it from each request.</summary>
    public string? PublicUrl { get; set; }

    /// <summary>
    /// Names that the service answers to beside those of this machine and <see cref="PublicUrl"/>'s: what a proxy on this machine passes on as Host.
    /// Of other names no links are made.
    /// </summary>
    public IList<string> AllowedHosts { get; init; } = [];

    /// <summary>Subscribe to feeds at the hubs that they name (WebSub), which then push to <see cref="PublicUrl"/>; needs that address.</summary>
    public bool WebSub { get; set; }

    /// <summary>Hosts on private or loopback addresses that may be fetched, as <c>name</c> or <c>name:port</c>.</summary>
    public IList<string> AllowHosts { get; init; } = [];

    /// <summary>Least seconds between two feed requests to one host, 0–3600 (fetching.md rule 14: 1).</summary>
    public double FeedHostDelay { get; set; } = 1;

    /// <summary>Least seconds between two page requests to one host, 0–3600.</summary>
    public double PageHostDelay { get; set; } = 2;

    /// <summary>
    /// Least seconds between two requests of any kind to a host or to all hosts of a registrable domain, 0–3600, in place of the two above.
    /// reddit.com answers about one request a minute per address (fetching.md rule 14).
    /// </summary>
    public IDictionary<string, double> HostDelays { get; init; } = new Dictionary<string, double> { ["reddit.com"] = 60 };

    /// <summary>Requests under way to one host at a time, 1–64.</summary>
    public int HostConcurrency { get; set; } = 1;

    /// <summary>Requests under way in all, 1–256.</summary>
    public int Concurrency { get; set; } = 16;

    /// <summary>Sent with every request: name, version and where to read about it.</summary>
    public string UserAgent { get; set; } = "Aggregator/0.2 (+https://github.com/aggregator/aggregator)";

    /// <summary>The largest feed document after decompression, bytes, 1 KiB–1 GiB (fetching.md rule 21: 10 MiB).</summary>
    public long MaxFeedBytes { get; set; } = 10 << 20;

    /// <summary>The largest article page after decompression, bytes, 1 KiB–1 GiB.</summary>
    public long MaxPageBytes { get; set; } = 10 << 20;

    /// <summary>
    /// Megabytes of article pages that are kept as fetched (compressed), for <c>reprocess</c>, 0–1,000,000; the oldest are dropped for new ones. 0
    /// keeps none.
    /// </summary>
    public int KeepPages { get; set; }

    /// <summary>Entries kept of one document, the newest, 1–100,000 (fetching.md rule 21: 1,000).</summary>
    public int MaxEntries { get; set; } = 1000;

    /// <summary>Shortest own interval between polls of a feed, minutes, 1–1440.</summary>
    public int MinIntervalMinutes { get; set; } = 5;

    /// <summary>Longest own interval between polls of a feed, minutes, up to 10,080.</summary>
    public int MaxIntervalMinutes { get; set; } = 1440;

    /// <summary>
    /// Least minutes between two conditional polls of a feed whose publisher says nothing of how often to come, 0–1440 (fetching.md rule 2: 60).
    /// A stated freshness or ttl, or the owner's interval, that is shorter lets polls come that often, down to <see cref="MinIntervalMinutes"/>.
    /// </summary>
    public int CourtesyMinutes { get; set; } = 60;

    /// <summary>The same for polls that cannot be conditional because the server gives no validators, 0–10,080 (fetching.md rule 2: 1440).</summary>
    public int UnconditionalCourtesyMinutes { get; set; } = 1440;

    /// <summary>
    /// Hours of each day in which no feed is polled, such as <c>23:00-06:00 Europe/Berlin</c>, where a feed does not name its own; null for none.
    /// </summary>
    public string? QuietHours { get; set; }

    /// <summary>Interval of a feed of which nothing is known yet, minutes.</summary>
    public int FirstIntervalMinutes { get; set; } = 60;
}
