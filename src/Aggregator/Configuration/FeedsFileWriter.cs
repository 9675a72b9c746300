using System.Text.Encodings.Web;
using System.Text.Json;
using Aggregator.Model;

namespace Aggregator.Configuration;

/// <summary>Writes a list of feeds, one feed a line. The old file is replaced in one step, so a reader never sees half of it.</summary>
internal static class FeedsFileWriter
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(string file, IReadOnlyList<FeedDefinition> feeds)
    {
        var temporary = file + ".new";
        File.WriteAllText(temporary, Format(feeds));
        File.Move(temporary, file, overwrite: true);
    }

    public static string Format(IReadOnlyList<FeedDefinition> feeds) =>
        "{\n  \"feeds\": [\n" + string.Join(",\n", feeds.Select(f => "    " + Line(f))) + "\n  ]\n}\n";

    private static string Line(FeedDefinition feed)
    {
        var pairs = new List<string> { Pair("url", feed.Url), Pair("title", feed.Title), Pair("category", feed.Category) };
        if (feed.Interval is { } interval)
            pairs.Add(Pair("interval", interval.ToString("c")));
        if (feed.FullText != FullTextMode.Auto)
            pairs.Add(Pair("full_text", feed.FullText.ToString().ToLowerInvariant()));
        if (feed.Language is { } language)
            pairs.Add(Pair("language", language));
        if (feed.Reader is { } reader)
            pairs.Add(Pair("reader", ReaderNames.Of(reader)));
        if (feed.Cron is { } cron)
            pairs.Add(Pair("cron", cron));
        if (feed.CronZone is { } zone)
            pairs.Add(Pair("cron_zone", zone));
        if (feed.QuietHours is { } quiet)
            pairs.Add(Pair("quiet_hours", quiet));
        if (feed.Disabled)
            pairs.Add("\"disabled\": true");
        return $"{{ {string.Join(", ", pairs)} }}";
    }

    private static string Pair(string key, string value) => $"\"{key}\": {JsonSerializer.Serialize(value, Readable)}";
}
