using System.IO.Compression;
using Aggregator.Feeds.Writing;

namespace Aggregator.Api.Merged;

/// <summary>The bytes of a merged feed at one sequence number, compressed once for each encoding that somebody asks for.</summary>
internal sealed class RenderedFeed(long sequence, byte[] identity)
{
    private byte[]? _brotli;
    private byte[]? _gzip;

    public long Sequence => sequence;

    /// <summary>Identity and, by experience with news text, about half of that again for the two compressed forms.</summary>
    public long Size => identity.Length + (identity.Length / 2);

    public static byte[] Write(FeedDocument document, MergedFormat format) => format switch
    {
        MergedFormat.Atom => AtomWriter.Write(document),
        MergedFormat.Rss => RssWriter.Write(document),
        _ => JsonFeedWriter.Write(document),
    };

    public static string MediaType(MergedFormat format) => format switch
    {
        MergedFormat.Atom => AtomWriter.MediaType,
        MergedFormat.Rss => RssWriter.MediaType,
        _ => JsonFeedWriter.MediaType,
    } + "; charset=utf-8";

    /// <summary>Two requests at once may compress the same bytes twice; the results are equal, so no lock is needed.</summary>
    public byte[] Bytes(string? encoding) => encoding switch
    {
        "br" => _brotli ??= Compress(static stream => new BrotliStream(stream, CompressionLevel.Fastest)),
        "gzip" => _gzip ??= Compress(static stream => new GZipStream(stream, CompressionLevel.Optimal)),
        _ => identity,
    };

    private byte[] Compress(Func<Stream, Stream> open)
    {
        using var bytes = new MemoryStream();
        using (var compressing = open(bytes))
            compressing.Write(identity);
        return bytes.ToArray();
    }
}
