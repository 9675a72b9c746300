using System.Buffers;
using System.Text;
using System.Text.Unicode;
using Aggregator.Model;

namespace Aggregator.Text.Encodings;

/// <summary>
/// The encoding of a document: byte order mark, then what the bytes prove, then the header and the document's own declaration, whichever decodes without
/// damage, then a guess. Whatever a label says, bytes that are valid UTF-8 with characters beyond ASCII are UTF-8, for text of another encoding is hardly ever
/// so by chance.
/// </summary>
/// <param name="Skip">Bytes of the mark.</param>
/// <param name="Problems">What was wrong with the labels.</param>
internal readonly record struct EncodingChoice(Encoding Encoding, int Skip, IReadOnlyList<FeedProblem> Problems)
{
    /// <summary>Good sequences for a bad byte: what stands for UTF-8 against any label, and what where no label fits.</summary>
    private const int CertainlyUtf8 = 20, ProbablyUtf8 = 2;

    /// <param name="header">The label of the transport, if any.</param>
    /// <param name="declared">The document's own label, if any.</param>
    public static EncodingChoice Of(ReadOnlySpan<byte> bytes, string? header, string? declared)
    {
        if (Marked(bytes) is { } marked)
        {
            return new(marked.Encoding, marked.Skip,
                marked.Skip == 3 && !Utf8.IsValid(bytes) ? [Wrong("marked as UTF-8 but not all of it is")] : []);
        }

        if (WideWithoutMark(bytes) is { } wide)
            return new(wide, 0, []);
        List<FeedProblem> problems = [];
        var label = header;
        var stated = Find(header, problems);
        if (stated is null && declared is not null)
            (label, stated) = (declared, Find(declared, problems));
        return new(Utf8.IsValid(bytes) ? OfUtf8(bytes, stated, label, problems) : OfOther(bytes, stated, label, declared, problems), 0, problems);
    }

    private static Encoding OfUtf8(ReadOnlySpan<byte> bytes, Encoding? stated, string? label, List<FeedProblem> problems)
    {
        if (stated is null || stated.CodePage == Encoding.UTF8.CodePage)
            return Encoding.UTF8;
        if (Ascii.IsValid(bytes))
            return EncodingLabels.IsStateful(stated) ? stated : Encoding.UTF8;
        problems.Add(Wrong($"declared {label} but is UTF-8"));
        return Encoding.UTF8;
    }

    private static Encoding OfOther(ReadOnlySpan<byte> bytes, Encoding? stated, string? label, string? declared, List<FeedProblem> problems)
    {
        var second = stated is null || declared is null ? null : EncodingLabels.Find(declared);
        var read = Utf8Share(bytes) > CertainlyUtf8 ? DamagedUtf8.Encoding : StatedEncodings.Best(bytes, stated, second);
        if (read is not null && read.CodePage == stated?.CodePage)
            return read;
        read ??= Utf8Share(bytes) > ProbablyUtf8 ? DamagedUtf8.Encoding : LegacyEncodings.Likeliest(bytes);
        problems.Add(Wrong(label is null
            ? $"no encoding declared and no UTF-8; read as {read.WebName}"
            : $"declared {label} but is not; read as {read.WebName}"));
        return read;
    }

    private static Encoding? Find(string? label, List<FeedProblem> problems)
    {
        var found = label is null ? null : EncodingLabels.Find(label);
        if (label is not null && found is null)
            problems.Add(new FeedProblem("unknown-encoding", $"the encoding “{label}” is not known"));
        return found;
    }

    private static FeedProblem Wrong(string detail) => new("wrong-encoding", detail);

    private static (Encoding Encoding, int Skip)? Marked(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (DamagedUtf8.Encoding, 3),
        [0xFF, 0xFE, 0, 0, ..] => (Encoding.UTF32, 4),
        [0, 0, 0xFE, 0xFF, ..] => (new UTF32Encoding(bigEndian: true, byteOrderMark: true), 4),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
        _ => null,
    };

    /// <summary>UTF-16, UTF-32 or EBCDIC without a mark, told by the first characters (XML 1.0, appendix F).</summary>
    private static Encoding? WideWithoutMark(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0, 0, 0, (byte)'<', ..] => new UTF32Encoding(bigEndian: true, byteOrderMark: false),
        [(byte)'<', 0, 0, 0, ..] => Encoding.UTF32,
        [0, (byte)'<' or (byte)'{', 0, not 0, ..] => Encoding.BigEndianUnicode,
        [(byte)'<' or (byte)'{', 0, not 0, 0, ..] => Encoding.Unicode,
        // "<?xm" in EBCDIC: the declaration can be read with any EBCDIC code page and names the right one.
        [0x4C, 0x6F, 0xA7, 0x94, ..] => Ebcdic(bytes),
        _ => null,
    };

    private static Encoding Ebcdic(ReadOnlySpan<byte> bytes)
    {
        var common = EncodingLabels.Find("ibm037")!;
        var declaration = Encoding.ASCII.GetBytes(common.GetString(bytes[..Math.Min(bytes.Length, StatedLabel.DeclarationReach)]));
        return StatedLabel.InXml(declaration) is { } label && EncodingLabels.Find(label) is { } named ? named : common;
    }

    /// <summary>How many good multi-byte sequences stand there for each bad byte; text in another encoding has hardly any.</summary>
    private static double Utf8Share(ReadOnlySpan<byte> bytes)
    {
        int good = 0, bad = 0;
        while (!bytes.IsEmpty)
        {
            if (Rune.DecodeFromUtf8(bytes, out _, out var used) == OperationStatus.InvalidData)
                bad++;
            else
                good += used > 1 ? 1 : 0;
            bytes = bytes[used..];
        }

        return (double)good / Math.Max(1, bad);
    }
}
