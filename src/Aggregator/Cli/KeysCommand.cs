using System.CommandLine;
using Aggregator.Api.Access;
using Aggregator.Hosting;
using Aggregator.Stores;

namespace Aggregator.Cli;

/// <summary><c>keys</c>: the API keys that may write. A key is shown once and stored only as its hash.</summary>
internal static class KeysCommand
{
    public static Command Build(CommonOptions common, IReadOnlyList<string> keys) => new("keys", "Make, list and remove API keys.")
    {
        Add(common, keys),
        List(common, keys),
        Remove(common, keys),
    };

    private static Command Add(CommonOptions common, IReadOnlyList<string> keys)
    {
        var name = new Argument<string>("NAME") { Description = "What the key is for." };
        var readOnly = new Option<bool>("--read-only") { Description = "The key may not write." };
        var command = new Command("add", "Make a key and print it; it cannot be shown again. Stop the service first.") { name, readOnly };
        common.AddStore(command);
        command.SetAction((result, cancellation) => Startup.RunAsync(common.Read(result, keys), FeedsNeeded.No, async startup =>
        {
            var key = ApiKeys.Create();
            if ((await startup.Store.ListApiKeysAsync(cancellation)).Any(k => k.Name == result.GetValue(name)))
            {
                await Console.Error.WriteLineAsync($"There is a key named \"{result.GetValue(name)}\" already; remove it first.");
                return ExitCodes.Failed;
            }

            await startup.Store.AddApiKeyAsync(new ApiKey(result.GetValue(name)!, ApiKeys.HashOf(key), !result.GetValue(readOnly),
                TimeProvider.System.GetUtcNow()),
                cancellation);
            Console.WriteLine(key);
            return ExitCodes.Done;
        }, cancellation));
        return command;
    }

    private static Command List(CommonOptions common, IReadOnlyList<string> keys)
    {
        var command = new Command("list", "List the keys' names.");
        common.AddStore(command);
        command.SetAction((result, cancellation) => Startup.ReadAsync(common.Read(result, keys), async startup =>
        {
            foreach (var key in await startup.Store.ListApiKeysAsync(cancellation))
                Console.WriteLine($"{key.Name}\t{(key.CanWrite ? "read and write" : "read only")}\t{key.Created:u}");
            return ExitCodes.Done;
        }, cancellation));
        return command;
    }

    private static Command Remove(CommonOptions common, IReadOnlyList<string> keys)
    {
        var name = new Argument<string>("NAME") { Description = "The key's name." };
        var command = new Command("remove", "Make a key worthless. Stop the service first.") { name };
        common.AddStore(command);
        command.SetAction((result, cancellation) => Startup.RunAsync(common.Read(result, keys), FeedsNeeded.No, async startup =>
        {
            if (await startup.Store.DeleteApiKeyAsync(result.GetValue(name)!, cancellation))
                return ExitCodes.Done;
            await Console.Error.WriteLineAsync($"There is no key named \"{result.GetValue(name)}\".");
            return ExitCodes.Failed;
        }, cancellation));
        return command;
    }
}
