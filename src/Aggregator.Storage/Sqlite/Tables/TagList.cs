using Aggregator.Stores;

namespace Aggregator.Sqlite.Tables;

/// <summary>Tag ids in as few bytes as they need: groups of seven bits, low first, the eighth bit set on all but the last.</summary>
internal static class TagList
{
    public static byte[]? Pack(ReadOnlySpan<long> ids)
    {
        if (ids.IsEmpty)
            return null;
        List<byte> bytes = new(ids.Length * 2);
        foreach (var id in ids)
        {
            var rest = (ulong)id;
            for (; rest >= 0x80; rest >>= 7)
                bytes.Add((byte)(rest | 0x80));
            bytes.Add((byte)rest);
        }

        return [.. bytes];
    }

    /// <summary>Counts each id once more.</summary>
    public static void CountInto(ReadOnlySpan<byte> packed, Dictionary<long, int> counts)
    {
        while (!packed.IsEmpty)
        {
            var id = Next(ref packed);
            counts[id] = counts.GetValueOrDefault(id) + 1;
        }
    }

    /// <summary>Counts each id once more.</summary>
    public static void CountInto(ReadOnlySpan<byte> packed, Tally counts)
    {
        while (!packed.IsEmpty)
            counts.Add(Next(ref packed));
    }

    private static long Next(ref ReadOnlySpan<byte> packed)
    {
        long id = 0;
        for (int at = 0, shift = 0; at < packed.Length; at++, shift += 7)
        {
            id |= (long)(packed[at] & 0x7f) << shift;
            if (packed[at] >= 0x80)
                continue;
            packed = packed[(at + 1)..];
            return id;
        }

        packed = [];
        return id;
    }
}
