using System.Diagnostics;

namespace Aggregator.Api;

/// <summary>A test that needs a program of the distribution; where it does not run, the test is skipped and says so.</summary>
internal sealed class ProgramFactAttribute : FactAttribute
{
    /// <param name="package">The distribution's package that brings the program.</param>
    /// <param name="probe">The program and arguments with which it ends in 0 when it can be used.</param>
    public ProgramFactAttribute(string package, params string[] probe)
    {
        try
        {
            if (Programs.RunAsync(probe[0], probe[1..]).GetAwaiter().GetResult().ExitCode != 0)
                Skip = $"{probe[0]} does not run: install the package {package}.";
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Skip = $"{probe[0]} is not installed: install the package {package}.";
        }
    }
}

internal static class Programs
{
    /// <summary>Runs a program to its end, for at most two minutes.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(string program, params IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var output = process.StandardOutput.ReadToEndAsync(patience.Token);
        var errors = process.StandardError.ReadToEndAsync(patience.Token);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        return (process.ExitCode, await output + await errors);
    }
}
