using System.CommandLine;
using Aggregator.Extraction;
using Aggregator.Model;

namespace Aggregator.Cli;

/// <summary><c>extract</c>: article pages as normalised JSON, a line each.</summary>
internal static class ExtractCommand
{
    // Files have no address of their own; links in them resolve against this one, which nobody can own (RFC 2606).
    private static readonly Uri NoAddress = new("https://file.invalid/");

    public static Command Build(CommonOptions common, IReadOnlyList<string> keys)
    {
        var sources = new Argument<string[]>("FILE|DIR|URL")
        {
            Arity = ArgumentArity.OneOrMore,
            Description = "Article pages; a folder is read with all below it, .gz is unpacked."
        };
        var baseUrl = new Option<string?>("--base-url") { HelpName = "URL", Description = "The address that files are taken to come from." };
        var command =
            new Command("extract", "Read article pages and print title, authors, dates, text and more of each as one line of JSON.") { sources, baseUrl };
        common.AddPoliteness(command);
        command.SetAction((result, cancellation) =>
            DocumentVerb.RunAsync(
                common.Read(result, keys), result.GetValue(sources)!, (_, document) => Read(document, result.GetValue(baseUrl)), cancellation));
        return command;
    }

    private static (bool Good, string Line) Read(InputDocument document, string? baseUrl)
    {
        if (document.Error is { } error)
            return (false, JsonLines.Write(new { source = document.Name, error }));
        var url = document.Url ?? (Uri.TryCreate(baseUrl, UriKind.Absolute, out var given) ? given : NoAddress);
        var page = ArticleExtractor.Extract(document.Bytes, new PageContext(url, document.ContentType));
        return (page.Kind == PageKind.Article, JsonLines.Write(new { source = document.Name, article = page }));
    }
}
