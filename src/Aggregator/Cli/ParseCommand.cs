using System.CommandLine;
using System.Globalization;
using Aggregator.Feeds;
using Aggregator.Model;

namespace Aggregator.Cli;

/// <summary><c>parse</c>: feed documents as normalised JSON, a line each, or the two readings of each side by side.</summary>
internal static class ParseCommand
{
    public static Command Build(CommonOptions common, IReadOnlyList<string> keys)
    {
        var sources = new Argument<string[]>("FILE|DIR|URL")
        {
            Arity = ArgumentArity.OneOrMore,
            Description = "Feed documents; a folder is read with all below it, .gz is unpacked."
        };
        var baseUrl = new Option<string?>("--base-url")
        {
            HelpName = "URL",
            Description = "The address that files are taken to come from; relative links resolve against it."
        };
        var compare = new Option<bool>("--compare") { Description = "Print what both readers make of each document, field by field, instead of JSON." };
        var command =
            new Command("parse", "Read feed documents and print each as one line of JSON, with what was wrong with it.") { sources, baseUrl, compare };
        command.Options.Add(common.Reader);
        common.AddPoliteness(command);
        command.SetAction((result, cancellation) => DocumentVerb.RunAsync(
            common.Read(result, keys), result.GetValue(sources)!,
            (options, document) => result.GetValue(compare)
                ? Compare(document, result.GetValue(baseUrl))
                : Read(document, result.GetValue(baseUrl), FeedReaders.Of(options.Reader)),
            cancellation));
        return command;
    }

    private static (bool Good, string Line) Read(InputDocument document, string? baseUrl, IFeedReader reader)
    {
        if (document.Error is { } error)
            return (false, JsonLines.Write(new { source = document.Name, error }));
        return reader.Read(document.Bytes, Context(document, baseUrl)) switch
        {
            FeedParseResult.Parsed parsed => (true, JsonLines.Write(new { source = document.Name, feed = parsed.Feed })),
            FeedParseResult.NotAFeed not =>
                (false, JsonLines.Write(new { source = document.Name, error = string.Create(CultureInfo.InvariantCulture, $"not a feed: {not.Reason}") })),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static (bool Good, string Line) Compare(InputDocument document, string? baseUrl)
    {
        if (document.Error is { } error)
            return (false, $"{document.Name}: {error}\n");
        var context = Context(document, baseUrl);
        var comparison = FeedComparison.Of(
            FeedReaders.Of(FeedReaderKind.Own).Read(document.Bytes, context), FeedReaders.Of(FeedReaderKind.CodeHollow).Read(document.Bytes, context));
        return (comparison.IsFeed, comparison.Print(document.Name));
    }

    private static FeedContext Context(InputDocument document, string? baseUrl) =>
        new(document.Url ?? (Uri.TryCreate(baseUrl, UriKind.Absolute, out var given) ? given : null), document.ContentType);
}
