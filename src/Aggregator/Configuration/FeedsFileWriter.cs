using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Aggregator.Model;

namespace Aggregator.Configuration;

/// <summary>Writes a list of feeds, one feed a line. The old file is replaced in one step, so a reader never sees half of it.</summary>
internal static class FeedsFileWriter
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <exception cref="IOException">The folder or the file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">Likewise.</exception>
    public static void Replace(string file, string list)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder)
            Directory.CreateDirectory(folder);
        var temporary = file + ".new";
        File.WriteAllText(temporary, list);
        File.Move(temporary, file, overwrite: true);
    }

    public static string Format(IReadOnlyList<FeedDefinition> feeds) =>
        "{\n  \"feeds\": [\n" + string.Join(",\n", feeds.Select(f => "    " + Line(f))) + "\n  ]\n}\n";

    /// <summary>
    /// A list with more feeds at its end. What else its owner wrote stays as it is: comments, other keys, the order and form of lines.
    /// </summary>
    /// <param name="list">A list that was read without a fault.</param>
    public static string Append(ReadOnlySpan<byte> list, IReadOnlyList<FeedDefinition> feeds)
    {
        if (list.StartsWith(Encoding.UTF8.Preamble))
            list = list[3..];
        var (lastEnd, close, comma) = EndOfFeeds(list);
        var added = string.Join(",\n", feeds.Select(f => "    " + Line(f)));
        var before = Encoding.UTF8.GetString(list[..lastEnd]) + (comma ? "," : "");
        var between = Encoding.UTF8.GetString(list[lastEnd..close]).TrimEnd(' ', '\t', '\r', '\n');
        return $"{before}{between}\n{added}\n  {Encoding.UTF8.GetString(list[close..])}";
    }

    /// <summary>Where the last feed ends, where the array does, and whether a comma is missing between.</summary>
    private static (int LastEnd, int Close, bool Comma) EndOfFeeds(ReadOnlySpan<byte> list)
    {
        var reader = new Utf8JsonReader(list, FeedsFile.Lenient);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isFeeds = reader.ValueTextEquals("feeds");
            reader.Read();
            if (!isFeeds || reader.TokenType != JsonTokenType.StartArray)
            {
                reader.Skip();
                continue;
            }

            var (first, lastEnd) = ((int)reader.BytesConsumed, (int)reader.BytesConsumed);
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                reader.Skip();
                lastEnd = (int)reader.BytesConsumed;
            }

            var close = (int)reader.TokenStartIndex;
            return (lastEnd, close, lastEnd > first && !HasComma(list[lastEnd..close]));
        }

        throw new ArgumentException("The list has no feeds.", nameof(list));
    }

    /// <summary>Whether a comma stands outside of comments.</summary>
    private static bool HasComma(ReadOnlySpan<byte> text)
    {
        while (text.IndexOfAny((byte)',', (byte)'/') is >= 0 and var at)
        {
            if (text[at] == (byte)',')
                return true;
            var isLine = text[at + 1] == (byte)'/';
            var end = text[(at + 2)..].IndexOf(isLine ? "\n"u8 : "*/"u8);
            if (end < 0)
                return false;
            text = text[(at + 2 + end + (isLine ? 1 : 2))..];
        }

        return false;
    }

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
