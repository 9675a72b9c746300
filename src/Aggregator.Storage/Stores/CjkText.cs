using System.Text;

namespace Aggregator.Stores;

/// <summary>
/// Sets every Chinese, Japanese or Korean character apart, in what is indexed and in what is asked. The tokenizer then makes each a word,
/// and a run of them, asked as a phrase, finds exactly the texts that hold it, without a dictionary.
/// </summary>
internal static class CjkText
{
    // The first character of the scripts below; texts without one at or above it are most texts and are left alone.
    private const char First = '\u1100';

    /// <summary>Han, kana, Hangul, bopomofo and the halves of supplementary ideographs.</summary>
    public static bool IsCjk(char c) =>
        c >= First && (c is (>= '\u1100' and <= '\u11ff') or (>= '\u2e80' and <= '\u2fdf') or (>= '\u3005' and <= '\u3007') or (>= '\u3040' and <= '\u31ff')
            or (>= '\u3400' and <= '\u4dbf') or (>= '\u4e00' and <= '\u9fff') or (>= '\uac00' and <= '\ud7af') or (>= '\uf900' and <= '\ufaff')
                or (>= '\uff66' and <= '\uff9f')
            or (>= '\ud840' and <= '\ud8bf'));

    public static string Spread(string text)
    {
        var first = FirstCjk(text, 0);
        if (first < 0)
            return text;
        StringBuilder spread = new(text.Length + (text.Length / 2));
        spread.Append(text, 0, first);
        for (var i = first; i < text.Length; i++)
        {
            if (!IsCjk(text[i]))
            {
                spread.Append(text[i]);
                continue;
            }

            spread.Append(' ').Append(text[i]);
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                spread.Append(text[++i]);
            spread.Append(' ');
        }

        return spread.ToString();
    }

    public static bool Contains(string text) => FirstCjk(text, 0) >= 0;

    private static int FirstCjk(string text, int start)
    {
        for (var i = start; i < text.Length; i++)
        {
            var next = text.AsSpan(i).IndexOfAnyInRange(First, '\uffff');
            if (next < 0)
                return -1;
            i += next;
            if (IsCjk(text[i]))
                return i;
        }

        return -1;
    }
}
