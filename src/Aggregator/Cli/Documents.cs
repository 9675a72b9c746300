using System.IO.Compression;
using System.Runtime.CompilerServices;

namespace Aggregator.Cli;

/// <summary>A document that a verb was given.</summary>
/// <param name="Name">The path or address as the user knows it.</param>
/// <param name="Url">The document's address where it has one.</param>
/// <param name="Error">Why there are no bytes; null when there are.</param>
internal sealed record InputDocument(string Name, byte[] Bytes, Uri? Url = null, string? ContentType = null, string? Error = null);

/// <summary>Turns the arguments of <c>parse</c> and <c>extract</c> (files, folders, addresses) into documents, one at a time.</summary>
internal static class Documents
{
    // A bound against decompression bombs; far above any document that the fetcher would accept (10 MiB).
    private const long MostBytes = 256L << 20;

    public static async IAsyncEnumerable<InputDocument> ReadAsync(
        IReadOnlyList<string> arguments, Func<Uri, CancellationToken, Task<InputDocument>> fetch, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var argument in arguments)
        {
            if (Uri.TryCreate(argument, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https")
            {
                yield return await fetch(uri, cancellation);
            }
            else if (Directory.Exists(argument))
            {
                foreach (var file in Directory.EnumerateFiles(argument, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
                    yield return await ReadFileAsync(file, cancellation);
            }
            else
            {
                yield return await ReadFileAsync(argument, cancellation);
            }
        }
    }

    private static async Task<InputDocument> ReadFileAsync(string path, CancellationToken cancellation)
    {
        try
        {
            if (!path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase))
                return new InputDocument(path, await File.ReadAllBytesAsync(path, cancellation));
            await using var file = File.OpenRead(path);
            await using var gzip = new GZipStream(file, CompressionMode.Decompress);
            return new InputDocument(path, await ReadBoundedAsync(gzip, cancellation));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return new InputDocument(path, [], Error: e.Message);
        }
    }

    private static async Task<byte[]> ReadBoundedAsync(Stream stream, CancellationToken cancellation)
    {
        using var buffer = new MemoryStream();
        var chunk = new byte[81920];
        int read;
        while ((read = await stream.ReadAsync(chunk, cancellation)) > 0)
        {
            if (buffer.Length + read > MostBytes)
                throw new InvalidDataException($"is larger than {MostBytes >> 20} MiB after decompression");
            buffer.Write(chunk, 0, read);
        }

        return buffer.ToArray();
    }
}
