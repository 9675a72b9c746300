using Spectre.Console;

namespace Aggregator.Cli;

/// <summary>
/// Shows how far a verb has come: a line that renews itself on a terminal, a plain line every few seconds when standard error is
/// piped. It writes to standard error only, so that standard output stays clean for data.
/// </summary>
internal static class ProgressLine
{
    private static readonly TimeSpan TerminalPeriod = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan PipePeriod = TimeSpan.FromSeconds(5);

    public static async Task<T> ShowAsync<T>(Func<string> describe, Func<CancellationToken, Task<T>> work, CancellationToken cancellation)
    {
        var running = work(cancellation);
        if (Console.IsErrorRedirected || Console.IsInputRedirected && !Environment.UserInteractive)
            await ReportPlainlyAsync(describe, running, cancellation);
        else
            await ReportLiveAsync(describe, running, cancellation);
        return await running;
    }

    private static async Task ReportPlainlyAsync(Func<string> describe, Task running, CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(PipePeriod);
        var last = "";
        while (await Task.WhenAny(running, timer.WaitForNextTickAsync(cancellation).AsTask()) != running)
        {
            if (cancellation.IsCancellationRequested)
                return;
            var line = describe();
            if (line != last)
                await Console.Error.WriteLineAsync(line);
            last = line;
        }
    }

    private static async Task ReportLiveAsync(Func<string> describe, Task running, CancellationToken cancellation)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        await console.Status().Spinner(Spinner.Known.Line).StartAsync(Markup.Escape(describe()), async status =>
        {
            using var timer = new PeriodicTimer(TerminalPeriod);
            while (await Task.WhenAny(running, timer.WaitForNextTickAsync(cancellation).AsTask()) != running && !cancellation.IsCancellationRequested)
                status.Status(Markup.Escape(describe()));
        });
    }
}
