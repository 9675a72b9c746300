using System.Globalization;
using System.Text;

namespace Aggregator.Fetching;

/// <summary>A path of a robots.txt rule with <c>*</c> and a closing <c>$</c> (RFC 9309 §2.2.3).</summary>
internal sealed class RobotsPattern
{
    private readonly string[] _parts;
    private readonly bool _anchored;

    public RobotsPattern(string path)
    {
        var normal = Normalize(path);
        _anchored = normal.EndsWith('$');
        Length = normal.Length;
        // A dollar anywhere else is an octet like others.
        _parts = [.. (_anchored ? normal[..^1] : normal).Split('*').Select(Literal)];
    }

    /// <summary>Octets of the pattern: the longer one is the more specific one (§2.2.2).</summary>
    public int Length { get; }

    /// <summary>Linear but for the last part: each part is taken where it first fits, as a later place can only leave less.</summary>
    /// <param name="path">Of an address, as <see cref="OfAddress"/> writes it.</param>
    public bool Matches(string path)
    {
        if (!path.StartsWith(_parts[0], StringComparison.Ordinal))
            return false;
        var at = _parts[0].Length;
        for (var i = 1; i < _parts.Length; i++)
        {
            if (_anchored && i == _parts.Length - 1)
                return path.Length - _parts[i].Length >= at && path.EndsWith(_parts[i], StringComparison.Ordinal);
            var found = path.IndexOf(_parts[i], at, StringComparison.Ordinal);
            if (found < 0)
                return false;
            at = found + _parts[i].Length;
        }

        return !_anchored || at == path.Length;
    }

    /// <summary>
    /// Path and query of an address as rules are compared with it: an asterisk and a dollar stand for themselves there, as <c>%2A</c> and <c>%24</c> in a
    /// rule.
    /// </summary>
    public static string OfAddress(string path) => Literal(Normalize(path)).Replace("*", "%2A", StringComparison.Ordinal);

    private static string Literal(string normal) => normal.Replace("$", "%24", StringComparison.Ordinal);

    /// <summary>
    /// Makes rule and path comparable: octets beyond ASCII are percent-encoded, encoded unreserved characters decoded and hexadecimal
    /// digits written large (§2.2.2). Reserved characters stay as they were written.
    /// </summary>
    private static string Normalize(string path)
    {
        var octets = Encoding.UTF8.GetBytes(path);
        var normal = new StringBuilder(octets.Length);
        for (var i = 0; i < octets.Length; i++)
        {
            if (octets[i] == '%' && i + 2 < octets.Length && Hex(octets, i + 1) is { } code)
            {
                Append(normal, code, escaped: true);
                i += 2;
            }
            else
            {
                Append(normal, octets[i], escaped: false);
            }
        }

        return normal.ToString();
    }

    private static void Append(StringBuilder normal, int code, bool escaped)
    {
        var unreserved = code < 128 && (char.IsAsciiLetterOrDigit((char)code) || (char)code is '-' or '.' or '_' or '~');
        if (unreserved || (!escaped && code is > 32 and < 127))
            normal.Append((char)code);
        else
            normal.Append(CultureInfo.InvariantCulture, $"%{code:X2}");
    }

    private static int? Hex(byte[] octets, int at) =>
        char.IsAsciiHexDigit((char)octets[at]) && char.IsAsciiHexDigit((char)octets[at + 1])
            ? int.Parse(Encoding.ASCII.GetString(octets, at, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)
            : null;
}
