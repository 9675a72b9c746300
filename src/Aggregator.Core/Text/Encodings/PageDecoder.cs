using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Aggregator.Text.Encodings;

/// <summary>
/// Turns the bytes of a page into text. Order: byte order mark, transport, meta, detection (HTML standard 13.2.3.1; a mark that is there is never
/// wrong).
/// </summary>
internal static class PageDecoder
{
    /// <summary>The HTML standard looks for a meta charset in the first 1,024 bytes; pages put it later, so four times that.</summary>
    private const int PrescanBytes = 4096;

    public static DecodedPage Decode(ReadOnlySpan<byte> bytes, string? charset)
    {
        switch (bytes)
        {
            case [0xEF, 0xBB, 0xBF, ..]:
                return Read(Encoding.UTF8, bytes[3..]);
            case [0xFF, 0xFE, ..]:
                return Read(Encoding.Unicode, bytes[2..]);
            case [0xFE, 0xFF, ..]:
                return Read(Encoding.BigEndianUnicode, bytes[2..]);
        }
        // Bytes above 127 that all form UTF-8 are UTF-8, whatever a header copied from a default says: other encodings do so only by a rare accident.
        if (TryReadUtf8(bytes) is { } page)
            return page;
        var stated = Resolve(charset) ?? Resolve(MetaCharset(bytes));
        if (stated is null)
            return Read(CharsetDetector.Detect(bytes), bytes);
        // A page with a few broken bytes is still UTF-8; one with many is mislabelled.
        if (stated is UTF8Encoding && !IsMostlyUtf8(bytes))
            stated = Resolve(MetaCharset(bytes)) is { } meta and not UTF8Encoding ? meta : CharsetDetector.Detect(bytes);
        return Read(stated, bytes);
    }

    private static DecodedPage Read(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        var buffer = DecodedPage.Rent(encoding.GetMaxCharCount(bytes.Length));
        return DecodedPage.Of(buffer, encoding.GetChars(bytes, buffer));
    }

    /// <summary>One pass that checks and decodes; null if the bytes are not UTF-8, or hold an escape (ISO-2022) or a zero (UTF-16).</summary>
    private static DecodedPage? TryReadUtf8(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IndexOfAny((byte)0x1b, (byte)0) >= 0)
            return null;
        var buffer = DecodedPage.Rent(bytes.Length);
        if (Utf8.ToUtf16(bytes, buffer, out _, out var length, replaceInvalidSequences: false) == OperationStatus.Done)
            return DecodedPage.Of(buffer, length);
        DecodedPage.Return(buffer);
        return null;
    }

    private static bool IsMostlyUtf8(ReadOnlySpan<byte> bytes)
    {
        int bad = 0, good = 0;
        using var page = Read(Encoding.UTF8, bytes);
        foreach (var c in page.Text.Span)
        {
            if (c == '\ufffd')
                bad++;
            else if (c > '\x7f')
                good++;
        }
        return bad <= good;
    }

    private static string? MetaCharset(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, PrescanBytes)]);
        var at = head.IndexOf("charset", StringComparison.OrdinalIgnoreCase);
        while (at >= 0)
        {
            var rest = head.AsSpan(at + 7).TrimStart();
            if (rest.Length > 1 && rest[0] == '=')
            {
                rest = rest[1..].TrimStart(" \t\"'");
                var end = 0;
                while (end < rest.Length && (char.IsAsciiLetterOrDigit(rest[end]) || rest[end] is '-' or '_' or ':'))
                    end++;
                if (end > 0)
                    return rest[..end].ToString();
            }
            at = head.IndexOf("charset", at + 7, StringComparison.OrdinalIgnoreCase);
        }
        return null;
    }

    /// <summary>
    /// The encoding of a label; the labels are those of the Encoding standard that .NET does not know by itself, and Latin-1 read as windows-1252 as
    /// it demands.
    /// </summary>
    private static Encoding? Resolve(string? label)
    {
        label = label?.Trim(' ', '"', '\'', ';').ToLowerInvariant();
        var name = label switch
        {
            null or "" => null,
            "utf8" or "utf-8" or "unicode-1-1-utf-8" or "utf8mb4" => "utf-8",
            "iso-8859-1" or "iso8859-1" or "latin1" or "latin-1" or "ascii" or "us-ascii" or "cp1252" or "x-cp1252" => "windows-1252",
            "gb2312" or "gbk" or "x-gbk" or "gb_2312-80" or "chinese" => "gb18030",
            "sjis" or "x-sjis" or "shift-jis" or "ms_kanji" or "windows-31j" => "shift_jis",
            "eucjp" or "x-euc-jp" => "euc-jp",
            "ks_c_5601-1987" or "windows-949" or "euckr" => "euc-kr",
            "big5-hkscs" or "x-x-big5" => "big5",
            "cp1251" or "x-cp1251" or "win-1251" => "windows-1251",
            "cp1250" => "windows-1250",
            "cp1256" => "windows-1256",
            "iso-8859-9" or "latin5" => "windows-1254",
            "iso-8859-11" or "tis-620" => "windows-874",
            _ => label,
        };
        if (name is null)
            return null;
        if (name == "utf-8")
            return Encoding.UTF8;
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            // Not supported is UTF-7, in which markup can hide from every filter.
            return null;
        }
    }
}
