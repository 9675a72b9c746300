using System.Buffers;
using System.Text;

namespace Aggregator.Text.Encodings;

/// <summary>Guesses the encoding of bytes that no label explains.</summary>
internal static class EncodingSniffer
{
    // Enough text to tell encodings apart; more only costs time.
    private const int Sample = 64 * 1024;

    /// <summary>UTF-16, UTF-32 or EBCDIC without a mark, told by the first characters (XML 1.0, appendix F).</summary>
    public static Encoding? WideWithoutMark(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0, 0, 0, (byte)'<', ..] => new UTF32Encoding(bigEndian: true, byteOrderMark: false),
        [(byte)'<', 0, 0, 0, ..] => Encoding.UTF32,
        [0, (byte)'<' or (byte)'{', 0, not 0, ..] => Encoding.BigEndianUnicode,
        [(byte)'<' or (byte)'{', 0, not 0, 0, ..] => Encoding.Unicode,
        // "<?xm" in EBCDIC: the declaration can be read with any EBCDIC code page and names the right one.
        [0x4C, 0x6F, 0xA7, 0x94, ..] => Ebcdic(bytes),
        _ => null,
    };

    /// <summary>The likeliest encoding of bytes that are not valid UTF-8.</summary>
    public static Encoding Detect(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..Math.Min(bytes.Length, Sample)];
        return MostlyUtf8(sample) ? DamagedUtf8.Encoding : LegacyEncodings.Likeliest(sample);
    }

    private static Encoding Ebcdic(ReadOnlySpan<byte> bytes)
    {
        var common = EncodingLabels.Find("ibm037")!;
        var declaration = Encoding.ASCII.GetBytes(common.GetString(bytes[..Math.Min(bytes.Length, EncodingLabels.DeclarationReach)]));
        return EncodingLabels.FromDeclaration(declaration) is { } label && EncodingLabels.Find(label) is { } named ? named : common;
    }

    // Damaged UTF-8 has far more good multi-byte sequences than bad bytes; text in another encoding has hardly any.
    private static bool MostlyUtf8(ReadOnlySpan<byte> bytes)
    {
        int good = 0, bad = 0;
        while (!bytes.IsEmpty)
        {
            var status = Rune.DecodeFromUtf8(bytes, out _, out var used);
            if (status == OperationStatus.InvalidData)
                bad++;
            else
                good += used > 1 ? 1 : 0;
            bytes = bytes[used..];
        }

        return good > 2 * bad;
    }
}
