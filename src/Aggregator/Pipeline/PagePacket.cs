using System.Buffers.Binary;
using System.IO.Compression;
using System.Text.Json;
using Aggregator.Fetching;
using Aggregator.Stores;

namespace Aggregator.Pipeline;

/// <summary>
/// A page as it is kept: what was fetched and what the feed had said of the article, in one compressed value, so that it can be read again alike.
/// </summary>
internal static class PagePacket
{
    public static byte[] Pack(UnreadArticle article, PageFetchResult.Fetched page)
    {
        var head = JsonSerializer.SerializeToUtf8Bytes(new Head(page.Url.AbsoluteUri, page.ContentType, article));
        var packet = new MemoryStream();
        // Brotli's level 4, which Fastest and Optimal bracket: the tenth of a second that the best level takes is more than extraction does.
        using (var brotli = new BrotliStream(packet, CompressionLevel.Optimal))
        {
            Span<byte> length = stackalloc byte[4];
            BinaryPrimitives.WriteInt32LittleEndian(length, head.Length);
            brotli.Write(length);
            brotli.Write(head);
            brotli.Write(page.Body);
        }

        return packet.ToArray();
    }

    /// <exception cref="InvalidDataException">The packet is damaged.</exception>
    public static (UnreadArticle Article, PageFetchResult.Fetched Page) Unpack(byte[] packet)
    {
        using var brotli = new BrotliStream(new MemoryStream(packet), CompressionMode.Decompress);
        using var plain = new MemoryStream();
        brotli.CopyTo(plain);
        var bytes = plain.GetBuffer().AsSpan(0, (int)plain.Length);
        if (bytes.Length < 4 || BinaryPrimitives.ReadInt32LittleEndian(bytes) is var length && (length < 0 || length > bytes.Length - 4))
            throw new InvalidDataException("A kept page cannot be unpacked.");
        var head = JsonSerializer.Deserialize<Head>(bytes.Slice(4, length))!;
        return (head.Article,
            new PageFetchResult.Fetched(bytes[(4 + length)..].ToArray(), new Uri(head.Url), head.ContentType, NoArchive: false));
    }

    private sealed record Head(string Url, string? ContentType, UnreadArticle Article);
}
