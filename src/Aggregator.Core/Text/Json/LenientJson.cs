using System.Net;
using System.Text;
using System.Text.Json;

namespace Aggregator.Text.Json;

/// <summary>
/// Reads JSON as pages really carry it: wrapped in comments or CDATA, with raw line breaks in strings, trailing commas, bad escapes, unescaped
/// quotes, escaped as HTML, or cut off at the end.
/// </summary>
internal static class LenientJson
{
    private static readonly JsonDocumentOptions Tolerant = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 128 };

    /// <returns>The document, or null when the text is no JSON even after repair.</returns>
    public static JsonDocument? Parse(string text)
    {
        var body = Unwrap(text);
        if (body.Length == 0)
            return null;
        if (body.StartsWith("{&quot;", StringComparison.Ordinal) || body.StartsWith("[{&quot;", StringComparison.Ordinal))
            body = WebUtility.HtmlDecode(body);
        return TryParse(body) ?? TryParse(Repair(body));
    }

    private static JsonDocument? TryParse(string text)
    {
        try
        {
            return JsonDocument.Parse(JsonSurrogates.Mend(text), Tolerant);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>From the first bracket on; what stands before it is a comment opener, CDATA or an assignment.</summary>
    private static string Unwrap(string text)
    {
        var start = text.AsSpan().IndexOfAny('{', '[');
        // "<![CDATA[" has a bracket of its own
        var marker = text.IndexOf("CDATA[", StringComparison.Ordinal);
        if (marker >= 0 && marker < start + "<![CDATA[".Length)
        {
            var after = text.AsSpan(marker + 6).IndexOfAny('{', '[');
            start = after < 0 ? -1 : marker + 6 + after;
        }

        if (start < 0)
            return "";
        var end = text.AsSpan().LastIndexOfAny('}', ']');
        while (end > start && text.AsSpan(0, end + 1).EndsWith("]]", StringComparison.Ordinal) && marker >= 0)
            end = text.AsSpan(0, end - 1).LastIndexOfAny('}', ']');
        return end > start ? text[start..(end + 1)] : text[start..];
    }

    /// <summary>Rewrites the text so that strings hold no raw controls, bad escapes or bare quotes, and every bracket that was opened is closed.</summary>
    private static string Repair(string text)
    {
        var result = new StringBuilder(text.Length + 64);
        var brackets = new Stack<char>();
        var inString = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (inString)
            {
                inString = !CopyStringChar(text, ref i, result);
                continue;
            }

            switch (c)
            {
                case '"':
                    inString = true;
                    break;
                case '{' or '[':
                    brackets.Push(c == '{' ? '}' : ']');
                    break;
                case '}' or ']':
                    DropComma(result);
                    if (brackets.Count == 0)
                        return result.ToString();
                    if (brackets.Pop() != c)
                        return result.ToString();
                    if (brackets.Count == 0)
                        return result.Append(c).ToString();
                    break;
            }

            result.Append(c);
        }

        if (inString)
            result.Append('"');
        DropComma(result);
        while (brackets.TryPop(out var close))
            result.Append(close);
        return result.ToString();
    }

    /// <returns>Whether the character ended the string.</returns>
    private static bool CopyStringChar(string text, ref int i, StringBuilder result)
    {
        var c = text[i];
        switch (c)
        {
            case '\\' when i + 1 < text.Length:
                i++;
                CopyEscape(text, i, result);
                return false;
            case '"' when EndsString(text, i):
                result.Append('"');
                return true;
            case '"':
                result.Append("\\\"");
                return false;
            case < ' ':
                result.Append(' ');
                return false;
            default:
                result.Append(c);
                return false;
        }
    }

    private static void CopyEscape(string text, int i, StringBuilder result)
    {
        var escaped = text[i];
        if (escaped is '"' or '\\' or '/' or 'b' or 'f' or 'n' or 'r' or 't')
            result.Append('\\').Append(escaped);
        else if (escaped == 'u' && i + 4 < text.Length && IsHex(text.AsSpan(i + 1, 4)))
            result.Append("\\u");
        else if (escaped >= ' ')
            result.Append(escaped);
    }

    private static bool IsHex(ReadOnlySpan<char> digits)
    {
        foreach (var digit in digits)
        {
            if (!char.IsAsciiHexDigit(digit))
                return false;
        }

        return true;
    }

    /// <summary>A quote ends a string when what follows it can follow a string in JSON.</summary>
    private static bool EndsString(string text, int quote)
    {
        var next = quote + 1;
        while (next < text.Length && char.IsWhiteSpace(text[next]))
            next++;
        if (next >= text.Length || text[next] is ':' or '}' or ']')
            return true;
        if (text[next] != ',')
            return false;
        // after a comma comes the next name or value; prose goes on with a word
        next++;
        while (next < text.Length && char.IsWhiteSpace(text[next]))
            next++;
        return next >= text.Length || text[next] is '"' or '{' or '[' or '}' or ']' or '-' or (>= '0' and <= '9')
            || text.AsSpan(next).StartsWith("true") || text.AsSpan(next).StartsWith("false") || text.AsSpan(next).StartsWith("null");
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
