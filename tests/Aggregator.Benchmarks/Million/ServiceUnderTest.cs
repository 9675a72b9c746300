using System.Diagnostics;
using System.Globalization;

namespace Aggregator.Million;

/// <summary>The real service in a process of its own, on a store that is there already; its one feed is switched off, so it only serves.</summary>
internal sealed class ServiceUnderTest : IAsyncDisposable
{
    private readonly Process _process;
    private readonly DirectoryInfo _folder;

    private ServiceUnderTest(Process process, DirectoryInfo folder, Uri address)
    {
        (_process, _folder) = (process, folder);
        Client = new HttpClient { BaseAddress = address };
    }

    public HttpClient Client { get; }

    public int Id => _process.Id;

    public static async Task<ServiceUnderTest> StartAsync(string data)
    {
        var folder = Directory.CreateTempSubdirectory("aggregator-million-");
        var feeds = Path.Combine(folder.FullName, "feeds.json");
        await File.WriteAllTextAsync(feeds, """{ "feeds": [ { "url": "https://nobody.example/feed", "title": "Nobody", "category": "None", "disabled": true } ] }""");
        var program = Path.Combine(AppContext.BaseDirectory, "Aggregator.dll");
        var start = new ProcessStartInfo("dotnet", ["exec", program, "serve", "--data", data, "--feeds", feeds, "--urls", "http://127.0.0.1:0"]) { RedirectStandardOutput = true };
        var process = Process.Start(start) ?? throw new InvalidOperationException("The service could not be started.");
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.IndexOf("http://", StringComparison.Ordinal) is var at and >= 0)
                return new ServiceUnderTest(process, folder, new Uri(line[at..]));
        }

        throw new InvalidOperationException("The service ended before it listened.");
    }

    /// <summary>The most memory that the process ever held, MiB.</summary>
    public double PeakMemory() => Memory("VmHWM:");

    private double Memory(string name) => File.ReadLines($"/proc/{Id.ToString(CultureInfo.InvariantCulture)}/status")
        .Where(line => line.StartsWith(name, StringComparison.Ordinal))
        .Select(line => double.Parse(line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024).Single();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }
}
