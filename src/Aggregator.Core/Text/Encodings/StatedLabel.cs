using System.Buffers;
using System.Text;

namespace Aggregator.Text.Encodings;

/// <summary>Where headers, feeds and pages name their encoding.</summary>
internal static class StatedLabel
{
    // An XML declaration that is longer than this is none.
    public const int DeclarationReach = 1024;

    /// <summary>The HTML standard looks for a meta charset in the first 1,024 bytes; pages put it later, so four times that.</summary>
    private const int MetaReach = 4096;

    private const string Utf8 = "utf-8";

    private static readonly SearchValues<char> ValueEnds = SearchValues.Create("; ?>,\t\r\n");

    // The usual beginning, told without making a string of it.
    private static ReadOnlySpan<byte> Usual => "<?xml version=\"1.0\" encoding=\"utf-8\""u8;

    /// <summary>The charset parameter of a <c>Content-Type</c> header.</summary>
    public static string? InContentType(string? contentType) => contentType is null ? null : After(contentType, "charset=");

    /// <summary>Whether an XML reader that takes the bytes at their word reads UTF-8.</summary>
    public static bool IsUtf8InXml(ReadOnlySpan<byte> bytes) => InXml(bytes) is not { } label || label.Equals(Utf8, StringComparison.OrdinalIgnoreCase);

    /// <summary>The encoding of an XML declaration, read as ASCII wherever it stands near the start of the bytes.</summary>
    public static string? InXml(ReadOnlySpan<byte> bytes)
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

    /// <summary>The charset of a page's meta element, in either of its forms.</summary>
    public static string? InMeta(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, MetaReach)]);
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
