using System.Buffers;
using System.IO.Compression;
using System.Text;

namespace Aggregator.Stores;

/// <summary>
/// Packs an article's text and HTML into one small value. The HTML says the text once more, so each line of the text that stands in it
/// unbroken is replaced by a mark; what is left are tags and the few lines with links inside. Both are then compressed together.
/// </summary>
internal static class TextCodec
{
    // Control characters that XML and HTML forbid in text: where they stand all the same, they are dropped.
    private const char NextLine = '\u0001';
    private const char SkipLine = '\u0002';
    private const char Divider = '\u0003';

    private const byte Plain = 0;
    private const byte Compressed = 1;

    // Below this many bytes Brotli's own header and lack of context eat the gain.
    private const int WorthCompressing = 120;

    // On the 20,000 texts of a pass over the shared load, 132 MB: quality 1 gave 57.1 MB in 0.73 CPU s, 2 54.8 in 1.07, 4 53.8 in 2.26.
    private const int Quality = 1;

    public static byte[] Pack(string text, string html)
    {
        if (text.AsSpan().ContainsAny(NextLine, SkipLine, Divider) || html.AsSpan().ContainsAny(NextLine, SkipLine, Divider))
            return Pack(Strip(text), new StringBuilder(Strip(html)));
        return Pack(text, Skeleton(text, html));
    }

    public static string UnpackText(ReadOnlySpan<byte> body) => Unpack(body, plain => Encoding.UTF8.GetString(plain[..TextLength(plain)]));

    public static (string Text, string Html) UnpackBoth(ReadOnlySpan<byte> body) => Unpack(body, plain =>
    {
        var length = TextLength(plain);
        var text = Encoding.UTF8.GetString(plain[..length]);
        return (text, length == plain.Length ? "" : Flesh(text, Encoding.UTF8.GetString(plain[(length + 1)..])));
    });

    private static byte[] Pack(string text, StringBuilder rest)
    {
        var plain = ArrayPool<byte>.Shared.Rent(1 + Encoding.UTF8.GetMaxByteCount(text.Length + 1 + rest.Length));
        byte[] packed = [];
        try
        {
            plain[0] = Plain;
            var length = 1 + Encoding.UTF8.GetBytes(text, plain.AsSpan(1));
            plain[length++] = (byte)Divider;
            length += Encode(rest, plain.AsSpan(length));
            if (length > WorthCompressing)
            {
                packed = ArrayPool<byte>.Shared.Rent(BrotliEncoder.GetMaxCompressedLength(length) + 5);
                packed[0] = Compressed;
                BitConverter.TryWriteBytes(packed.AsSpan(1), length - 1);
                if (BrotliEncoder.TryCompress(plain.AsSpan(1, length - 1), packed.AsSpan(5), out var written, Quality, window: 18) && written + 5 < length - 1)
                    return packed.AsSpan(0, written + 5).ToArray();
            }

            return plain.AsSpan(0, length).ToArray();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(plain);
            if (packed.Length > 0)
                ArrayPool<byte>.Shared.Return(packed);
        }
    }

    /// <summary>Pieces of a builder may part a pair of surrogates, so an encoder that remembers the first goes over them.</summary>
    private static int Encode(StringBuilder text, Span<byte> bytes)
    {
        var encoder = Encoding.UTF8.GetEncoder();
        var length = 0;
        foreach (var piece in text.GetChunks())
            length += encoder.GetBytes(piece.Span, bytes[length..], flush: false);
        return length + encoder.GetBytes([], bytes[length..], flush: true);
    }

    private static int TextLength(ReadOnlySpan<byte> plain) => plain.IndexOf((byte)Divider) is >= 0 and int divider ? divider : plain.Length;

    private static T Unpack<T>(ReadOnlySpan<byte> body, Func<ReadOnlySpan<byte>, T> read)
    {
        if (body.IsEmpty)
            return read([]);
        if (body[0] == Plain)
            return read(body[1..]);
        var length = BitConverter.ToInt32(body[1..]);
        var buffer = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            if (!BrotliDecoder.TryDecompress(body[5..], buffer, out var written) || written != length)
                throw new InvalidDataException("A stored text cannot be unpacked: the file is damaged.");
            return read(buffer.AsSpan(0, written));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static StringBuilder Skeleton(string text, string html)
    {
        StringBuilder skeleton = new(html.Length / 2);
        var at = 0;
        foreach (var range in text.AsSpan().Split('\n'))
        {
            var line = Escape(text.AsSpan()[range]);
            var found = line.Length < 4 ? -1 : html.AsSpan(at).IndexOf(line);
            if (found < 0)
            {
                skeleton.Append(SkipLine);
                continue;
            }

            skeleton.Append(html, at, found).Append(NextLine);
            at += found + line.Length;
        }

        return skeleton.Append(html, at, html.Length - at);
    }

    private static string Flesh(string text, ReadOnlySpan<char> skeleton)
    {
        if (!skeleton.ContainsAny(NextLine, SkipLine))
            return skeleton.ToString();
        StringBuilder html = new(text.Length + skeleton.Length);
        var line = 0;
        while (skeleton.IndexOfAny(NextLine, SkipLine) is >= 0 and int mark)
        {
            html.Append(skeleton[..mark]);
            var end = text.IndexOf('\n', Math.Min(line, text.Length));
            end = end < 0 ? text.Length : end;
            if (skeleton[mark] == NextLine)
                html.Append(Escape(text.AsSpan(line..end)));
            line = Math.Min(end + 1, text.Length);
            skeleton = skeleton[(mark + 1)..];
        }

        return html.Append(skeleton).ToString();
    }

    // As HTML serialisers write text: https://html.spec.whatwg.org/multipage/parsing.html#escapingString
    private static ReadOnlySpan<char> Escape(ReadOnlySpan<char> line) => line.ContainsAny("&<>\u00a0")
        ? line.ToString().Replace("&", "&amp;", StringComparison.Ordinal).Replace("\u00a0", "&nbsp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal)
        : line;

    private static string Strip(string value) => string.Concat(value.Where(c => c is not (NextLine or SkipLine or Divider)));
}
