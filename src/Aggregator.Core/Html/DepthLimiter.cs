using System.Text;

namespace Aggregator.Html;

/// <summary>
/// Leaves out tags that would nest too deep. HTML tree construction looks along the stack of open elements
/// at most start tags, so that 100,000 nested elements cost 5·10⁹ steps; real pages nest below 100.
/// </summary>
internal static class DepthLimiter
{
    /// <summary>Open elements. Chromium flattens below 512; half of it halves what the tree construction looks along.</summary>
    public const int MaxDepth = 256;

    /// <summary>
    /// Formatting elements that are never closed are opened again in each paragraph (HTML standard, "reconstruct the active formatting elements"),
    /// so that few bytes can make many elements. Real pages leave below 10 open.
    /// </summary>
    public const int MaxFormatting = 40;

    /// <summary>Returns <paramref name="page"/> itself if it cannot nest too deep. One pass, no look at attributes.</summary>
    public static ReadOnlyMemory<char> Limit(ReadOnlyMemory<char> page)
    {
        var html = page.Span;
        int open = 0, formatting = 0, cut = 0, position = 0, copied = 0;
        var foreign = new ForeignContent();
        StringBuilder? output = null;
        Span<char> name = stackalloc char[12];
        while ((position = Next(html, '<', position)) < html.Length - 2)
        {
            if (html[position + 1] == '!')
            {
                position = html[position..].StartsWith("<!--") ? Behind(html, "-->", position + 4) : position + 2;
                continue;
            }
            var isEnd = html[position + 1] == '/';
            var length = ReadName(html, position + (isEnd ? 2 : 1), name);
            var rawEnd = RawTextEnd(name[..length]);
            if (length > 0 && foreign.Pass(html, position, name[..length], isEnd, rawEnd is not null) is >= 0 and var behind)
            {
                position = behind;
                continue;
            }
            if (length == 0 || IsLeaf(name[..length]))
            {
                position += 1 + length;
                continue;
            }
            if (!isEnd && !foreign.IsOpen && rawEnd is not null)
            {
                // No markup inside: a "<b" in a script is a comparison.
                position = Behind(html, rawEnd, position + 1 + length);
                continue;
            }
            var formats = IsFormatting(name[..length]);
            bool drop;
            if (isEnd)
            {
                drop = cut > 0;
                if (drop)
                {
                    cut--;
                }
                else
                {
                    open = Math.Max(0, open - 1);
                    formatting = formats ? Math.Max(0, formatting - 1) : formatting;
                }
            }
            else
            {
                drop = open >= MaxDepth || (formats && formatting >= MaxFormatting);
                if (drop)
                {
                    cut++;
                }
                else
                {
                    open++;
                    formatting += formats ? 1 : 0;
                }
            }
            if (!drop)
            {
                position += 1 + length;
                continue;
            }
            (output ??= new StringBuilder(html.Length)).Append(html[copied..position]).Append(' ');
            copied = position = Math.Min(html.Length, Next(html, '>', position) + 1);
        }
        return output is null ? page : output.Append(html[copied..]).ToString().AsMemory();
    }

    private static int Next(ReadOnlySpan<char> html, char mark, int start)
    {
        var at = start < html.Length ? html[start..].IndexOf(mark) : -1;
        return at < 0 ? html.Length : start + at;
    }

    private static int Behind(ReadOnlySpan<char> html, string mark, int start)
    {
        var at = start < html.Length ? html[start..].IndexOf(mark, StringComparison.OrdinalIgnoreCase) : -1;
        return at < 0 ? html.Length : start + at + mark.Length;
    }

    private static string? RawTextEnd(ReadOnlySpan<char> name) => name switch
    {
        "script" => "</script",
        "style" => "</style",
        "textarea" => "</textarea",
        "title" => "</title",
        "iframe" => "</iframe",
        "noembed" => "</noembed",
        "noframes" => "</noframes",
        "xmp" => "</xmp",
        _ => null,
    };

    /// <summary>Puts the lower-cased tag name into <paramref name="name"/>; 0 if no name begins at <paramref name="start"/>.</summary>
    private static int ReadName(ReadOnlySpan<char> html, int start, Span<char> name)
    {
        if (start >= html.Length || !char.IsAsciiLetter(html[start]))
            return 0;
        var length = 0;
        while (length < name.Length && start + length < html.Length && (char.IsAsciiLetterOrDigit(html[start + length]) || html[start + length] == '-'))
        {
            name[length] = char.ToLowerInvariant(html[start + length]);
            length++;
        }
        return length;
    }

    /// <summary>Elements without an end tag, and those whose end tag is usually left out and which close each other.</summary>
    private static bool IsLeaf(ReadOnlySpan<char> name) => name is
        "br" or "img" or "hr" or "input" or "meta" or "link" or "area" or "base" or "col" or "embed" or "source" or "track" or "wbr" or "param"
        or "p" or "li" or "dt" or "dd" or "tr" or "td" or "th" or "tbody" or "thead" or "option" or "html" or "head" or "body";

    private static bool IsFormatting(ReadOnlySpan<char> name) => name is
        "a" or "b" or "big" or "code" or "em" or "font" or "i" or "nobr" or "s" or "small" or "strike" or "strong" or "tt" or "u";
}
