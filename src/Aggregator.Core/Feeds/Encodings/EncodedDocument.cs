using System.Text;
using Aggregator.Model;

namespace Aggregator.Feeds.Encodings;

/// <summary>A document whose encoding is settled.</summary>
/// <param name="Bytes">The bytes behind the byte order mark.</param>
/// <param name="FirstCharacter">The first character that is no white space; null when there is none.</param>
/// <param name="Problems">What was wrong with the labels or before the first character.</param>
internal sealed record EncodedDocument(ReadOnlyMemory<byte> Bytes, Encoding Encoding, char? FirstCharacter, IReadOnlyList<FeedProblem> Problems)
{
    /// <summary>The document as characters, decoded piece by piece.</summary>
    public TextReader OpenText() => new ByteTextReader(Bytes, Encoding);

    /// <summary>The whole document as one string.</summary>
    public string Decode() => Encoding.GetString(Bytes.Span);
}
