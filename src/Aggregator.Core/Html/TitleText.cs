using System.Collections.Frozen;
using System.Text;

namespace Aggregator.Html;

/// <summary>
/// The text of a title that may hold HTML. Feeds do not say which of their angle brackets are markup (RSS 2.0 leaves it open), and publishing software
/// that lets them through means what the author typed: <c>Vec&lt;T&gt;</c>, "the &lt;picture&gt; element". So a tag is markup only where it
/// formats: a known element that is opened and closed, a break, or one with a quoted attribute.
/// </summary>
public static class TitleText
{
    private static readonly FrozenSet<string> Formatting = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "blink", "center", "cite", "code", "del", "dfn", "div", "em", "font", "h1", "h2", "h3", "h4", "h5",
        "h6", "i", "ins", "kbd", "mark", "math", "nobr", "p", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time",
        "tt", "u", "var");

    private static readonly FrozenSet<string> Alone = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "br", "wbr", "img", "hr");

    /// <summary>Elements whose content is no text either, where they are closed.</summary>
    private static readonly FrozenSet<string> Code = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "script", "style");

    /// <summary>No title has so many; what is behind them is read as HTML.</summary>
    private const int MostTags = 100;

    /// <param name="html">As a feed gave it: HTML, or text that was never escaped for it.</param>
    /// <returns>The text on as many lines as the markup makes; references are decoded once.</returns>
    public static string Of(string html)
    {
        ArgumentNullException.ThrowIfNull(html);
        return PlainText.FromHtml(html.Contains('<', StringComparison.Ordinal) ? Escaped(html) : html);
    }

    // A parser takes for a tag what begins with a letter; whatever of that is none is escaped before it sees it.
    private static string Escaped(string html)
    {
        var tags = Tags(html);
        var text = new StringBuilder(html.Length + 16);
        var copied = 0;
        for (var i = 0; i < tags.Count; i++)
        {
            if (IsMarkup(tags, i))
                continue;
            text.Append(html, copied, tags[i].Start - copied).Append("&lt;");
            copied = tags[i].Start + 1;
        }

        return text.Append(html, copied, html.Length - copied).ToString();
    }

    private static bool IsMarkup(List<Tag> tags, int at)
    {
        var tag = tags[at];
        if (tag.Name.Length == 0)
            return tag.IsComment;
        if (Alone.Contains(tag.Name))
            return !tag.IsEnd && (tag.IsBare || tag.HasValue);
        if (!Formatting.Contains(tag.Name) && !Code.Contains(tag.Name))
            return Partner(tags, at) is { } partner && (tag.HasValue || partner.HasValue);
        return tag.HasValue || (tag.IsBare && Partner(tags, at) is not null);
    }

    /// <summary>The end behind a start, or the start before an end, that no other tag of the name needs.</summary>
    private static Tag? Partner(List<Tag> tags, int at)
    {
        var tag = tags[at];
        var step = tag.IsEnd ? -1 : 1;
        var open = 0;
        for (var i = at; i >= 0 && i < tags.Count; i += step)
        {
            if (!tags[i].Name.Equals(tag.Name, StringComparison.OrdinalIgnoreCase))
                continue;
            open += tags[i].IsEnd == tag.IsEnd ? 1 : -1;
            if (open == 0)
                return tags[i];
        }

        return null;
    }

    private static List<Tag> Tags(string html)
    {
        var tags = new List<Tag>();
        for (var at = html.IndexOf('<', StringComparison.Ordinal); at >= 0 && tags.Count < MostTags; at = html.IndexOf('<', at + 1))
            tags.Add(Tag.At(html, at));
        return tags;
    }

    /// <param name="Name">Empty for what no parser would take for a start or end tag.</param>
    /// <param name="IsBare">Nothing stands beside the name.</param>
    /// <param name="HasValue">An attribute with a value in quotation marks.</param>
    private readonly record struct Tag(int Start, string Name, bool IsEnd, bool IsBare, bool HasValue, bool IsComment)
    {
        public static Tag At(string html, int start)
        {
            var rest = html.AsSpan(start + 1);
            if (rest.StartsWith("!--") && rest.Contains("-->", StringComparison.Ordinal))
                return new Tag(start, "", false, false, false, IsComment: true);
            var isEnd = rest is ['/', ..];
            if (isEnd)
                rest = rest[1..];
            var end = rest.IndexOf('>');
            var length = 0;
            while (length < rest.Length && (char.IsAsciiLetterOrDigit(rest[length]) || rest[length] == '-'))
                length++;
            if (end < 0 || length == 0 || !char.IsAsciiLetter(rest[0]) || rest[length] is not ('>' or '/' or ' ' or '\t' or '\n' or '\r'))
                return new Tag(start, "", isEnd, false, false, false);
            var inside = rest[length..end];
            return new Tag(start, rest[..length].ToString(), isEnd, inside.Trim(" \t\r\n/").IsEmpty,
                inside.Contains("=\"", StringComparison.Ordinal) || inside.Contains("='", StringComparison.Ordinal), false);
        }
    }
}
