using System.CommandLine;
using Aggregator.Api;
using Aggregator.Feeds;
using Aggregator.Hosting;
using Aggregator.Stores;

namespace Aggregator.Cli;

/// <summary><c>export</c>: the feeds as OPML, or all stored articles as NDJSON or CSV, to standard output or a file.</summary>
internal static class ExportCommand
{
    public static Command Build(CommonOptions common, IReadOnlyList<string> keys)
    {
        var format = new Argument<string>("opml|ndjson|csv") { Description = "What to write." };
        format.AcceptOnlyFromAmong("opml", "ndjson", "csv");
        var output = new Option<string?>("--output") { HelpName = "FILE", Description = "Where to write; standard output by default." };
        var command = new Command("export", "Write the list of feeds (opml) or all articles (ndjson, csv), also while the service runs.") { format, output };
        common.AddStore(command);
        command.SetAction((result, cancellation) => Startup.ReadAsync(common.Read(result, keys), async startup =>
        {
            await using var stream = result.GetValue(output) is { } file ? File.Create(file) : Console.OpenStandardOutput();
            await WriteAsync(startup.Store, startup.Store, result.GetValue(format)!, stream, cancellation);
            return ExitCodes.Done;
        }, cancellation));
        return command;
    }

    private static async Task WriteAsync(IFeedStore feeds, IArticleQueries articles, string format, Stream stream, CancellationToken cancellation)
    {
        if (format == "opml")
        {
            var listed = await feeds.ListFeedsAsync(cancellation);
            await using var writer = new StreamWriter(stream);
            await writer.WriteAsync(Opml.Write([.. listed.Where(f => !f.Removed).Select(f => f.Definition)], "Aggregator"));
            return;
        }

        var all = articles.ExportAsync(ArticleFilter.All, cancellation);
        await (format == "csv" ? Export.WriteCsvAsync(all, stream, cancellation) : Export.WriteNdjsonAsync(all, stream, cancellation));
    }
}
