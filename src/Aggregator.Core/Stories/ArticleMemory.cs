using Aggregator.Stories.Clustering;
using Aggregator.Stories.Copies;

namespace Aggregator.Stories;

/// <summary>
/// What is stored of an article, so that the indexes of copies and stories can be rebuilt without reading, unpacking and cutting up its text:
/// about 6 bytes a term and 2 bytes a content word, 1.2 KB for an article of 300 content words.
/// </summary>
public sealed record ArticleMemory(StoryVector Story, CopyPrint Copy)
{
    /// <summary>
    /// Counts the ways in which words are cut, stemmed, weighed and hashed. Memories of another version are made again from the text, so any change
    /// to that (function words, stop words, spelling, stemmer, lead length) needs a new number; a test that pins the bytes of one article says when.
    /// </summary>
    public const int Version = 3;

    public byte[] Pack()
    {
        var bytes = new byte[Story.Size + Copy.Size];
        Copy.Write(bytes.AsSpan(Story.Write(bytes)));
        return bytes;
    }

    /// <exception cref="ArgumentOutOfRangeException">The bytes are not what <see cref="Pack"/> made.</exception>
    public static ArticleMemory Unpack(ReadOnlySpan<byte> bytes)
    {
        var story = StoryVector.Read(bytes, out var used);
        return new ArticleMemory(story, CopyPrint.Read(bytes[used..]));
    }
}
