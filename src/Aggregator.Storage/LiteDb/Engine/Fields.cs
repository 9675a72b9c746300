using System.Runtime.InteropServices;
using LiteDB;

namespace Aggregator.LiteDb.Engine;

/// <summary>
/// How values are written into documents and read back. Times are Unix milliseconds in 64-bit integers: LiteDB's own dates come back in local time and
/// move in the hour that autumn repeats. What is null is left out.
/// </summary>
internal static class Fields
{
    public static BsonValue Value(DateTimeOffset time) => time.ToUnixTimeMilliseconds();

    public static BsonValue Value(DateTimeOffset? time) => time is { } value ? value.ToUnixTimeMilliseconds() : BsonValue.Null;

    public static BsonValue Value(TimeSpan? span) => span is { } value ? (long)value.TotalMilliseconds : BsonValue.Null;

    public static BsonValue Value(int? number) => number is { } value ? value : BsonValue.Null;

    public static BsonValue Value(long? number) => number is { } value ? value : BsonValue.Null;

    public static BsonValue Value(double? number) => number is { } value ? value : BsonValue.Null;

    public static BsonValue Value(IReadOnlyList<string> list) => list.Count == 0 ? BsonValue.Null : new BsonArray(list.Select(text => new BsonValue(text)));

    /// <summary>Numbers side by side in one binary value; null for none.</summary>
    public static BsonValue Packed(int[]? numbers) => numbers is { Length: > 0 } ? MemoryMarshal.AsBytes(numbers).ToArray() : BsonValue.Null;

    public static BsonValue Packed(long[]? numbers) => numbers is { Length: > 0 } ? MemoryMarshal.AsBytes(numbers).ToArray() : BsonValue.Null;

    /// <summary>Sets a field, or takes it away where the value is null.</summary>
    public static void Set(this BsonDocument document, string field, BsonValue value)
    {
        if (value.IsNull)
            document.Remove(field);
        else
            document[field] = value;
    }

    public static string? Text(this BsonDocument document, string field) => document[field] is { IsString: true } value ? value.AsString : null;

    public static long? Number(this BsonDocument document, string field) => document[field] is { IsNumber: true } value ? value.AsInt64 : null;

    public static long Long(this BsonDocument document, string field) => document[field] is { IsNumber: true } value ? value.AsInt64 : 0;

    public static int Int(this BsonDocument document, string field) => document[field] is { IsNumber: true } value ? value.AsInt32 : 0;

    public static double? Real(this BsonDocument document, string field) => document[field] is { IsNumber: true } value ? value.AsDouble : null;

    public static bool Flag(this BsonDocument document, string field) => document[field] is { IsBoolean: true } value && value.AsBoolean;

    public static DateTimeOffset Time(this BsonDocument document, string field) => DateTimeOffset.FromUnixTimeMilliseconds(document.Long(field));

    public static DateTimeOffset? TimeOrNull(this BsonDocument document, string field) =>
        document.Number(field) is { } ms ? DateTimeOffset.FromUnixTimeMilliseconds(ms) : null;

    public static TimeSpan? Span(this BsonDocument document, string field) => document.Number(field) is { } ms ? TimeSpan.FromMilliseconds(ms) : null;

    public static byte[] Bytes(this BsonDocument document, string field) => document[field].AsBinary ?? [];

    public static IReadOnlyList<string> Texts(this BsonDocument document, string field) =>
        document[field] is { IsArray: true } list ? [.. list.AsArray.Select(value => value.AsString)] : [];

    public static int[] Ints(this BsonDocument document, string field) => MemoryMarshal.Cast<byte, int>(document.Bytes(field)).ToArray();

    public static long[] Longs(this BsonDocument document, string field) => MemoryMarshal.Cast<byte, long>(document.Bytes(field)).ToArray();

    /// <summary>The documents of a list; empty when there is none.</summary>
    public static IEnumerable<BsonDocument> List(this BsonDocument document, string field) =>
        document[field] is { IsArray: true } list ? list.AsArray.Select(value => value.AsDocument) : [];
}
