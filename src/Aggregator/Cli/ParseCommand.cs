using System.CommandLine;
using System.Globalization;
using Aggregator.Feeds;
using Aggregator.Model;

namespace Aggregator.Cli;

/// <summary><c>parse</c>: feed documents as normalised JSON, a line each.</summary>
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
        var command = new Command("parse", "Read feed documents and print each as one line of JSON, with what was wrong with it.") { sources, baseUrl };
        common.AddPoliteness(command);
        command.SetAction((result, cancellation) =>
            DocumentVerb.RunAsync(common.Read(result, keys), result.GetValue(sources)!, document => Read(document, result.GetValue(baseUrl)), cancellation));
        return command;
    }

    private static (bool Good, string Line) Read(InputDocument document, string? baseUrl)
    {
        if (document.Error is { } error)
            return (false, JsonLines.Write(new { source = document.Name, error }));
        var url = document.Url ?? (Uri.TryCreate(baseUrl, UriKind.Absolute, out var given) ? given : null);
        return FeedParser.Parse(document.Bytes, new FeedContext(url, document.ContentType)) switch
        {
            FeedParseResult.Parsed parsed => (true, JsonLines.Write(new { source = document.Name, feed = parsed.Feed })),
            FeedParseResult.NotAFeed not =>
                (false, JsonLines.Write(new { source = document.Name, error = string.Create(CultureInfo.InvariantCulture, $"not a feed: {not.Reason}") })),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
