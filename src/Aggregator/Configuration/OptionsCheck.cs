using System.Globalization;

namespace Aggregator.Configuration;

/// <summary>Finds every fault of the settings at once, so that nobody has to mend them one start at a time.</summary>
internal static class OptionsCheck
{
    public static IReadOnlyList<string> Faults(AggregatorOptions options)
    {
        var faults = new List<string>();
        Within(nameof(options.FeedHostDelay), options.FeedHostDelay, 0, 3600, "seconds");
        Within(nameof(options.PageHostDelay), options.PageHostDelay, 0, 3600, "seconds");
        Within(nameof(options.HostConcurrency), options.HostConcurrency, 1, 64, "requests");
        Within(nameof(options.Concurrency), options.Concurrency, 1, 256, "requests");
        Within(nameof(options.MaxFeedBytes), options.MaxFeedBytes, 1 << 10, 1 << 30, "bytes");
        Within(nameof(options.MaxPageBytes), options.MaxPageBytes, 1 << 10, 1 << 30, "bytes");
        Within(nameof(options.KeepPages), options.KeepPages, 0, 1_000_000, "megabytes");
        Within(nameof(options.MaxEntries), options.MaxEntries, 1, 100_000, "entries");
        Within(nameof(options.MinIntervalMinutes), options.MinIntervalMinutes, 1, 1440, "minutes");
        Within(nameof(options.MaxIntervalMinutes), options.MaxIntervalMinutes, options.MinIntervalMinutes, 10_080, "minutes");
        Within(nameof(options.FirstIntervalMinutes), options.FirstIntervalMinutes, options.MinIntervalMinutes, options.MaxIntervalMinutes, "minutes");
        Within(nameof(options.CourtesyMinutes), options.CourtesyMinutes, 0, 1440, "minutes");
        Within(nameof(options.UnconditionalCourtesyMinutes), options.UnconditionalCourtesyMinutes, 0, 10_080, "minutes");
        foreach (var (host, delay) in options.HostDelays)
            Within($"{nameof(options.HostDelays)}:{host}", delay, 0, 3600, "seconds");
        Filled(nameof(options.Feeds), options.Feeds);
        Filled(nameof(options.Data), options.Data);
        if (options.Store is not ("sqlite" or "litedb"))
            Add(nameof(options.Store), $"must be sqlite or litedb, not \"{options.Store}\"");
        Filled(nameof(options.UserAgent), options.UserAgent);
        if (options.PublicUrl is { Length: > 0 } url && !(Uri.TryCreate(url, UriKind.Absolute, out var u) && u.Scheme is "http" or "https"))
            Add(nameof(options.PublicUrl), $"must be an absolute http or https address, not \"{url}\"");
        if (options.WebSub && string.IsNullOrEmpty(options.PublicUrl))
            Add(nameof(options.WebSub), $"needs {AggregatorOptions.Section}:{nameof(options.PublicUrl)}, the address that hubs can push to");
        foreach (var host in options.AllowHosts.Where(h => !IsHost(h)))
            Add(nameof(options.AllowHosts), $"must hold names or name:port, not \"{host}\"");
        foreach (var host in options.AllowedHosts.Where(h => Uri.CheckHostName(h) == UriHostNameType.Unknown))
            Add(nameof(options.AllowedHosts), $"must hold names of this service without port, not \"{host}\"");
        QuietText.Parse(options.QuietHours, out var quietFault);
        if (quietFault is not null)
            Add(nameof(options.QuietHours), quietFault);
        if (options.Topics is { Length: > 0 } topics && !File.Exists(topics))
            Add(nameof(options.Topics), $"names a file that does not exist: {topics}");
        return faults;

        void Add(string key, string fault) => faults.Add($"{AggregatorOptions.Section}:{key} {fault}.");

        void Filled(string key, string? value)
        {
            if (string.IsNullOrWhiteSpace(value))
                Add(key, "must not be empty");
        }

        void Within(string key, double value, double least, double most, string unit)
        {
            if (!(value >= least && value <= most))
                Add(key, string.Create(CultureInfo.InvariantCulture, $"must be {least} to {most} {unit}, not {value}"));
        }
    }

    private static bool IsHost(string host)
    {
        var colon = host.LastIndexOf(':');
        var name = colon > 0 && !host.EndsWith(']') ? host[..colon] : host;
        var portIsGood = colon <= 0 || host.EndsWith(']') || ushort.TryParse(host.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out _);
        var bare = name.StartsWith("*.", StringComparison.Ordinal) ? name[2..] : name;
        return portIsGood && Uri.CheckHostName(bare) != UriHostNameType.Unknown;
    }
}
