using System.CommandLine;
using System.Globalization;
using Aggregator.Hosting;
using Aggregator.Search;
using Aggregator.Stores;

namespace Aggregator.Cli;

/// <summary><c>query</c>: search the stored articles, also beside a running service.</summary>
internal static class QueryCommand
{
    public static Command Build(CommonOptions common, IReadOnlyList<string> keys)
    {
        var text = new Argument<string>("QUERY")
        {
            Description = "Words, \"phrases\", AND OR NOT -, prefix*, title: author: outlet:, NEAR/5; empty "
            + "for the newest articles."
        };
        var limit = new Option<int>("--limit") { HelpName = "N", Description = "How many to print, 1 to 1000.", DefaultValueFactory = _ => 20 };
        var relevance = new Option<bool>("--relevance") { Description = "Best matches first instead of newest first." };
        var json = new Option<bool>("--json") { Description = "One line of JSON for each article, with its text." };
        limit.Validators.Add(result =>
        {
            if (result.GetValue(limit) is < 1 or > 1000)
                result.AddError("--limit must be 1 to 1000.");
        });
        var command = new Command("query", "Search the stored articles.") { text, limit, relevance, json };
        common.AddStore(command);
        command.SetAction((result, cancellation) => RunAsync(common.Read(result, keys), result.GetValue(text)!,
            new PageRequest(result.GetValue(relevance) ? SortOrder.Relevance : SortOrder.Published, result.GetValue(limit),
                WithText: result.GetValue(json)), cancellation));
        return command;
    }

    private static Task<int> RunAsync(Configuration.CommandLineSettings settings, string text, PageRequest page, CancellationToken cancellation) =>
        Startup.ReadAsync(settings, async startup =>
        {
            var filter = ArticleFilter.All;
            if (!string.IsNullOrWhiteSpace(text))
            {
                switch (SearchQuery.Parse(text))
                {
                    case SearchParse.Parsed parsed:
                        filter = filter with { Query = parsed.Expression };
                        break;
                    case SearchParse.Invalid invalid:
                        await Console.Error.WriteLineAsync($"{text}\n{new string(' ', invalid.Position)}^ {invalid.Message} {invalid.Hint}");
                        return ExitCodes.BadConfiguration;
                }
            }

            var found = await startup.Store.ListArticlesAsync(filter, page, cancellation);
            foreach (var article in found.Items)
                Console.WriteLine(page.WithText ? JsonLines.Write(article) : Line(article));
            if (found.Items.Count == 0)
                await Console.Error.WriteLineAsync("Nothing matches.");
            return ExitCodes.Done;
        }, cancellation);

    private static string Line(ArticleRow article) =>
        string.Create(CultureInfo.InvariantCulture,
            $"{article.Published.Instant.UtcDateTime:yyyy-MM-dd HH:mm}  {article.Outlet,-28}  {article.Title}\n                  {article.Url}");
}
