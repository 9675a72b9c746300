using System.Text;

namespace Aggregator.Feeds.JsonFeed;

/// <summary>Mends what generators get wrong in JSON: raw control characters and unknown escapes inside strings, NULs between tokens.</summary>
internal static class JsonRepair
{
    public static byte[] Run(ReadOnlySpan<byte> json)
    {
        var mended = new List<byte>(json.Length + 64);
        var inString = false;
        for (var i = 0; i < json.Length; i++)
        {
            var b = json[i];
            if (!inString)
            {
                inString = b == '"';
                if (b != 0)
                    mended.Add(b);
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

    private static void AddEscape(List<byte> mended, ReadOnlySpan<byte> json, ref int i)
    {
        var next = i + 1 < json.Length ? json[i + 1] : (byte)'"';
        if ("\"\\/bfnrtu"u8.Contains(next))
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
