using System.CommandLine;
using Aggregator.Configuration;
using Aggregator.Hosting;

namespace Aggregator.Cli;

/// <summary><c>serve</c>: the service itself.</summary>
internal static class ServeCommand
{
    public static Command Build(CommonOptions common, IReadOnlyList<string> keys)
    {
        var command = new Command("serve", "Poll, read, recognise and serve until stopped (the default verb).");
        common.AddFetching(command);
        command.Options.Add(common.Urls);
        command.SetAction((result, cancellation) => RunAsync(common.Read(result, keys), cancellation));
        return command;
    }

    public static Task<int> RunAsync(CommandLineSettings settings, CancellationToken cancellation) =>
        Startup.RunAsync(settings, FeedsNeeded.Yes, async startup =>
        {
            if (ListeningCheck.Fault(startup.Configuration, ServiceHost.DefaultUrl) is { } fault)
            {
                await Console.Error.WriteLineAsync(fault);
                return ExitCodes.BadConfiguration;
            }

            await using var app = ServiceHost.Build(startup);
            return await ServiceHost.RunAsync(app, startup, cancellation);
        }, cancellation);
}
