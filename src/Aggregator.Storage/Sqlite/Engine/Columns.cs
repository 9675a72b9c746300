using System.Globalization;
using System.Text.Json;
using Aggregator.Model;

namespace Aggregator.Sqlite.Engine;

/// <summary>How values are written into columns and read back.</summary>
internal static class Columns
{
    public static long Ms(DateTimeOffset time) => time.ToUnixTimeMilliseconds();

    public static object? Ms(DateTimeOffset? time) => time?.ToUnixTimeMilliseconds();

    public static object? Ms(TimeSpan? span) => span is { } value ? (long)value.TotalMilliseconds : null;

    public static DateTimeOffset Time(long ms) => DateTimeOffset.FromUnixTimeMilliseconds(ms);

    /// <summary>A list as a JSON array; null when empty.</summary>
    public static string? Json(IReadOnlyList<string> list) => list.Count == 0 ? null : JsonSerializer.Serialize(list, ColumnsJson.Default.IReadOnlyListString);

    public static IReadOnlyList<string> List(string? json) =>
        json is null ? [] : JsonSerializer.Deserialize(json, ColumnsJson.Default.IReadOnlyListString) ?? [];

    /// <summary>Files as a JSON array; null when there are none.</summary>
    public static string? Json(IReadOnlyList<Enclosure> files) =>
        files.Count == 0 ? null : JsonSerializer.Serialize(files, ColumnsJson.Default.IReadOnlyListEnclosure);

    public static IReadOnlyList<Enclosure> Enclosures(string? json) =>
        json is null ? [] : JsonSerializer.Deserialize(json, ColumnsJson.Default.IReadOnlyListEnclosure) ?? [];

    public static string Numbers(IEnumerable<long> values) => string.Join(',', values.Select(value => value.ToString(CultureInfo.InvariantCulture)));
}
