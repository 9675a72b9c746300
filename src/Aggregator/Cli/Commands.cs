using System.CommandLine;

namespace Aggregator.Cli;

/// <summary>The verbs, in the order in which help lists them.</summary>
internal static class Commands
{
    /// <param name="keys">Arguments of the form <c>--Section:Key=value</c>, which every verb takes.</param>
    public static RootCommand Build(IReadOnlyList<string> keys)
    {
        var common = new CommonOptions();
        var serve = ServeCommand.Build(common, keys);
        var root = new RootCommand("Aggregator polls news feeds, reads the articles, recognises copies and stories, and serves each story once.")
        {
            serve,
            PollCommand.Build(common, keys),
            ParseCommand.Build(common, keys),
            ExtractCommand.Build(common, keys),
            DiscoverCommand.Build(common, keys),
            QueryCommand.Build(common, keys),
            ImportCommand.Build(common, keys),
            ExportCommand.Build(common, keys),
            BackupCommand.Build(common, keys),
            ReprocessCommand.Build(common, keys),
            KeysCommand.Build(common, keys),
            DemoCommand.Build(common, keys),
        };
        // Without a verb the program serves, so the root takes what serve takes.
        foreach (var option in serve.Options)
            root.Options.Add(option);
        root.SetAction((result, cancellation) => ServeCommand.RunAsync(common.Read(result, keys), cancellation));
        return root;
    }
}
