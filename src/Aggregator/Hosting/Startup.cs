using Aggregator.Configuration;
using Aggregator.Stores;

namespace Aggregator.Hosting;

/// <summary>Whether a verb cannot run without a good list of feeds.</summary>
internal enum FeedsNeeded
{
    No,
    Yes,
}

/// <summary>What every verb on the database starts from: settings that were checked and a store that is open.</summary>
internal sealed record Startup(IConfiguration Configuration, AggregatorOptions Options, FeedsFile Feeds, IStore Store, CommandLineSettings Settings)
{
    /// <summary>Checks the settings, opens the store for writing and runs the verb; all faults are listed together on standard error.</summary>
    public static async Task<int> RunAsync(CommandLineSettings settings, FeedsNeeded feedsNeeded, Func<Startup, Task<int>> verb, CancellationToken cancellation)
    {
        if (Check(settings, feedsNeeded) is not { } found)
            return ExitCodes.BadConfiguration;
        try
        {
            await using var store = await StoreFactory.OpenAsync(found.Options, cancellation);
            return await verb(new Startup(found.Configuration, found.Options, found.Feeds, store, settings));
        }
        catch (StoreUnusableException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return ExitCodes.BadConfiguration;
        }
    }

    /// <summary>The same beside a running service: the store is only read.</summary>
    public static async Task<int> ReadAsync(CommandLineSettings settings, Func<Startup, Task<int>> verb, CancellationToken cancellation)
    {
        if (Check(settings, FeedsNeeded.No) is not { } found)
            return ExitCodes.BadConfiguration;
        try
        {
            await using var store = await StoreFactory.OpenReadOnlyAsync(found.Options, cancellation);
            return await verb(new Startup(found.Configuration, found.Options, found.Feeds, store, settings));
        }
        catch (StoreUnusableException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return ExitCodes.BadConfiguration;
        }
    }

    /// <summary>The settings of a verb that needs no store; null when they are wrong, which has then been said.</summary>
    public static (IConfiguration Configuration, AggregatorOptions Options, FeedsFile Feeds)? Check(CommandLineSettings settings, FeedsNeeded feedsNeeded)
    {
        var configuration = new ConfigurationBuilder().AddAggregatorSources(settings).Build();
        AggregatorOptions options;
        try
        {
            options = configuration.ReadOptions();
        }
        catch (InvalidOperationException e)
        {
            Console.Error.WriteLine($"The configuration cannot be read: {e.Message} {e.InnerException?.Message}".TrimEnd());
            return null;
        }

        var faults = OptionsCheck.Faults(options).ToList();
        var feeds = new FeedsFile([], []);
        if (feedsNeeded == FeedsNeeded.Yes)
        {
            feeds = FeedsFile.Load(options.Feeds);
            faults.AddRange(feeds.Faults.Select(f => f.ToString()));
        }

        foreach (var fault in faults)
            Console.Error.WriteLine(fault);
        return faults.Count == 0 ? (configuration, options, feeds) : null;
    }
}
