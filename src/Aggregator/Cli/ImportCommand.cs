using System.CommandLine;
using System.Globalization;
using Aggregator.Configuration;
using Aggregator.Feeds;
using Aggregator.Hosting;
using Aggregator.Model;

namespace Aggregator.Cli;

/// <summary><c>import</c>: feeds from an OPML file or another feeds.json into the list of feeds; articles from NDJSON into the store.</summary>
internal static class ImportCommand
{
    public static Command Build(CommonOptions common, IReadOnlyList<string> keys)
    {
        var file = new Argument<string>("FILE") { Description = "An OPML file, another feeds.json, or articles as .ndjson, .jsonl or .gz of them." };
        var command = new Command("import",
            "Add the feeds of a file to the list of feeds (feeds.json; a running service takes them up by itself), or exported articles to the "
                + "store.") { file };
        common.AddStore(command);
        command.Options.Add(common.Feeds);
        command.SetAction((result, cancellation) => RunAsync(common.Read(result, keys), result.GetValue(file)!, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(CommandLineSettings settings, string file, CancellationToken cancellation)
    {
        if (!ArticleImport.IsArticles(file))
            return Run(settings, file);
        try
        {
            return await Startup.RunAsync(settings, FeedsNeeded.No,
                startup => ArticleImport.RunAsync(startup.Store, startup.Store, file, TimeProvider.System, cancellation),
                cancellation);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            await Console.Error.WriteLineAsync($"{file} cannot be read: {e.Message}");
            return ExitCodes.Failed;
        }
    }

    private static int Run(CommandLineSettings settings, string file)
    {
        if (Startup.Check(settings, FeedsNeeded.No) is not { } found)
            return ExitCodes.BadConfiguration;
        var list = File.Exists(found.Options.Feeds) ? FeedsFile.Load(found.Options.Feeds) : new FeedsFile([], []);
        var incoming = Read(file);
        foreach (var fault in list.Faults.Concat(incoming.Faults))
            Console.Error.WriteLine(fault);
        if (!list.IsValid || !incoming.IsValid)
            return ExitCodes.BadConfiguration;
        var known = list.Feeds.Select(f => f.Url).ToHashSet(StringComparer.Ordinal);
        var added = incoming.Feeds.Where(f => known.Add(f.Url)).ToList();
        FeedsFileWriter.Write(found.Options.Feeds, [.. list.Feeds, .. added]);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{added.Count} feeds added to {found.Options.Feeds}, {incoming.Feeds.Count - added.Count} were there already, {known.Count} in all."));
        return ExitCodes.Done;
    }

    private static FeedsFile Read(string file)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new FeedsFile([], [new FeedsFileFault(file, 0, null, $"cannot be read: {e.Message}")]);
        }

        // A byte order mark and white space may stand before the first sign.
        var start = bytes.AsSpan().TrimStart((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF, (byte)' ', (byte)'\t', (byte)'\r', (byte)'\n']);
        if (start.Length > 0 && start[0] == (byte)'{')
            return FeedsFile.Parse(bytes, file);
        try
        {
            return Usable(Opml.Read(bytes), file);
        }
        catch (Exception e) when (e is FormatException or System.Xml.XmlException)
        {
            return new FeedsFile([], [new FeedsFileFault(file, 0, null, $"is neither OPML nor feeds.json: {e.Message}")]);
        }
    }

    private static FeedsFile Usable(IReadOnlyList<FeedDefinition> feeds, string file) =>
        feeds.Count == 0 ? new FeedsFile([], [new FeedsFileFault(file, 0, null, "holds no feeds")]) : new FeedsFile(feeds, []);
}
