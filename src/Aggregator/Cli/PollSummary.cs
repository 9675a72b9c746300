using System.Globalization;
using Aggregator.Model;
using Aggregator.Pipeline;
using Spectre.Console;

namespace Aggregator.Cli;

/// <summary>The table at the end of a pass: a row for each feed that failed or brought something, and the totals.</summary>
internal static class PollSummary
{
    // A long list is cut on a terminal only by what tells nothing: feeds without news are counted, not listed.
    private const int MostRows = 200;

    public static void Write(IReadOnlyList<FeedVisit> visits, PassCounters totals)
    {
        var telling = visits.Where(v => v.Fetch.Error is not null || v.Fetch.New + v.Fetch.Changed > 0)
            .OrderBy(v => v.Feed.Definition.Title, StringComparer.CurrentCulture)
            .ToList();
        if (Console.IsOutputRedirected)
            WritePlainly(telling);
        else
            WriteTable(telling);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{visits.Count} feeds polled: {Fates(visits)}. {totals.New} new articles, {totals.Changed} changed, {totals.Read} pages read, "
                + $"{totals.Assigned} assigned."));
    }

    private static string Fates(IReadOnlyList<FeedVisit> visits) =>
        visits.Count == 0
            ? "none"
            : string.Join(", ", visits.GroupBy(v => v.Fetch.Fate).OrderByDescending(g => g.Count()).Select(g => $"{g.Count()} {Words(g.Key)}"));

    private static string Words(FetchFate fate) => fate switch
    {
        FetchFate.NotModified => "not modified",
        FetchFate.NotAFeed => "not a feed",
        FetchFate.NetworkError => "network error",
        FetchFate.HttpError => "http error",
        FetchFate.Forbidden => "forbidden",
        FetchFate.RateLimited => "rate limited",
        FetchFate.TooLarge => "too large",
        FetchFate.TooManyRedirects => "too many redirects",
        FetchFate.InternalError => "internal error",
        _ => fate.ToString().ToLowerInvariant(),
    };

    private static void WritePlainly(List<FeedVisit> visits)
    {
        foreach (var visit in visits)
            Console.WriteLine(string.Join('\t', Row(visit)));
    }

    private static void WriteTable(List<FeedVisit> visits)
    {
        var table = new Table().Border(TableBorder.Minimal).AddColumns("Feed", "Result", "New", "Changed", "Next poll", "Remark");
        foreach (var visit in visits.Take(MostRows))
            table.AddRow(Row(visit).Select(Markup.Escape).ToArray());
        AnsiConsole.Write(table);
        if (visits.Count > MostRows)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"… and {visits.Count - MostRows} more feeds with news"));
    }

    private static string[] Row(FeedVisit visit) =>
    [
        visit.Feed.Definition.Title,
        Words(visit.Fetch.Fate),
        visit.Fetch.New.ToString(CultureInfo.InvariantCulture),
        visit.Fetch.Changed.ToString(CultureInfo.InvariantCulture),
        visit.Fetch.NextPollAt.ToString("u", CultureInfo.InvariantCulture),
        visit.Fetch.Error ?? "",
    ];
}
