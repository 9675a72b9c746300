using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;

namespace Aggregator.Faults;

/// <summary>The real service in a process of its own, with what it says and how much memory it takes.</summary>
internal sealed class ServiceUnderTest : IAsyncDisposable
{
    private const string ReadLine = "Read ";

    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "Aggregator.dll");

    private readonly Process _process;

    private ServiceUnderTest(Process process, ConcurrentQueue<string> lines, string address, string key)
    {
        _process = process;
        Lines = lines;
        Client = new HttpClient { BaseAddress = new Uri(address), Timeout = TimeSpan.FromSeconds(60) };
        Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
    }

    public HttpClient Client { get; }

    /// <summary>What it has written so far.</summary>
    public ConcurrentQueue<string> Lines { get; }

    public bool HasEnded => _process.HasExited;

    /// <summary>The most memory that it has held at one time, bytes.</summary>
    public long PeakBytes
    {
        get
        {
            var line = File.ReadLines($"/proc/{_process.Id.ToString(CultureInfo.InvariantCulture)}/status").First(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
            return long.Parse(line.AsSpan(6, line.Length - 9), NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture) * 1024;
        }
    }

    public static async Task<ServiceUnderTest> StartAsync(string key, params IEnumerable<string> arguments)
    {
        var process = Start(["serve", "--urls", "http://127.0.0.1:0", .. arguments]);
        var lines = new ConcurrentQueue<string>();
        var address = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        process.OutputDataReceived += (_, line) => Heard(line.Data);
        process.ErrorDataReceived += (_, line) => Heard(line.Data);
        process.EnableRaisingEvents = true;
        process.Exited += (_, _) => address.TrySetException(new InvalidOperationException("The service ended: " + string.Join('\n', lines)));
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new ServiceUnderTest(process, lines, await address.Task.WaitAsync(TimeSpan.FromMinutes(1)), key);

        void Heard(string? line)
        {
            if (line is null)
                return;
            lines.Enqueue(line);
            if (line.Trim() is var text && text.StartsWith(ReadLine, StringComparison.Ordinal))
                address.TrySetResult(text[ReadLine.Length..].Trim());
        }
    }

    /// <summary>Runs a verb to its end; answers what it wrote.</summary>
    public static async Task<string> RunAsync(params IEnumerable<string> arguments)
    {
        using var process = Start(arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? (await output).Trim() : throw new InvalidOperationException(await error);
    }

    /// <summary>Asks it to stop, as an init system does; answers its exit code, or null when it did not end within the promised ten seconds.</summary>
    public async Task<int?> StopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(15));
        try
        {
            await _process.WaitForExitAsync(patience.Token);
            return _process.ExitCode;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    public ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.Dispose();
        return ValueTask.CompletedTask;
    }

    private static Process Start(IEnumerable<string> arguments) =>
        Process.Start(new ProcessStartInfo("dotnet", ["exec", Program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true })
        ?? throw new InvalidOperationException("The program could not be started.");
}
