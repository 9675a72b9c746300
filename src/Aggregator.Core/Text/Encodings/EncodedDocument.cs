using System.Runtime.InteropServices;
using System.Text;
using System.Xml;
using Aggregator.Model;

namespace Aggregator.Text.Encodings;

/// <summary>A document whose encoding is settled.</summary>
/// <param name="Bytes">The bytes behind the byte order mark.</param>
/// <param name="FirstCharacter">The first character that is no white space; null when there is none.</param>
/// <param name="Problems">What was wrong with the labels or before the first character.</param>
internal sealed record EncodedDocument(ReadOnlyMemory<byte> Bytes, Encoding Encoding, char? FirstCharacter, IReadOnlyList<FeedProblem> Problems)
{
    /// <summary>Settles the encoding of a feed, and where in its bytes it begins.</summary>
    public static EncodedDocument Of(ReadOnlyMemory<byte> document, string? contentType)
    {
        var choice = EncodingChoice.Of(document.Span, StatedLabel.InContentType(contentType), StatedLabel.InXml(document.Span));
        var bytes = document[choice.Skip..];
        var (first, leading) = Leading(bytes.Span, choice.Encoding);
        return new EncodedDocument(bytes[leading..], choice.Encoding, first, leading > 0 && first is not null
            ? [.. choice.Problems, new FeedProblem("leading-white-space", $"{leading} bytes of white space before the document")]
            : choice.Problems);
    }

    /// <summary>The document as characters, decoded piece by piece.</summary>
    public TextReader OpenText() => new ByteTextReader(Bytes, Encoding);

    /// <summary>
    /// A reader of the document, decoded piece by piece. Where the bytes are what they say, valid UTF-8, the XML reader decodes them itself, into a buffer no
    /// larger than the document.
    /// </summary>
    public XmlReader OpenXml(XmlReaderSettings settings) =>
        ReferenceEquals(Encoding, Encoding.UTF8) && StatedLabel.IsUtf8InXml(Bytes.Span)
            && MemoryMarshal.TryGetArray(Bytes, out var segment)
            ? XmlReader.Create(new MemoryStream(segment.Array!, segment.Offset, segment.Count, writable: false), settings)
            : XmlReader.Create(OpenText(), settings);

    /// <summary>Whether some element may have an <c>xml:base</c>: hardly any document does, and then no element need be asked.</summary>
    public bool MayHaveBases => !ReferenceEquals(Encoding, Encoding.UTF8) || Bytes.Span.IndexOf("xml:base"u8) >= 0;

    /// <summary>The whole document as one string.</summary>
    public string Decode() => Encoding.GetString(Bytes.Span);

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
