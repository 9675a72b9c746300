using System.Globalization;
using System.Text;
using Aggregator.Model;
using Aggregator.Pipeline;
using Aggregator.Stores;

namespace Aggregator.Storage;

/// <summary>Every combination of what two entries may share, polled for real; the table stands in the README of Stories.</summary>
internal sealed class IdentityMatrix(IStore store)
{
    private static readonly string[] Ids = ["same", "counted up", "other", "none", "repeated"];
    private static readonly string[] Links = ["same", "other fragment", "other", "none"];
    private static readonly string[] Places = ["one document", "two polls", "two feeds of the outlet", "a feed of another outlet"];
    private int _case;

    /// <summary>A row for each id and link; in a cell 1 or 2 articles for each of eight combinations of title, date and text.</summary>
    public async Task<string> RenderAsync()
    {
        var table = new StringBuilder("| id | link | " + string.Join(" | ", Places) + " |\n|---|---|---|---|---|---|\n");
        foreach (var id in Ids)
        {
            foreach (var link in Links)
            {
                var cells = new List<string>();
                foreach (var place in Places)
                    cells.Add(await CellAsync(id, link, place));
                table.Append(CultureInfo.InvariantCulture, $"| {id} | {link} | {string.Join(" | ", cells)} |\n");
            }
        }
        return table.ToString();
    }

    private async Task<string> CellAsync(string id, string link, string place)
    {
        var cell = new StringBuilder();
        for (var bits = 0; bits < 8; bits++)
            cell.Append(await CountAsync(id, link, place, (bits & 4) != 0, (bits & 2) != 0, (bits & 1) != 0)).Append(bits == 3 ? " " : "");
        return cell.ToString();
    }

    private async Task<int> CountAsync(string id, string link, string place, bool otherTitle, bool otherDate, bool otherText)
    {
        var host = $"case{_case++}.example";
        var known = new ParsedEntry
        {
            Id = IdOf(id, host, second: false),
            Link = link == "none" ? null : $"https://{host}/report/harbour-wall",
            Title = "Storm reaches the coast of Halvik",
            Published = At(1),
            Content = "Waves of nine metres broke over the harbour wall tonight, and the ferries stay in port.",
        };
        var entry = known with
        {
            Id = IdOf(id, host, second: true),
            Link = link switch { "other fragment" => known.Link + "#part-2", "other" => $"https://{host}/report/second-address", _ => known.Link },
            Title = otherTitle ? "Council votes on a school" : known.Title,
            Published = otherDate ? At(3) : known.Published,
            Content = otherText ? "Eleven to nine members were for building it of wood beside the old brewery." : known.Content,
        };
        var filler = new ParsedEntry { Id = known.Id, Link = $"https://{host}/report/filler", Title = "Filler of the list", Published = At(5), Content = "Something else." };
        ParsedEntry[] beside = id == "repeated" ? [filler] : [];
        var before = await CountArticlesAsync();
        var first = $"https://feeds.{host}/a.xml";
        await PollAsync(first, place == "one document" ? [entry, known, .. beside] : [known, .. beside]);
        if (place != "one document")
            await PollAsync(place switch { "two polls" => first, "two feeds of the outlet" => $"https://feeds.{host}/b.xml", _ => $"https://blog{_case}.example/feed" }, [entry, .. beside]);
        return await CountArticlesAsync() - before - beside.Length;
    }

    private static string? IdOf(string kind, string host, bool second) => kind switch
    {
        "same" => "tag:1",
        "counted up" => $"https://{host}/report/1#{(second ? 3 : 0)}",
        "other" => second ? "tag:2" : "tag:1",
        "repeated" => "0",
        _ => null,
    };

    private static ClaimedDate At(int day) => new(new DateTimeOffset(2026, 11, day, 8, 0, 0, TimeSpan.Zero), DatePrecision.Full, "rss:pubDate");

    private async Task<int> CountArticlesAsync() => (await store.ListUnassignedAsync(100_000, CancellationToken.None)).Count;

    private async Task PollAsync(string url, ParsedEntry[] entries)
    {
        var feed = await store.AddFeedAsync(new FeedDefinition(url, url, "EV") { FullText = FullTextMode.Never }, Make.Now, CancellationToken.None);
        var read = EntryReading.Read(feed, new ParsedFeed { Format = FeedFormat.Rss20, Entries = entries }, new Uri(url), Make.Now);
        await store.CommitPollAsync(Make.Poll(feed.Id, [.. read]), CancellationToken.None);
    }
}
