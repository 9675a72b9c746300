using System.Diagnostics;

namespace Aggregator.Support;

/// <summary>The real program in a process of its own.</summary>
internal static class ServiceProcess
{
    /// <summary>The program as the build left it beside the tests.</summary>
    public static string Program { get; } = Path.Combine(AppContext.BaseDirectory, "Aggregator.dll");

    public static Process Start(params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", Program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        return Process.Start(start) ?? throw new InvalidOperationException("The program could not be started.");
    }

    /// <summary>Runs it to its end; answers exit code and both outputs.</summary>
    public static async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var process = Start(arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }
}
