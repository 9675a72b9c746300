using Aggregator.Html.Dom;

namespace Aggregator.Html;

/// <summary>
/// The allow-list through which all HTML leaves this service. Markup is parsed, and only known elements and attributes are written anew;
/// nothing of the source's markup is copied. Output that is sanitised again is unchanged.
/// </summary>
public static class HtmlSanitizer
{
    /// <param name="html">A fragment as a stranger wrote it; an unclosed tag or a whole page does no harm.</param>
    /// <param name="baseUrl">What relative addresses are relative to; without it they stay relative.</param>
    /// <param name="page">Where a place in the page (<c>#note-1</c>) is, if not at <paramref name="baseUrl"/>.</param>
    public static string Sanitize(string html, Uri? baseUrl, Uri? page = null)
    {
        ArgumentNullException.ThrowIfNull(html);
        var writer = new HtmlWriter(baseUrl, html.Length, page);
        if (html.AsSpan().IndexOfAny('<', '&') < 0)
        {
            writer.Text(html.ReplaceLineEndings("\n"));
            return writer.ToString();
        }
        using var fragment = HtmlParsing.ParseFragment(html);
        DomWalk.Visit(fragment?.Content ?? [], Enter, writer.Close);
        return writer.ToString();

        bool Enter(Node node)
        {
            if (node is TextNode text)
            {
                writer.Text(text.Data);
                return false;
            }
            if (node is Element formula && Formulas.Of(formula) is { } characters)
            {
                writer.Text(characters);
                return false;
            }
            if (node is Element frame && MediaFrames.IsFrame(frame.LocalName))
            {
                writer.Frame(frame);
                return false;
            }
            if (node is not Element element || !element.Tag.IsHtml || (element.Tag.Traits & TagTraits.Opaque) != 0 || Forms.IsNoText(element))
                return false;
            writer.Open(element);
            return true;
        }
    }
}
