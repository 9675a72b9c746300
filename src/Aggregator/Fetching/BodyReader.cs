using System.Buffers;
using Aggregator.Model;

namespace Aggregator.Fetching;

/// <summary>Reads a body as it is on the wire, up to a limit. At most 64 KiB are set aside on the word of a Content-Length.</summary>
internal static class BodyReader
{
    private const int Chunk = 32 * 1024;
    private const int MostAnnounced = 64 * 1024;

    /// <param name="limit">Bytes.</param>
    /// <param name="cut">Take the first <paramref name="limit"/> bytes of a longer body rather than fail.</param>
    /// <exception cref="FetchFailedException">The body is longer than the limit.</exception>
    public static async Task<byte[]> ReadAsync(HttpContent content, long limit, bool cut, CancellationToken cancellation)
    {
        if (!cut && content.Headers.ContentLength > limit)
            throw TooLarge(limit);
        var body = await content.ReadAsStreamAsync(cancellation);
        await using (body)
        {
            var chunk = ArrayPool<byte>.Shared.Rent(Chunk);
            try
            {
                using var kept = new MemoryStream((int)Math.Min(content.Headers.ContentLength ?? 0, Math.Min(limit, MostAnnounced)));
                int read;
                while ((read = await body.ReadAsync(chunk, cancellation)) > 0)
                {
                    if (kept.Length + read > limit && !cut)
                        throw TooLarge(limit);
                    kept.Write(chunk, 0, (int)Math.Min(read, limit - kept.Length));
                    if (kept.Length == limit && cut)
                        break;
                }

                return kept.Length == kept.Capacity ? kept.GetBuffer() : kept.ToArray();
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(chunk);
            }
        }
    }

    public static FetchFailedException TooLarge(long limit) => new(FetchFate.TooLarge, $"larger than {limit} bytes");
}
