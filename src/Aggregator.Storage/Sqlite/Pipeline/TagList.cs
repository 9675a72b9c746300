namespace Aggregator.Sqlite.Pipeline;

/// <summary>Tag ids in as few bytes as they need: groups of seven bits, low first, the eighth bit set on all but the last.</summary>
internal static class TagList
{
    public static byte[]? Pack(ReadOnlySpan<long> ids)
    {
        if (ids.IsEmpty)
            return null;
        List<byte> bytes = new(ids.Length * 2);
        foreach (long id in ids)
        {
            ulong rest = (ulong)id;
            for (; rest >= 0x80; rest >>= 7)
                bytes.Add((byte)(rest | 0x80));
            bytes.Add((byte)rest);
        }

        return [.. bytes];
    }

    /// <summary>Counts each id once more.</summary>
    public static void CountInto(ReadOnlySpan<byte> packed, Queries.Tally counts)
    {
        long id = 0;
        int shift = 0;
        foreach (byte next in packed)
        {
            id |= (long)(next & 0x7f) << shift;
            shift += 7;
            if (next >= 0x80)
                continue;
            counts.Add(id);
            id = 0;
            shift = 0;
        }
    }
}
