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
    /// <summary>The document as characters, decoded piece by piece.</summary>
    public TextReader OpenText() => new ByteTextReader(Bytes, Encoding);

    /// <summary>
    /// A reader of the document, decoded piece by piece. Where the bytes are what they say, valid UTF-8, the XML reader decodes them itself, into a buffer no
    /// larger than the document.
    /// </summary>
    public XmlReader OpenXml(XmlReaderSettings settings) =>
        ReferenceEquals(Encoding, Encoding.UTF8) && EncodingLabels.SayUtf8(Bytes.Span)
            && MemoryMarshal.TryGetArray(Bytes, out var segment)
            ? XmlReader.Create(new MemoryStream(segment.Array!, segment.Offset, segment.Count, writable: false), settings)
            : XmlReader.Create(OpenText(), settings);

    /// <summary>Whether some element may have an <c>xml:base</c>: hardly any document does, and then no element need be asked.</summary>
    public bool MayHaveBases => !ReferenceEquals(Encoding, Encoding.UTF8) || Bytes.Span.IndexOf("xml:base"u8) >= 0;

    /// <summary>The whole document as one string.</summary>
    public string Decode() => Encoding.GetString(Bytes.Span);
}
