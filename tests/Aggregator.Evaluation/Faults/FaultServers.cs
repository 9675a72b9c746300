using System.Text.Json;

namespace Aggregator.Faults;

/// <summary>
/// Three processes of the server of faults: it has one thread, so that paths that flood and paths that take work would delay all others. Every
/// path has a host of its own too, so that the pauses and cool-downs of one touch no other.
/// </summary>
internal sealed class FaultServers(FaultServer floods, FaultServer busy, FaultServer quiet) : IDisposable
{
    private FaultServer[] All => [floods, busy, quiet];

    public IEnumerable<string> Authorities => All.SelectMany(server => new[] { $"*.localhost:{server.Port}", $"127.0.0.1:{server.Port}" });

    public static async Task<FaultServers> StartAsync(string script) => new(await FaultServer.StartAsync(script), await FaultServer.StartAsync(script), await FaultServer.StartAsync(script));

    public static string HostOf(string path) => path.Trim('/').Replace('/', '-').Replace(".", "", StringComparison.Ordinal).ToLowerInvariant();

    /// <summary>No fault itself, but on a host that asks to back off for a year: it may not be asked at all.</summary>
    public string Neighbour => Url("/neighbour", HostOf("/s/429-year"));

    public Task<IReadOnlyList<string>> PathsAsync() => quiet.PathsAsync();

    public int PortOf(string path) => path switch
    {
        ['/', 't', '/', 'e', 'n', 'd', ..] => floods.Port,
        ['/', 't' or 'z' or 'x', '/', ..] => busy.Port,
        _ => quiet.Port,
    };

    public string Url(string path, string? host = null) => $"http://{host ?? HostOf(path)}.localhost:{PortOf(path)}{path}";

    public async Task<IReadOnlyList<JsonElement>> LogsAsync() => await Task.WhenAll(All.Select(server => server.LogAsync()));

    public void Dispose()
    {
        foreach (var server in All)
            server.Dispose();
    }
}
