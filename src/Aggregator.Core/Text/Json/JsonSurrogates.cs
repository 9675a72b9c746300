using System.Globalization;
using System.Text;

namespace Aggregator.Text.Json;

/// <summary>
/// Halves of surrogate pairs, written as escapes (RFC 8259 section 8.2): the parser lets them pass, and reading the string then throws. Scripts that
/// cut a headline at a number of UTF-16 units leave them behind.
/// </summary>
internal static class JsonSurrogates
{
    private const int EscapeLength = 6;

    /// <summary>The same text with U+FFFD for each half that stands alone.</summary>
    public static string Mend(string json)
    {
        if (!json.Contains("\\ud", StringComparison.OrdinalIgnoreCase))
            return json;
        var mended = new StringBuilder(json);
        var i = 0;
        while (i < json.Length && json.IndexOf('\\', i) is >= 0 and var escape)
        {
            i = escape;
            var first = Escaped(json, i);
            if (char.IsHighSurrogate(first) && char.IsLowSurrogate(Escaped(json, i + EscapeLength)))
            {
                i += 2 * EscapeLength;
            }
            else if (char.IsSurrogate(first))
            {
                mended.Remove(i + 2, 4).Insert(i + 2, "fffd");
                i += EscapeLength;
            }
            else
            {
                i += 2;
            }
        }

        return mended.ToString();
    }

    /// <summary>What <c>\uXXXX</c> at this place stands for; NUL when none stands there.</summary>
    private static char Escaped(string json, int i) =>
        i + EscapeLength <= json.Length && json[i] == '\\' && json[i + 1] == 'u'
            && ushort.TryParse(json.AsSpan(i + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit)
            ? (char)unit
            : '\0';
}
