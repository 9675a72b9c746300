using System.Text;
using Aggregator.Extraction.Words;
using Aggregator.Html.Dom;
using Aggregator.Text.Dates;

namespace Aggregator.Extraction.Metadata;

/// <summary>An element that may hold metadata, and where it stood.</summary>
/// <param name="Order">How many elements came before it in the document.</param>
/// <param name="Foreign">The nearest ancestor that looks like navigation, a box or other people's stories; null when there is none.</param>
internal readonly record struct SeenElement(Element Element, PageZones Zones, int Order, Element? Foreign)
{
    public bool In(PageZones zones) => (Zones & zones) != 0;
}

/// <summary>A short run of text that starts like a byline or holds a date.</summary>
/// <param name="Where">The element around it.</param>
internal readonly record struct FoundText(string Text, SeenElement Where);

/// <summary>
/// What one walk over the page found for all readers of metadata: the head's declarations and the elements that may hold a headline, a byline or a
/// date. One walk, because a selector query each would visit the tree a dozen times.
/// </summary>
internal sealed class PageSurvey
{
    /// <summary>
    /// Enough for every real page; a page that repeats a kind more often than this is a list, and its later entries say nothing of the article.
    /// </summary>
    private const int MaxPerKind = 200;

    /// <summary>Characters; some 300 words, ten times what tells languages apart.</summary>
    private const int MaxProse = 2000;

    private readonly Dictionary<string, List<string>> _metas = new(StringComparer.OrdinalIgnoreCase);

    private PageSurvey()
    {
    }

    public List<SeenElement> Headings { get; } = [];

    public List<SeenElement> Subheadings { get; } = [];

    public List<SeenElement> Times { get; } = [];

    public List<SeenElement> Bylines { get; } = [];

    public List<SeenElement> Properties { get; } = [];

    public List<Element> Links { get; } = [];

    public List<string> JsonLd { get; } = [];

    /// <summary>The page's own scripts, in which state may stand that no element shows.</summary>
    public List<Element> Scripts { get; } = [];

    /// <summary>Text of the <c>title</c> element, collapsed; empty when there is none.</summary>
    public string DocumentTitle { get; private set; } = "";

    public string? DeclaredLanguage { get; private set; }

    /// <summary>All meta elements that have a name, by name.</summary>
    public IReadOnlyDictionary<string, List<string>> AllMetas => _metas;

    /// <summary>The <c>href</c> of the <c>base</c> element.</summary>
    public string? BaseAddress { get; private set; }

    /// <summary>The page marks itself as a live blog by microdata.</summary>
    public bool LiveBlogItem { get; private set; }

    /// <summary>The first paragraphs, whose text tells the language where nothing else does.</summary>
    public List<Element> Paragraphs { get; } = [];

    /// <summary>Short texts that hold the digits of a date.</summary>
    public List<FoundText> DateTexts { get; } = [];

    /// <summary>Short texts that begin with "By" or its like in another language.</summary>
    public List<FoundText> BylineTexts { get; } = [];

    /// <summary>Links to what looks like the page of a person.</summary>
    public List<SeenElement> AuthorLinks { get; } = [];

    /// <summary>Images whose text alternative is short enough to be a name.</summary>
    public List<SeenElement> Portraits { get; } = [];

    /// <summary>Buttons and fields, as forms and dialogs have them.</summary>
    public int Controls { get; private set; }

    public static PageSurvey Of(Document document)
    {
        var survey = new PageSurvey { DeclaredLanguage = document.DocumentElement?.GetAttribute("lang") ?? document.DocumentElement?.GetAttribute("xml:lang") };
        var open = new Stack<SeenElement>();
        var order = 0;
        if (document.DocumentElement is Element root)
            open.Push(new SeenElement(root, PageZones.None, 0, null));
        while (open.TryPop(out var next))
        {
            var marks = ElementMarks.Of(next.Element);
            var found = Place(next, order++, marks);
            if (!survey.Visit(found, marks))
                continue;
            var children = found.Element.ChildNodes;
            for (var i = children.Length - 1; i >= 0; i--)
            {
                var node = children[i];
                if (node is Element child)
                    open.Push(found with { Element = child });
                else if (node is TextNode text)
                    survey.VisitText(text.Data, found);
            }
        }

        return survey;
    }

    /// <summary>The first content under any of the names, in the order of the names.</summary>
    public string? Meta(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (_metas.TryGetValue(name, out var contents))
                return contents[0];
        }

        return null;
    }

    /// <summary>All contents under one name, in document order.</summary>
    public IReadOnlyList<string> Metas(string name) => _metas.TryGetValue(name, out var contents) ? contents : [];

    /// <summary>The start of the paragraphs' text, enough to tell the language from.</summary>
    public string Prose()
    {
        var prose = new StringBuilder();
        foreach (var paragraph in Paragraphs)
        {
            if (prose.Length >= MaxProse)
                break;
            prose.Append(VisibleText.Of(paragraph)).Append('\n');
        }

        return prose.ToString();
    }

    /// <summary>Adds the element's own zone to the zones that it inherits.</summary>
    private static SeenElement Place(SeenElement found, int order, ElementMarks marks)
    {
        var element = found.Element;
        var zone = element.LocalName switch
        {
            "article" => PageZones.Article,
            "main" => PageZones.Main,
            "header" => PageZones.Header,
            "nav" => PageZones.Nav,
            "aside" => PageZones.Aside,
            "footer" => PageZones.Footer,
            "figure" or "figcaption" => PageZones.Figure,
            "a" => PageZones.Link,
            _ => PageZones.None,
        };
        // body and html carry the state of the whole page in their class ("has-sidebar", "comments-open")
        if (marks.IsNamed(PartWords.Foreign) && element.LocalName is not ("body" or "html" or "main" or "article"))
            zone |= PageZones.Noise;
        var foreign = (zone & PageZonesExtensions.Foreign) != 0 ? element : found.Foreign;
        return new SeenElement(element, found.Zones | zone, order, foreign);
    }

    /// <returns>Whether to go on below the element.</returns>
    private bool Visit(SeenElement found, ElementMarks marks)
    {
        var element = found.Element;
        switch (element.LocalName)
        {
            case "meta":
                AddMeta(element);
                return false;
            case "link":
                Links.Add(element);
                return false;
            case "base":
                BaseAddress ??= element.GetAttribute("href");
                return false;
            case "title" when DocumentTitle.Length == 0:
                DocumentTitle = VisibleText.Collapse(element.TextContent);
                return false;
            case "script":
                AddScript(element);
                return false;
            case "button":
                Controls++;
                break;
            case "input" when element.GetAttribute("type") is not { } type || !IsOfEveryPage(type):
                Controls++;
                return false;
            case "style" or "svg" or "template" or "iframe" or "math" or "title" or "select" or "textarea":
                return false;
            case "p" when Paragraphs.Count < MaxPerKind:
                Paragraphs.Add(element);
                break;
            case "h1":
                Add(Headings, found);
                break;
            case "h2" or "h3":
                Add(Subheadings, found);
                break;
            case "time" or "abbr":
                Add(Times, found);
                break;
            case "img" when element.GetAttribute("alt") is { Length: > 4 and <= 60 }:
                Add(Portraits, found);
                return false;
            case "a" when element.GetAttribute("href") is { } address && PartWords.AuthorAddress.IsMatch(address):
                Add(AuthorLinks, found);
                break;
        }

        LiveBlogItem |= marks.IsLiveBlog;
        if (marks.IsProperty)
            Add(Properties, found);
        if (marks.HasRelation || marks.IsNamed(PartWords.Byline))
            Add(Bylines, found);
        return true;
    }

    private void VisitText(ReadOnlySpan<char> data, SeenElement parent)
    {
        if (data.Length < 2)
            return;
        var text = data.Trim();
        if (text.Length is < 2 or > 400)
            return;
        // a date stands at the start of its text; a digit deep in a paragraph is prose
        if (text.Length >= 6 && text[..Math.Min(text.Length, 90)].ContainsAnyInRange('0', '9') && DateTexts.Count < MaxPerKind && DateTokens.MayHoldDate(text))
            DateTexts.Add(new FoundText(text.ToString(), parent));
        if (text.Length <= 120 && BylineTexts.Count < MaxPerKind && AuthorWords.StartsLikeByline(text))
            BylineTexts.Add(new FoundText(text.ToString(), parent));
    }

    private void AddScript(Element element)
    {
        if (element.GetAttribute("type") is { } type && type.Contains("ld+json", StringComparison.OrdinalIgnoreCase))
            JsonLd.Add(element.TextContent);
        else if (!element.HasAttribute("src"))
            Scripts.Add(element);
    }

    private static bool IsOfEveryPage(string inputType) =>
        inputType.Equals("hidden", StringComparison.OrdinalIgnoreCase) || inputType.Equals("search", StringComparison.OrdinalIgnoreCase);

    private static void Add(List<SeenElement> list, SeenElement found)
    {
        if (list.Count < MaxPerKind)
            list.Add(found);
    }

    private void AddMeta(Element element)
    {
        // "value" is a mistake for "content" that some templates make
        if ((element.GetAttribute("content") ?? element.GetAttribute("value")) is not { } content || string.IsNullOrWhiteSpace(content))
            return;

        foreach (var attribute in (ReadOnlySpan<string>)["property", "name", "itemprop", "http-equiv"])
        {
            if (element.GetAttribute(attribute) is not { Length: > 0 } name)
                continue;
            name = name.Trim();
            if (!_metas.TryGetValue(name, out var contents))
                _metas.Add(name, contents = []);
            if (contents.Count < MaxPerKind)
                contents.Add(content.Trim());
        }
    }
}
