using System.Buffers.Text;
using System.Text;

namespace Aggregator.Text.Json;

/// <summary>
/// Mends what generators get wrong in JSON: raw control characters and unknown escapes inside strings, NULs between tokens, commas too few or too
/// many.
/// </summary>
internal static class JsonRepair
{
    public static byte[] Run(ReadOnlySpan<byte> json)
    {
        var mended = new List<byte>(json.Length + 64);
        var inString = false;
        var last = (byte)0; // the last byte that is no white space, outside strings
        for (var i = 0; i < json.Length; i++)
        {
            var b = json[i];
            if (!inString)
            {
                inString = b == '"';
                if (b is (byte)'{' or (byte)'[' or (byte)'"' && EndsValue(last))
                    mended.Add((byte)','); // forgotten between two values
                if (b != 0 && !(b == ',' && last is (byte)',' or (byte)'[' or (byte)'{'))
                    mended.Add(b);
                last = b is 0 or (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r' ? last : b;
            }
            else if (b == '\\')
            {
                AddEscape(mended, json, ref i);
            }
            else if (b < 0x20)
            {
                mended.AddRange(Encoding.ASCII.GetBytes($"\\u{(int)b:x4}"));
            }
            else
            {
                inString = b != '"';
                mended.Add(b);
            }
        }

        return [.. mended];
    }

    // Objects, lists, strings, numbers, true and false, null.
    private static bool EndsValue(byte last) => last is (byte)'}' or (byte)']' or (byte)'"' or (byte)'e' or (byte)'l' or (>= (byte)'0' and <= (byte)'9');

    // The value of a "\uD800" to "\uDFFF" escape, null for anything else.
    private static int? Surrogate(ReadOnlySpan<byte> escape) =>
        escape.Length >= 6 && escape[0] == '\\' && escape[1] == 'u' && Utf8Parser.TryParse(escape.Slice(2, 4), out ushort code, out var used, 'x') && used == 4
            && char.IsSurrogate((char)code)
            ? code
            : null;

    private static bool LoneSurrogate(ReadOnlySpan<byte> escape) =>
        Surrogate(escape) is { } first && !(char.IsHighSurrogate((char)first) && Surrogate(escape[6..]) is { } second && char.IsLowSurrogate((char)second));

    private static void AddEscape(List<byte> mended, ReadOnlySpan<byte> json, ref int i)
    {
        var next = i + 1 < json.Length ? json[i + 1] : (byte)'"';
        if (next == 'u' && LoneSurrogate(json[i..]))
        {
            mended.AddRange("\\ufffd"u8);
            i += 5;
        }
        else if (next == 'u' && Surrogate(json[i..]) is not null)
        {
            mended.AddRange(json.Slice(i, 12));
            i += 11;
        }
        else if ("\"\\/bfnrtu"u8.Contains(next))
        {
            mended.Add((byte)'\\');
            if (i + 1 < json.Length)
                mended.Add(json[++i]);
        }
        else
        {
            mended.AddRange("\\\\"u8);
        }
    }
}
