using System.Buffers;
using System.Collections.Concurrent;
using System.Text;

namespace Aggregator.Text.Encodings;

/// <summary>Names of encodings as headers and declarations write them.</summary>
internal static class EncodingLabels
{
    private const string Utf8 = "utf-8";

    // The usual beginning, told without making a string of it.
    private static ReadOnlySpan<byte> Usual => "<?xml version=\"1.0\" encoding=\"utf-8\""u8;

    // An XML declaration that is longer than this is none.
    public const int DeclarationReach = 1024;

    // .NET reads its table of code pages again for each encoding that is not built in.
    private static readonly ConcurrentDictionary<string, Encoding> Found = new(StringComparer.Ordinal);

    private static readonly SearchValues<char> ValueEnds = SearchValues.Create("; ?>,\t\r\n");

    static EncodingLabels() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The encoding that a label means on the web (WHATWG Encoding Standard, section 4.2), null when unknown.</summary>
    public static Encoding? Find(string label)
    {
        var name = label.Trim().Trim('"', '\'').ToLowerInvariant();
        name = name switch
        {
            "utf8" or "utf_8" or "unicode-1-1-utf-8" or "utf-8n" => "utf-8",
            // The standard reads these labels as their supersets, because that is what documents under them hold.
            "iso-8859-1" or "iso8859-1" or "iso_8859-1" or "latin1" or "latin-1" or "l1" or "ascii" or "us-ascii" or "cp1252" or "ansi"
                or "x-ansi" => "windows-1252",
            "iso-8859-9" or "iso8859-9" or "latin5" => "windows-1254",
            "iso-8859-11" or "tis-620" => "windows-874",
            "gb2312" or "gbk" or "x-gbk" or "gb_2312-80" or "chinese" => "gb18030",
            "shift-jis" or "sjis" or "x-sjis" or "ms_kanji" or "windows-31j" or "cp932" => "shift_jis",
            "ks_c_5601-1987" or "ksc5601" or "euckr" or "windows-949" or "cp949" => "euc-kr",
            "big5-hkscs" or "big5hkscs" => "big5",
            "cp1251" => "windows-1251",
            "cp1250" => "windows-1250",
            "utf16" or "utf-16le" or "ucs-2" or "unicode" => "utf-16",
            _ => name,
        };
        if (Found.TryGetValue(name, out var found))
            return found;
        try
        {
            // There are some three hundred names, so what has been found needs no bound; what has not is never kept.
            return Found[name] = Encoding.GetEncoding(name);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            // Not supported is UTF-7, in which markup can hide from every filter.
            return null;
        }
    }

    /// <summary>The charset parameter of a <c>Content-Type</c> header.</summary>
    public static string? FromContentType(string? contentType) => contentType is null ? null : After(contentType, "charset=");

    /// <summary>Whether an XML reader that takes the bytes at their word reads UTF-8.</summary>
    public static bool SayUtf8(ReadOnlySpan<byte> bytes) => FromDeclaration(bytes) is not { } label || label.Equals(Utf8, StringComparison.OrdinalIgnoreCase);

    /// <summary>The encoding of an XML declaration, read as ASCII wherever it stands near the start of the bytes.</summary>
    public static string? FromDeclaration(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > Usual.Length && Ascii.EqualsIgnoreCase(bytes[..Usual.Length], Usual))
            return Utf8;
        bytes = bytes[..Math.Min(bytes.Length, DeclarationReach)];
        var first = bytes.IndexOf("<?"u8);
        if (first < 0)
            return null;
        var head = Encoding.Latin1.GetString(Through(bytes[first..]));
        var start = head.IndexOf("<?xml", StringComparison.OrdinalIgnoreCase);
        if (start < 0)
            return null;
        var end = head.IndexOf('>', start);
        var declaration = end < 0 ? head[start..] : head[start..end];
        var at = declaration.IndexOf("encoding", StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return null;
        var value = declaration[(at + "encoding".Length)..].TrimStart();
        return value.StartsWith('=') ? After(value, "=") : null;
    }

    public static bool IsUnicode(Encoding encoding) => encoding.CodePage is 65001 or 1200 or 1201 or 12000 or 12001;

    /// <summary>Encodings whose text is ASCII bytes and yet no ASCII: ISO-2022-*, HZ, UTF-7.</summary>
    public static bool IsStateful(Encoding encoding) => encoding.CodePage is 50220 or 50221 or 50222 or 50225 or 50227 or 52936;

    // Nearly always the first instruction is the declaration, and then no more than that is looked at.
    private static ReadOnlySpan<byte> Through(ReadOnlySpan<byte> bytes)
    {
        var end = bytes.StartsWith("<?xml "u8) ? bytes.IndexOf((byte)'>') : -1;
        return end < 0 ? bytes : bytes[..end];
    }

    private static string? After(string text, string mark)
    {
        var at = text.IndexOf(mark, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return null;
        var rest = text.AsSpan(at + mark.Length).Trim();
        if (rest.Length > 0 && rest[0] is '"' or '\'')
        {
            var quote = rest[0];
            rest = rest[1..];
            var close = rest.IndexOf(quote);
            return close <= 0 ? null : rest[..close].Trim().ToString();
        }

        var end = rest.IndexOfAny(ValueEnds);
        rest = end < 0 ? rest : rest[..end];
        return rest.IsEmpty ? null : rest.ToString();
    }
}
