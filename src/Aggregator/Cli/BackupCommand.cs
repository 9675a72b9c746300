using System.CommandLine;
using System.Globalization;
using Aggregator.Hosting;

namespace Aggregator.Cli;

/// <summary><c>backup</c>: a consistent copy of the database, also while the service runs.</summary>
internal static class BackupCommand
{
    public static Command Build(CommonOptions common, IReadOnlyList<string> keys)
    {
        var file = new Argument<string>("FILE") { Description = "Where the copy goes; must not exist." };
        var command = new Command("backup", "Write a complete, consistent copy of the database while the service may run.") { file };
        common.AddStore(command);
        command.SetAction((result, cancellation) => Startup.ReadAsync(common.Read(result, keys), async startup =>
        {
            var target = result.GetValue(file)!;
            try
            {
                await startup.Store.BackupAsync(target, cancellation);
            }
            catch (IOException e)
            {
                await Console.Error.WriteLineAsync(e.Message);
                return ExitCodes.Failed;
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{target}: {new FileInfo(target).Length} bytes"));
            return ExitCodes.Done;
        }, cancellation));
        return command;
    }
}
