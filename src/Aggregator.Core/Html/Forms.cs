using Aggregator.Html.Dom;

namespace Aggregator.Html;

/// <summary>What a form says is for whoever fills it in: the labels under a post, the question for its password. It is no text, in whatever language.</summary>
public static class Forms
{
    /// <summary>
    /// Some systems wrap a whole page into one form, and a form that is never closed takes in what follows: from so many words beside the labels on, a
    /// form is text.
    /// </summary>
    private const int ProseWords = 100;

    /// <summary>A fragment of HTML asks for a password: it is closed, or a part of it is.</summary>
    public static bool AskForPassword(string html)
    {
        ArgumentNullException.ThrowIfNull(html);
        if (!html.Contains("<input", StringComparison.OrdinalIgnoreCase) || !html.Contains("password", StringComparison.OrdinalIgnoreCase))
            return false;
        using var fragment = HtmlParsing.ParseFragment(html);
        return AskForPassword(fragment?.Content ?? []);
    }

    internal static bool AskForPassword(Element form) => AskForPassword([form]);

    private static bool AskForPassword(IEnumerable<Node> content)
    {
        var asks = false;
        DomWalk.Visit(content, node => !(asks |= node is Element element && IsPassword(element)), _ => { });
        return asks;
    }

    private static bool IsPassword(Element element) =>
        element.LocalName == "input" && "password".Equals(element.GetAttribute("type"), StringComparison.OrdinalIgnoreCase);

    /// <summary>Says whether a form asks for something and holds nothing else.</summary>
    internal static bool IsNoText(Element element)
    {
        if (element.LocalName != "form")
            return false;
        var (asks, words, labels) = (false, 0, 0);
        DomWalk.Visit([element], Enter, inner => labels -= IsLabel(inner) ? 1 : 0);
        return asks && words < ProseWords;

        bool Enter(Node node)
        {
            if (node is TextNode text && labels == 0)
                words += PlainText.CountWords(text.Data.ToString());
            if (node is not Element inner)
                return false;
            asks |= IsControl(inner);
            var goOn = words < ProseWords && (inner.Tag.Traits & TagTraits.Opaque) == 0;
            labels += goOn && IsLabel(inner) ? 1 : 0;
            return goOn;
        }
    }

    private static bool IsLabel(Element element) => element.LocalName is "label" or "legend";

    private static bool IsControl(Element element) => element.LocalName is "textarea" or "select" or "button"
        || (element.LocalName == "input" && !"hidden".Equals(element.GetAttribute("type"), StringComparison.OrdinalIgnoreCase));
}
