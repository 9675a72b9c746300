using System.Globalization;
using System.Text.Json;
using Aggregator.Model;

namespace Aggregator.Configuration;

/// <summary>A fault in the list of feeds: where it is and what is wrong.</summary>
/// <param name="Line">Line in the file, from 1; 0 where the fault is the whole file's.</param>
/// <param name="Feed">Title or address of the feed, or its position where it has neither.</param>
internal sealed record FeedsFileFault(string File, int Line, string? Feed, string Fault)
{
    public override string ToString() =>
        (Line, Feed) switch
        {
            (0, _) => $"{File} {Fault}",
            (_, null) => $"{File}, line {Line}: {Fault}",
            _ => $"{File}, line {Line}, feed {Feed}: {Fault}",
        };
}

/// <summary>The outcome of reading a list of feeds: all of it, or all of its faults.</summary>
internal sealed record FeedsFile(IReadOnlyList<FeedDefinition> Feeds, IReadOnlyList<FeedsFileFault> Faults)
{
    /// <summary>Of files that people edit.</summary>
    public static readonly JsonReaderOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    public bool IsValid => Faults.Count == 0;

    /// <summary>Reads <c>{ "feeds": [ { "url": …, "title": …, "category": … } ] }</c>; comments and trailing commas are allowed.</summary>
    public static FeedsFile Load(string path)
    {
        try
        {
            return Parse(File.ReadAllBytes(path), path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Broken(path, 0, $"cannot be read: {e.Message} Name another file with --feeds.");
        }
    }

    public static FeedsFile Parse(ReadOnlySpan<byte> json, string file)
    {
        if (json.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            json = json[3..];
        try
        {
            return new FeedsFileReader(file, json, Lenient).Read();
        }
        catch (JsonException e)
        {
            return Broken(file, (int)(e.LineNumber ?? 0) + 1,
                string.Create(CultureInfo.InvariantCulture, $"is no valid JSON at column {(e.BytePositionInLine ?? 0) + 1}: {Plain(e)}"));
        }
    }

    private static FeedsFile Broken(string file, int line, string fault) => new([], [new FeedsFileFault(file, line, null, fault)]);

    // The reader's message repeats the position at its end, which the fault already names.
    private static string Plain(JsonException e) => e.Message.Split(" LineNumber:")[0];
}
