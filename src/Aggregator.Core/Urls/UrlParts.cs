using System.Buffers;
using System.Globalization;

namespace Aggregator.Urls;

/// <summary>
/// An http or https address cut into its parts as the WHATWG URL standard does for these schemes, which is more forgiving than <see cref="Uri"/>:
/// stray white space goes, a backslash is a slash, and an unusual host is kept.
/// </summary>
/// <param name="Host">Lower case, punycode, without the root's trailing dot.</param>
/// <param name="Port">Null for the scheme's own port.</param>
/// <param name="Path">As written, starting with a slash.</param>
/// <param name="Query">As written, without the question mark.</param>
/// <param name="Fragment">As written, without the number sign.</param>
internal sealed record UrlParts(string Host, string? Port, string Path, string Query, string Fragment)
{
    /// <summary>No browser or server takes longer ones; feeds with data in links do exist.</summary>
    private const int MaxLength = 8192;

    private static readonly SearchValues<char> Forbidden = SearchValues.Create(" /?#@<>\\^|%");

    private static readonly IdnMapping Idn = new() { AllowUnassigned = true, UseStd3AsciiRules = false };

    public static UrlParts? Parse(string url)
    {
        var text = Clean(url);
        var secure = text.StartsWith("https:", StringComparison.OrdinalIgnoreCase);
        if (text.Length > MaxLength || (!secure && !text.StartsWith("http:", StringComparison.OrdinalIgnoreCase)))
            return null;

        var (rest, fragment) = Cut(text[(secure ? 6 : 5)..], '#');
        (rest, var query) = Cut(rest, '?');
        rest = rest.Replace('\\', '/');
        if (!rest.StartsWith("//", StringComparison.Ordinal))
            return null;
        rest = rest.TrimStart('/');
        var slash = rest.IndexOf('/', StringComparison.Ordinal);
        var authority = slash < 0 ? rest : rest[..slash];
        var path = slash < 0 ? "/" : rest[slash..];
        if (!TryAuthority(authority, secure, out var host, out var port))
            return null;
        return new UrlParts(host, port, path, query, fragment);
    }

    private static string Clean(string url)
    {
        var text = url.Trim();
        return text.AsSpan().IndexOfAny("\t\r\n") < 0 ? text : string.Concat(text.Where(c => c is not ('\t' or '\r' or '\n')));
    }

    private static (string Before, string After) Cut(string text, char at)
    {
        var i = text.IndexOf(at, StringComparison.Ordinal);
        return i < 0 ? (text, "") : (text[..i], text[(i + 1)..]);
    }

    private static bool TryAuthority(string authority, bool secure, out string host, out string? port)
    {
        port = null;
        host = authority[(authority.LastIndexOf('@') + 1)..];
        var colon = host.LastIndexOf(':');
        if (colon > host.LastIndexOf(']'))
        {
            var digits = host[(colon + 1)..].TrimStart('0');
            host = host[..colon];
            if (digits.Length > 0)
            {
                if (!ushort.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out _))
                    return false;
                port = digits == (secure ? "443" : "80") ? null : digits;
            }
        }

        host = Punycode(PercentEncoding.Decode(host)).TrimEnd('.');
        return host.Length > 0 && host.AsSpan().IndexOfAny(Forbidden) < 0;
    }

    /// <summary>Label by label, so that one label that IDNA refuses (empty, over-long) does not lose the rest.</summary>
    private static string Punycode(string host)
    {
        host = host.Normalize(System.Text.NormalizationForm.FormKC).ToLowerInvariant();
        return System.Text.Ascii.IsValid(host) ? host : string.Join('.', host.Split('.', '。').Select(Label));

        static string Label(string label)
        {
            try
            {
                return System.Text.Ascii.IsValid(label) ? label : Idn.GetAscii(label);
            }
            catch (ArgumentException)
            {
                return label;
            }
        }
    }
}
