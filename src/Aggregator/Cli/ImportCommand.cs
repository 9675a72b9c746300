using System.CommandLine;
using System.Globalization;
using System.Text;
using Aggregator.Configuration;
using Aggregator.Feeds;
using Aggregator.Hosting;

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
        var path = found.Options.Feeds;
        try
        {
            return Add(path, File.Exists(path) ? File.ReadAllBytes(path) : null, file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"{path} cannot be written: {e.Message}");
            return ExitCodes.Failed;
        }
    }

    private static int Add(string path, byte[]? old, string file)
    {
        var list = old is null ? new FeedsFile([], []) : FeedsFile.Parse(old, path);
        var (incoming, leftOut) = Read(file);
        foreach (var left in leftOut)
            Console.Error.WriteLine($"{file}: {left}");
        foreach (var fault in list.Faults.Concat(incoming.Faults))
            Console.Error.WriteLine(fault);
        if (!list.IsValid || !incoming.IsValid)
            return ExitCodes.BadConfiguration;
        var known = list.Feeds.Select(f => f.Url).ToHashSet(StringComparer.Ordinal);
        var added = incoming.Feeds.Where(f => known.Add(f.Url)).ToList();
        if (added.Count > 0 && !TryWrite(path, old is null ? FeedsFileWriter.Format(added) : FeedsFileWriter.Append(old, added)))
            return ExitCodes.Failed;
        var missing = leftOut.Count(left => left.IsFeed);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{added.Count} feeds added to {path}, {incoming.Feeds.Count - added.Count} were there already, ")
            + (missing == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{missing} left out, "))
            + string.Create(CultureInfo.InvariantCulture, $"{known.Count} in all."));
        return ExitCodes.Done;
    }

    /// <summary>Nothing is written that the next start would refuse.</summary>
    private static bool TryWrite(string path, string list)
    {
        var again = FeedsFile.Parse(Encoding.UTF8.GetBytes(list), path);
        foreach (var fault in again.Faults)
            Console.Error.WriteLine($"Nothing was written, as the list would be refused: {fault}");
        if (again.IsValid)
            FeedsFileWriter.Replace(path, list);
        return again.IsValid;
    }

    private static (FeedsFile Feeds, IReadOnlyList<LeftOutFeed> LeftOut) Read(string file)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (Broken($"cannot be read: {e.Message}"), []);
        }

        // A byte order mark and white space may stand before the first sign.
        var start = bytes.AsSpan().TrimStart((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF, (byte)' ', (byte)'\t', (byte)'\r', (byte)'\n']);
        if (start.Length > 0 && start[0] is (byte)'{' or (byte)'/')
            return (FeedsFile.Parse(bytes, file), []);
        try
        {
            var import = FeedsImport.From(Opml.Read(bytes));
            return (import.Feeds.Count == 0 ? Broken("holds no feeds that can be taken") : new FeedsFile(import.Feeds, []), import.LeftOut);
        }
        catch (Exception e) when (e is FormatException or System.Xml.XmlException)
        {
            return (Broken($"is neither OPML nor feeds.json: {e.Message}"), []);
        }

        FeedsFile Broken(string fault) => new([], [new FeedsFileFault(file, 0, null, fault)]);
    }
}
