using System.Buffers;
using System.Text;

namespace Aggregator.Urls;

/// <summary>Percent-encoding in its one normal form (RFC 3986 sections 2 and 6.2.2): upper-case digits, nothing encoded that need not be.</summary>
internal static class PercentEncoding
{
    private const string Unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    private static readonly SearchValues<char> UnreservedSet = SearchValues.Create(Unreserved);

    /// <summary>What may stand bare in a path: RFC 3986 <c>pchar</c> and the slash.</summary>
    public static SearchValues<char> Path { get; } = SearchValues.Create(Unreserved + "!$&'()*+,;=:@/");

    /// <summary>
    /// What may stand bare in a parameter: RFC 3986 <c>query</c> less what cuts parameters apart. A plus is a space there and is handled before.
    /// </summary>
    public static SearchValues<char> Parameter { get; } = SearchValues.Create(Unreserved + "!$'()*,;:@/?");

    public static SearchValues<char> Fragment { get; } = SearchValues.Create(Unreserved + "!$&'()*+,;=:@/?");

    /// <summary>
    /// Decodes what is unreserved, encodes what is not in <paramref name="bare"/>, and leaves the encoded rest encoded: <c>%2F</c> is not a slash.
    /// </summary>
    public static string Normalize(string text, SearchValues<char> bare)
    {
        if (!text.AsSpan().ContainsAnyExcept(bare))
            return text;
        var result = new StringBuilder(text.Length + 16);
        Span<byte> utf8 = stackalloc byte[4];
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '%' && TryByte(text, i, out var value))
            {
                if (value < 128 && UnreservedSet.Contains((char)value))
                    result.Append((char)value);
                else
                    AppendEncoded(result, value);
                i += 2;
            }
            else if (bare.Contains(c))
            {
                result.Append(c);
            }
            else
            {
                if (Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out var used) != OperationStatus.Done)
                    rune = Rune.ReplacementChar;
                foreach (var b in utf8[..rune.EncodeToUtf8(utf8)])
                    AppendEncoded(result, b);
                i += used - 1;
            }
        }

        return result.ToString();
    }

    /// <summary>All of it decoded as UTF-8; broken sequences stay as they are.</summary>
    public static string Decode(string text) => text.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(text) : text;

    private static bool TryByte(string text, int at, out byte value)
    {
        value = 0;
        return at + 2 < text.Length && char.IsAsciiHexDigit(text[at + 1]) && char.IsAsciiHexDigit(text[at + 2])
            && byte.TryParse(text.AsSpan(at + 1, 2), System.Globalization.NumberStyles.AllowHexSpecifier, null, out value);
    }

    private static void AppendEncoded(StringBuilder result, byte value)
    {
        const string Digits = "0123456789ABCDEF";
        result.Append('%').Append(Digits[value >> 4]).Append(Digits[value & 15]);
    }
}
