using System.CommandLine;
using System.Globalization;
using Aggregator.Configuration;

namespace Aggregator.Cli;

/// <summary>The options that several verbs share; each is also a configuration key.</summary>
internal sealed class CommonOptions
{
    public Option<string?> Feeds { get; } = new("--feeds") { HelpName = "FILE", Description = "The list of feeds (Aggregator:Feeds; default feeds.json)." };

    public Option<string?> Data { get; } = new("--data") { HelpName = "DIR", Description = "The folder of the database (Aggregator:Data; default data)." };

    public Option<string?> Store { get; } = new("--store")
    {
        HelpName = "ENGINE",
        Description = "What keeps the data, sqlite or litedb (Aggregator:Store; default sqlite).",
    };

    public Option<string?> Urls { get; } = new("--urls") { HelpName = "URL", Description = "The address to listen on (Urls; default http://127.0.0.1:5080)." };

    public Option<string?> Reader { get; } = new("--reader")
    {
        HelpName = "own|codehollow",
        Description = "Which library reads the documents of feeds (Aggregator:Reader; default own; feeds.json may name another for a feed).",
    };

    public Option<string[]> AllowHost { get; } = new("--allow-host")
    {
        HelpName = "NAME[:PORT]",
        Description = "A host on a private or loopback address that may be fetched; may be repeated (Aggregator:AllowHosts).",
        AllowMultipleArgumentsPerToken = false,
    };

    public Option<double?> HostDelay { get; } = new("--host-delay")
    {
        HelpName = "SECONDS",
        Description = "Least time between two requests to one host (Aggregator:FeedHostDelay, default 1, and PageHostDelay, default 2).",
    };

    public Option<int?> HostConcurrency { get; } = new("--host-concurrency")
    {
        HelpName = "N",
        Description = "Requests under way to one host at a time (Aggregator:HostConcurrency; default 1).",
    };

    public CommonOptions() => Reader.AcceptOnlyFromAmong("own", "codehollow");

    /// <summary>Adds the options of verbs that fetch.</summary>
    public void AddFetching(Command command)
    {
        AddStore(command);
        command.Options.Add(Feeds);
        command.Options.Add(Reader);
        AddPoliteness(command);
    }

    /// <summary>Adds the options of verbs that fetch single addresses and store nothing.</summary>
    public void AddPoliteness(Command command)
    {
        command.Options.Add(AllowHost);
        command.Options.Add(HostDelay);
        command.Options.Add(HostConcurrency);
    }

    public void AddStore(Command command)
    {
        command.Options.Add(Data);
        command.Options.Add(Store);
    }

    public CommandLineSettings Read(ParseResult result, IReadOnlyList<string> keys)
    {
        var values = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        Set("Aggregator:Feeds", result.GetValue(Feeds));
        Set("Aggregator:Data", result.GetValue(Data));
        Set("Aggregator:Reader", result.GetValue(Reader));
        Set("Aggregator:Store", result.GetValue(Store));
        Set("Urls", result.GetValue(Urls));
        var delay = result.GetValue(HostDelay)?.ToString(CultureInfo.InvariantCulture);
        Set("Aggregator:FeedHostDelay", delay);
        Set("Aggregator:PageHostDelay", delay);
        Set("Aggregator:HostConcurrency", result.GetValue(HostConcurrency)?.ToString(CultureInfo.InvariantCulture));
        var hosts = result.GetValue(AllowHost) ?? [];
        for (var i = 0; i < hosts.Length; i++)
            Set($"Aggregator:AllowHosts:{i.ToString(CultureInfo.InvariantCulture)}", hosts[i]);
        return new CommandLineSettings(keys, values);

        void Set(string key, string? value)
        {
            if (value is not null)
                values[key] = value;
        }
    }
}
