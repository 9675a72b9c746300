using System.Text;
using System.Text.Unicode;
using Aggregator.Model;

namespace Aggregator.Text.Encodings;

/// <summary>
/// Settles a document's encoding: byte order mark, then HTTP charset, then the document's own declaration, then detection; and whatever
/// a single-byte label says, bytes that are valid UTF-8 with characters beyond ASCII are UTF-8, for text of another encoding is hardly ever so by chance.
/// </summary>
internal static class DocumentDecoder
{
    public static EncodedDocument Detect(ReadOnlyMemory<byte> document, string? contentType)
    {
        var problems = new List<FeedProblem>();
        var (encoding, skip) = Choose(document.Span, contentType, problems);
        var bytes = document[skip..];
        var (first, leading) = Leading(bytes.Span, encoding);
        bytes = bytes[leading..];
        if (leading > 0 && first is not null)
            problems.Add(new FeedProblem("leading-white-space", $"{leading} bytes of white space before the document"));
        return new EncodedDocument(bytes, encoding, first, problems);
    }

    private static (Encoding Encoding, int Skip) Choose(ReadOnlySpan<byte> bytes, string? contentType, List<FeedProblem> problems)
    {
        if (ByteOrderMark(bytes) is { } marked)
        {
            if (marked.Skip == 3 && !Utf8.IsValid(bytes))
                problems.Add(new FeedProblem("wrong-encoding", "marked as UTF-8 but not all of it is"));
            return marked;
        }

        if (EncodingSniffer.WideWithoutMark(bytes) is { } wide)
            return (wide, 0);
        var label = EncodingLabels.FromContentType(contentType) ?? EncodingLabels.FromDeclaration(bytes);
        var labelled = label is null ? null : EncodingLabels.Find(label);
        if (label is not null && labelled is null)
            problems.Add(new FeedProblem("unknown-encoding", $"the encoding “{label}” is not known"));
        if (Utf8.IsValid(bytes))
            return (ValidUtf8(bytes, labelled, label, problems), 0);
        if (labelled is not null && !EncodingLabels.IsUnicode(labelled))
            return (labelled, 0);
        var detected = EncodingSniffer.Detect(bytes);
        problems.Add(new FeedProblem("wrong-encoding",
            label is null ? $"no encoding declared and no UTF-8; read as {detected.WebName}" : $"declared {label} but is not; read as {detected.WebName}"));
        return (detected, 0);
    }

    private static Encoding ValidUtf8(ReadOnlySpan<byte> bytes, Encoding? labelled, string? label, List<FeedProblem> problems)
    {
        if (labelled is null || labelled.CodePage == Encoding.UTF8.CodePage)
            return Encoding.UTF8;
        if (Ascii.IsValid(bytes))
            return EncodingLabels.IsStateful(labelled) ? labelled : Encoding.UTF8;
        problems.Add(new FeedProblem("wrong-encoding", $"declared {label} but is UTF-8"));
        return Encoding.UTF8;
    }

    private static (Encoding Encoding, int Skip)? ByteOrderMark(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (DamagedUtf8.Encoding, 3),
        [0xFF, 0xFE, 0, 0, ..] => (Encoding.UTF32, 4),
        [0, 0, 0xFE, 0xFF, ..] => (new UTF32Encoding(bigEndian: true, byteOrderMark: true), 4),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
        _ => null,
    };

    // White space, NULs and repeated byte order marks before the document are common and harmless.
    private static (char? First, int Bytes) Leading(ReadOnlySpan<byte> bytes, Encoding encoding)
    {
        var position = 0;
        Span<char> characters = stackalloc char[2];
        var step = encoding.CodePage switch
        {
            1200 or 1201 => 2,
            12000 or 12001 => 4,
            _ => 1,
        };
        while (position + step <= bytes.Length)
        {
            var length = step == 1 && bytes[position..].StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? 3 : step;
            var count = encoding.GetChars(bytes.Slice(position, length), characters);
            if (count == 0 || !(char.IsWhiteSpace(characters[0]) || characters[0] is '\uFEFF' or '\0'))
                return (count == 0 ? '?' : characters[0], position);
            position += length;
        }

        return (null, position);
    }
}
