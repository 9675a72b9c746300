using Aggregator.Extraction.Words;
using Aggregator.Html.Dom;

namespace Aggregator.Extraction.Tree;

/// <summary>What the attributes of one element say of its content, read in one pass over them.</summary>
/// <param name="Hidden">Not shown to a reader: by attribute, by its own style or by name.</param>
internal readonly record struct PartMarks(WordKinds Words, bool Hidden)
{
    /// <summary>Names kept per thread: a page has some hundred different ones, and the pages of one site share them.</summary>
    private const int MaxKept = 4096;

    /// <summary>Longer values are generated class lists, different on each element.</summary>
    private const int LongestKept = 200;

    [ThreadStatic]
    private static Dictionary<string, WordKinds>? _known;

    public static PartMarks Of(Element element)
    {
        var words = WordKinds.None;
        var hidden = element.LocalName == "noscript";
        foreach (var attribute in element.Attributes)
        {
            switch (attribute.Name)
            {
                case "id" or "class" or "role" or "itemprop" or "data-testid" or "data-component" or "data-qa":
                    words |= WordsOf(attribute.Value);
                    break;
                case "hidden":
                    hidden = true;
                    break;
                case "aria-hidden":
                    // Hides from screen readers only; pages with a paywall set it on paragraphs that everyone else sees.
                    hidden |= attribute.Value == "true" && element.LocalName != "p";
                    break;
                case "style":
                    hidden |= Hides(attribute.Value);
                    break;
            }
        }
        return new PartMarks(words, hidden || (words & WordKinds.Unseen) != 0);
    }

    private static bool Hides(string style) => style.Length > 10
        && (style.Contains("display:none", StringComparison.OrdinalIgnoreCase) || style.Contains("display: none", StringComparison.OrdinalIgnoreCase)
            || style.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase)
                || style.Contains("visibility: hidden", StringComparison.OrdinalIgnoreCase));

    private static WordKinds WordsOf(string value)
    {
        if (value.Length == 0)
            return WordKinds.None;
        if (value.Length > LongestKept)
            return PartNames.Read(value);
        var known = _known ??= new Dictionary<string, WordKinds>(StringComparer.Ordinal);
        if (known.TryGetValue(value, out var words))
            return words;
        if (known.Count >= MaxKept)
            known.Clear();
        return known[value] = PartNames.Read(value);
    }
}
