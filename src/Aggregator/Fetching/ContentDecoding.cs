using System.Buffers;
using System.IO.Compression;
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
    /// <exception cref="FetchFailedException">Too large, incomplete, damaged or of an unknown coding.</exception>
    public static byte[] Decode(byte[] wire, string? encodings, long limit, bool cut = false)
    {
        var codings = (encodings ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (codings.Length > MostLayers)
            throw new FetchFailedException(FetchFate.NetworkError, $"{codings.Length} layers of compression");
        var body = wire;
        var layers = 0;
        foreach (var coding in codings.Reverse())
        {
            (var next, var decoded) = One(body, coding.ToLowerInvariant(), limit, cut);
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
        "identity" or "none" or "utf-8" => (body, false),
        // some servers label plain text as gzip
        "gzip" or "x-gzip" => Inflating.IsGzip(body) ? (Inflating.Gzip(body, limit, cut), true) : (body, false),
        "deflate" => (Inflating.Deflate(body, limit, cut), true),
        "br" => (Brotli(body, limit, cut), true),
        _ => throw new FetchFailedException(FetchFate.NetworkError, $"unknown content encoding '{(coding.Length > 40 ? coding[..40] : coding)}'"),
    };

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
