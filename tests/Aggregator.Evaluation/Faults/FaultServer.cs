using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;

namespace Aggregator.Faults;

/// <summary>A process of the server of faults beside the corpora, on two free ports: one for the faults, one that nobody may be led to.</summary>
internal sealed class FaultServer : IDisposable
{
    private readonly Process _process;
    private readonly HttpClient _client = new();

    // Bodies without end end after 48 MB: far beyond every limit, and soon enough that the server's one thread is free again (--max-mb).
    private FaultServer(Process process, int port, int canary) => (_process, Port, Canary) = (process, port, canary);

    public int Port { get; }

    public int Canary { get; }

    public static async Task<FaultServer> StartAsync(string script)
    {
        var (port, canary) = (FreePort(), FreePort());
        var start = new ProcessStartInfo("python3", [script, "--port", Text(port), "--canary", Text(canary), "--warm", "--max-mb", "48"]) { RedirectStandardOutput = true };
        var process = Process.Start(start) ?? throw new InvalidOperationException("python3 could not be started; the server of faults needs it.");
        var line = await process.StandardOutput.ReadLineAsync();
        return line is not null && line.StartsWith("faults on", StringComparison.Ordinal)
            ? new FaultServer(process, port, canary)
            : throw new InvalidOperationException($"The server of faults did not start: {line}");
    }

    /// <summary>The paths that it serves.</summary>
    public async Task<IReadOnlyList<string>> PathsAsync()
    {
        var index = await _client.GetFromJsonAsync<JsonElement>($"http://127.0.0.1:{Port}/");
        return [.. index.GetProperty("faults").EnumerateArray().Select(fault => fault.GetProperty("path").GetString()!)];
    }

    public Task<JsonElement> LogAsync() => _client.GetFromJsonAsync<JsonElement>($"http://127.0.0.1:{Port}/_log");

    public void Dispose()
    {
        _client.Dispose();
        _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
