using System.Runtime.InteropServices;

namespace Aggregator.Html.Dom;

/// <summary>
/// Gives the same string for equal short runs of characters: names and classes repeat on a page and on all pages of a site. A table of fixed size in
/// which the newer string wins; not for several threads at once.
/// </summary>
internal sealed class StringTable
{
    /// <summary>Longer values are addresses and sentences, which do not repeat.</summary>
    private const int Longest = 40;

    private const int SlotBits = 11;

    /// <summary>2 to the 64th divided by the golden ratio, which spreads what differs in any bit (Knuth, The Art of Computer Programming 3, 6.4).</summary>
    private const ulong Odd = 0x9E3779B97F4A7C15;

    private readonly string?[] _slots = new string?[1 << SlotBits];

    public string Get(ReadOnlySpan<char> text)
    {
        if (text.Length is 0)
            return "";
        if (text.Length > Longest)
            return text.ToString();
        ref var slot = ref _slots[Slot(text)];
        return slot is { } kept && text.SequenceEqual(kept) ? kept : slot = text.ToString();
    }

    /// <summary>From four characters at the beginning, in the middle and at the end: what they do not tell apart shares a slot.</summary>
    private static int Slot(ReadOnlySpan<char> text)
    {
        var hash = (ulong)text.Length;
        if (text.Length < 4)
        {
            foreach (var c in text)
                hash = (hash << 16) | c;
        }
        else
        {
            hash = (hash + Four(text)) * Odd;
            hash = (hash ^ Four(text[(text.Length / 2 - 2)..])) * Odd;
            hash ^= Four(text[^4..]);
        }
        return (int)((hash * Odd) >> (64 - SlotBits));
    }

    private static ulong Four(ReadOnlySpan<char> text) => MemoryMarshal.Read<ulong>(MemoryMarshal.AsBytes(text));
}
