using System.Buffers;
using System.Globalization;
using System.Text;

namespace Aggregator.Text.Json;

/// <summary>
/// Mends what generators and people get wrong in JSON: raw control characters, unknown escapes and bare quotes inside strings, halves of surrogate pairs,
/// NULs between tokens, commas too few or too many, an end that was cut off.
/// </summary>
internal static class JsonRepair
{
    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdefABCDEF");

    private const int EscapeLength = 6;

    /// <summary>Up to the end of the first value; comments are left out.</summary>
    /// <param name="close">Whether to close what is open at the end.</param>
    public static string Run(string json, bool close)
    {
        json = MendSurrogates(json);
        var result = new StringBuilder(json.Length + 64);
        var brackets = new Stack<char>();
        var last = '\0'; // the last character that is no white space, outside strings
        for (var i = 0; i < json.Length; i++)
        {
            var c = json[i];
            if (c == '/' && CommentEnd(json, i) is var end and > 0)
            {
                i = end - 1;
                continue;
            }

            if (c == '\0' || c == ',' && last is ',' or '[' or '{')
                continue;
            if (c is '}' or ']')
            {
                DropComma(result);
                if (!brackets.TryPop(out var expected) || expected != c)
                    return result.ToString();
                if (brackets.Count == 0)
                    return result.Append(c).ToString();
            }

            if (c is '{' or '[' or '"' && EndsValue(last))
                result.Append(','); // forgotten between two values
            if (c is '{' or '[')
                brackets.Push(c == '{' ? '}' : ']');
            result.Append(c);
            if (c == '"' && !CopyString(json, ref i, result) && close)
                result.Append('"');
            last = char.IsWhiteSpace(c) ? last : c;
        }

        if (!close)
            return result.ToString();
        DropComma(result);
        while (brackets.TryPop(out var bracket))
            result.Append(bracket);
        return result.ToString();
    }

    /// <summary>
    /// The same text with U+FFFD for each half of a surrogate pair that is written as an escape and stands alone (RFC 8259 section 8.2): the parser lets
    /// them pass, and reading the string then throws. Scripts that cut a headline at a number of UTF-16 units leave them behind.
    /// </summary>
    public static string MendSurrogates(string json)
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
    private static char Escaped(string json, int i) => IsUnicodeEscape(json, i)
        ? (char)ushort.Parse(json.AsSpan(i + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)
        : '\0';

    private static bool IsUnicodeEscape(string json, int i) =>
        i + EscapeLength <= json.Length && json[i] == '\\' && json[i + 1] == 'u' && !json.AsSpan(i + 2, 4).ContainsAnyExcept(HexDigits);

    private static int CommentEnd(string json, int i)
    {
        if (i + 1 == json.Length || json[i + 1] is not ('*' or '/'))
            return 0;
        var mark = json[i + 1] == '*' ? "*/" : "\n";
        var end = json.IndexOf(mark, i + 2, StringComparison.Ordinal);
        return end < 0 ? json.Length : end + mark.Length;
    }

    // Objects, lists, strings, numbers, true and false, null.
    private static bool EndsValue(char last) => last is '}' or ']' or '"' or 'e' or 'l' or (>= '0' and <= '9');

    /// <summary>Copies what stands behind an opening quote, and stops at the closing one.</summary>
    /// <returns>False when the text ends before the string does.</returns>
    private static bool CopyString(string json, ref int i, StringBuilder result)
    {
        while (++i < json.Length)
        {
            var c = json[i];
            if (c == '"' && EndsString(json, i + 1))
            {
                result.Append(c);
                return true;
            }

            if (c == '\\')
                CopyEscape(json, ref i, result);
            else if (c == '"')
                result.Append("\\\"");
            else if (c < ' ')
                result.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            else
                result.Append(c);
        }

        return false;
    }

    private static void CopyEscape(string json, ref int i, StringBuilder result)
    {
        var escaped = i + 1 < json.Length ? json[i + 1] : '\0';
        if (escaped is '"' or '\\' or '/' or 'b' or 'f' or 'n' or 'r' or 't' || IsUnicodeEscape(json, i))
            result.Append('\\').Append(json[++i]);
        else if (char.IsLetterOrDigit(escaped))
            result.Append("\\\\");
        // A script's escape of a character that needs none, as in \' or \&, loses its backslash.
    }

    /// <summary>A quote ends a string when what follows it can follow a string in JSON.</summary>
    private static bool EndsString(string json, int behind)
    {
        var next = SkipWhiteSpace(json, behind);
        if (next == json.Length || json[next] is ':' or '}' or ']')
            return true;
        // Behind a forgotten comma stands a whole string; prose goes on with a word.
        if (json[next] == '"' && next > behind && json.IndexOf('"', next + 1) is >= 0 and var quote)
            return SkipWhiteSpace(json, quote + 1) is var after && after < json.Length && json[after] is ':' or ',' or '}' or ']';
        if (json[next] != ',')
            return false;
        var value = json.AsSpan(SkipWhiteSpace(json, next + 1));
        return value.IsEmpty || value[0] is '"' or '{' or '[' or '}' or ']' or ',' or '-' or (>= '0' and <= '9')
            || value.StartsWith("true") || value.StartsWith("false") || value.StartsWith("null");
    }

    private static int SkipWhiteSpace(string json, int i)
    {
        while (i < json.Length && (char.IsWhiteSpace(json[i]) || json[i] == '\0'))
            i++;
        return i;
    }

    private static void DropComma(StringBuilder result)
    {
        var last = result.Length - 1;
        while (last >= 0 && char.IsWhiteSpace(result[last]))
            last--;
        if (last >= 0 && result[last] is ',' or ':')
            result.Length = last;
    }
}
