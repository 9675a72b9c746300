using System.Text;
using System.Xml;

namespace Aggregator.Feeds.Writing;

/// <summary>Makes any text fit for XML 1.0, whatever a feed or page put into it.</summary>
public static class XmlText
{
    /// <summary>
    /// Leaves out what XML 1.0 (section 2.2) forbids even as a character reference: control characters, U+FFFE, U+FFFF and halves of surrogate pairs.
    /// </summary>
    public static string Clean(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var good = GoodPrefix(text, 0);
        if (good == text.Length)
            return text;
        var clean = new StringBuilder(text.Length);
        for (var start = 0; start < text.Length;)
        {
            var end = GoodPrefix(text, start);
            clean.Append(text, start, end - start);
            start = end + 1;
        }

        return clean.ToString();
    }

    private static int GoodPrefix(string text, int start)
    {
        var at = start;
        while (at < text.Length)
        {
            if (XmlConvert.IsXmlChar(text[at]))
                at++;
            else if (at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]))
                at += 2;
            else
                break;
        }

        return at;
    }
}
