using System.Buffers;
using System.IO.Compression;
using System.Text;
using Aggregator.Model;

namespace Aggregator.Fetching;

/// <summary>Undoes <c>Content-Encoding</c> within a limit on the decoded bytes, and finds out whether the compressed data was complete.</summary>
internal static class ContentDecoding
{
    /// <summary>What requests offer.</summary>
    public const string Offer = "gzip, br";

    /// <summary>Layers of compression: one is the rule, two come from a proxy that compressed what was compressed. More is an attack.</summary>
    private const int MostLayers = 2;

    /// <param name="encodings">The header's value: codings in the order in which they were applied; null for none.</param>
    /// <param name="limit">Bytes after each layer.</param>
    /// <exception cref="FetchFailedException">Too large, incomplete, damaged, or of a coding that nothing here undoes.</exception>
    public static byte[] Decode(byte[] wire, string? encodings, long limit, bool cut = false)
    {
        var codings = (encodings ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(coding => coding.Split(';')[0].Trim(' ', '"').ToLowerInvariant()).Where(IsCoding).ToArray();
        if (codings.Length > MostLayers)
            throw new FetchFailedException(FetchFate.NetworkError, $"{codings.Length} layers of compression");
        var body = wire;
        var layers = 0;
        foreach (var coding in codings.Reverse())
        {
            (var next, var decoded) = One(body, coding, limit, cut);
            body = next;
            layers += decoded ? 1 : 0;
        }

        // gzip files served as they are, without the header that would say so
        while (layers++ < MostLayers && Inflating.IsGzip(body))
            body = Inflating.Gzip(body, limit, cut);
        return body;
    }

    private static (byte[] Body, bool Decoded) One(byte[] body, string coding, long limit, bool cut) => coding switch
    {
        _ when body.Length == 0 => (body, false),
        // some servers label plain text as gzip
        "gzip" or "x-gzip" => Inflating.IsGzip(body) ? (Inflating.Gzip(body, limit, cut), true) : (body, false),
        "deflate" or "x-deflate" => UnlessText(body, () => Inflating.Deflate(body, limit, cut)),
        "br" => UnlessText(body, () => Brotli(body, limit, cut)),
        _ => IsText(body) || Inflating.IsGzip(body)
            ? (body, false)
            : throw new FetchFailedException(FetchFate.NetworkError, $"the body is in '{coding}', which nobody asked for"),
    };

    /// <summary>
    /// Whether the word names a compression: one that is undone here, or another of the registry (and of habit), whose data nobody here can read. Any other
    /// word (<c>aws-chunked</c>, <c>binary</c>, <c>utf8</c>) was stored beside the body by mistake and says nothing (Fetch standard, "handle content codings":
    /// the bytes stay as they are).
    /// </summary>
    private static bool IsCoding(string word) => word is "gzip" or "x-gzip" or "deflate" or "x-deflate" or "br" or "zstd" or "x-zstd" or "dcb" or "dcz"
        or "compress" or "x-compress" or "pack200-gzip" or "exi" or "sdch" or "bzip2" or "x-bzip2" or "bzip" or "lzma" or "xz" or "x-xz" or "lz4" or "snappy"
        or "x-snappy";

    // Compressed data may begin like text by chance, so it is tried first.
    private static (byte[] Body, bool Decoded) UnlessText(byte[] body, Func<byte[]> decode)
    {
        try
        {
            return (decode(), true);
        }
        catch (FetchFailedException damaged) when (damaged.Fate == FetchFate.NetworkError && IsText(body))
        {
            return (body, false);
        }
    }

    /// <summary>Documents begin so: with a mark of Unicode, or white space and a bracket.</summary>
    private static bool IsText(ReadOnlySpan<byte> body) =>
        body.StartsWith(Encoding.UTF8.Preamble)
        || (body.TrimStart(" \t\r\n"u8) is [(byte)'<' or (byte)'{', ..] start && start[..Math.Min(start.Length, 64)].IndexOf((byte)0) < 0);

    private static byte[] Brotli(byte[] body, long limit, bool cut)
    {
        using var decoder = new BrotliDecoder();
        using var kept = new MemoryStream();
        var chunk = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            ReadOnlySpan<byte> rest = body;
            OperationStatus status;
            do
            {
                status = decoder.Decompress(rest, chunk, out var consumed, out var written);
                rest = rest[consumed..];
                if (Inflating.Keep(kept, chunk.AsSpan(0, written), limit, cut))
                    return kept.ToArray();
            }
            while (status == OperationStatus.DestinationTooSmall);
            return status == OperationStatus.Done || cut ? kept.ToArray() : throw Inflating.Damaged(null);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }
    }
}
