using System.Text;

namespace Aggregator.Feeds.Encodings;

/// <summary>Guesses the encoding of bytes that no label explains.</summary>
internal static class EncodingSniffer
{
    // Enough text to tell encodings apart; more only costs time.
    private const int Sample = 64 * 1024;

    /// <summary>UTF-16 or UTF-32 without a mark, told by the NULs beside the first "&lt;" (XML 1.0, appendix F).</summary>
    public static Encoding? WideWithoutMark(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0, 0, 0, (byte)'<', ..] => new UTF32Encoding(bigEndian: true, byteOrderMark: false),
        [(byte)'<', 0, 0, 0, ..] => Encoding.UTF32,
        [0, (byte)'<', 0, _, ..] => Encoding.BigEndianUnicode,
        [(byte)'<', 0, _, 0, ..] => Encoding.Unicode,
        [0, (byte)'{', 0, _, ..] => Encoding.BigEndianUnicode,
        [(byte)'{', 0, _, 0, ..] => Encoding.Unicode,
        _ => null,
    };

    /// <summary>The likeliest encoding of bytes that are not valid UTF-8.</summary>
    public static Encoding Detect(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..Math.Min(bytes.Length, Sample)];
        if (MostlyUtf8(sample))
            return Encoding.UTF8;
        return EncodingLabels.Find("windows-1252")!;
    }

    // Damaged UTF-8: far more good multi-byte sequences than bad bytes.
    private static bool MostlyUtf8(ReadOnlySpan<byte> bytes)
    {
        int good = 0, bad = 0;
        while (!bytes.IsEmpty)
        {
            var status = Rune.DecodeFromUtf8(bytes, out _, out var used);
            if (status == System.Buffers.OperationStatus.Done)
                good += used > 1 ? 1 : 0;
            else
                bad++;
            bytes = bytes[used..];
        }

        return good > 4 * bad;
    }
}
