using System.Buffers;
using System.IO.Compression;
using Aggregator.Model;

namespace Aggregator.Fetching;

/// <summary>
/// gzip and deflate with a limit and with the check that the framework leaves out: its streams end quietly where compressed data was cut
/// off (.NET 10). Complete data decodes to the same with anything behind it; cut-off data does not.
/// </summary>
internal static class Inflating
{
    /// <summary>No gzip header, so that complete data is not followed by another member, and no valid end of a deflate block.</summary>
    private static readonly byte[] Junk = [.. Enumerable.Repeat((byte)0xFF, 64)];

    // Deflate gives at most 1,032 bytes for one, text about five; and an announcement costs whoever makes it nothing.
    private const int MostAnnounced = 16;

    public static bool IsGzip(ReadOnlySpan<byte> body) => body is [0x1F, 0x8B, 0x08, ..];

    public static byte[] Gzip(byte[] body, long limit, bool cut)
    {
        var announced = body.Length >= 18 ? BitConverter.ToUInt32(body, body.Length - 4) : 0;
        var decoded = Run(body, source => new GZipStream(source, CompressionMode.Decompress), limit, cut, announced);
        // the length at the end of the only member settles it without a second pass (RFC 1952 §2.3.1); its checksum was compared if it is there
        var complete = cut || (body.Length >= 18 && announced == (uint)decoded.Length)
            || IsComplete(body, source => new GZipStream(source, CompressionMode.Decompress), limit, decoded.Length);
        return complete ? decoded : throw Damaged(null);
    }

    /// <summary>RFC 9110 means the zlib format by <c>deflate</c>; some servers send the bare data.</summary>
    public static byte[] Deflate(byte[] body, long limit, bool cut)
    {
        var zlib = body.Length >= 2 && (body[0] & 0x0F) == 8 && ((body[0] << 8) + body[1]) % 31 == 0;
        Func<Stream, Stream> open = zlib
            ? source => new ZLibStream(source, CompressionMode.Decompress)
            : source => new DeflateStream(source, CompressionMode.Decompress);
        var decoded = Run(body, open, limit, cut);
        return cut || IsComplete(body, open, limit, decoded.Length) ? decoded : throw Damaged(null);
    }

    /// <summary>Adds to what is kept; true when the limit ends the reading.</summary>
    /// <exception cref="FetchFailedException">Over the limit and not to be cut.</exception>
    public static bool Keep(MemoryStream kept, ReadOnlySpan<byte> more, long limit, bool cut)
    {
        if (kept.Length + more.Length <= limit)
        {
            kept.Write(more);
            return false;
        }

        if (!cut)
            throw BodyReader.TooLarge(limit);
        kept.Write(more[..(int)(limit - kept.Length)]);
        return true;
    }

    public static FetchFailedException Damaged(Exception? inner) => new(FetchFate.NetworkError, "compressed body damaged or cut off", inner);

    private static bool IsComplete(byte[] body, Func<Stream, Stream> open, long limit, int length)
    {
        try
        {
            return Run([.. body, .. Junk], open, limit, cut: false).Length == length;
        }
        catch (FetchFailedException)
        {
            return false;
        }
    }

    /// <param name="announced">Bytes that the data says it has: believed as far as setting them aside at once costs little.</param>
    private static byte[] Run(byte[] body, Func<Stream, Stream> open, long limit, bool cut, uint announced = 0)
    {
        var chunk = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            using var source = new MemoryStream(body, writable: false);
            using var decoder = open(source);
            using var kept = new MemoryStream((int)Math.Min(announced, Math.Min(limit, (long)body.Length * MostAnnounced)));
            int read;
            while ((read = decoder.Read(chunk)) > 0)
            {
                if (Keep(kept, chunk.AsSpan(0, read), limit, cut))
                    break;
            }

            return kept.Length == kept.Capacity ? kept.GetBuffer() : kept.ToArray();
        }
        catch (InvalidDataException e)
        {
            throw Damaged(e);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }
    }
}
