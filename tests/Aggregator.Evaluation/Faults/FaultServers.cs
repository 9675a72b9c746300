using System.Text.Json;

namespace Aggregator.Faults;

/// <summary>
/// Two processes of the server of faults: it has one thread, so that the paths that keep it busy would delay all others. Every path has a
/// host of its own too, so that the pauses and cool-downs of one touch no other.
/// </summary>
internal sealed class FaultServers(FaultServer busy, FaultServer quiet) : IDisposable
{
    public IEnumerable<string> Authorities => [$"*.localhost:{busy.Port}", $"127.0.0.1:{busy.Port}", $"*.localhost:{quiet.Port}", $"127.0.0.1:{quiet.Port}"];

    public static async Task<FaultServers> StartAsync(string script) => new(await FaultServer.StartAsync(script), await FaultServer.StartAsync(script));

    public static string HostOf(string path) => path.Trim('/').Replace('/', '-').Replace(".", "", StringComparison.Ordinal).ToLowerInvariant();

    public Task<IReadOnlyList<string>> PathsAsync() => quiet.PathsAsync();

    public int PortOf(string path) => (path.StartsWith("/t/", StringComparison.Ordinal) || path.StartsWith("/z/", StringComparison.Ordinal) || path.StartsWith("/x/", StringComparison.Ordinal) ? busy : quiet).Port;

    public string Url(string path, string? host = null) => $"http://{host ?? HostOf(path)}.localhost:{PortOf(path)}{path}";

    public async Task<IReadOnlyList<JsonElement>> LogsAsync() => [await busy.LogAsync(), await quiet.LogAsync()];

    public void Dispose()
    {
        busy.Dispose();
        quiet.Dispose();
    }
}
