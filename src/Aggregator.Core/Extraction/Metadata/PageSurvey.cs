using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Aggregator.Extraction.Metadata;

/// <summary>Where on the page an element stands.</summary>
[Flags]
internal enum PageZones
{
    None = 0,
    Article = 1,
    Main = 2,
    Header = 4,
    Nav = 8,
    Aside = 16,
    Footer = 32,

    /// <summary>Comments, related stories, boxes: told by class or id.</summary>
    Noise = 64,
    Figure = 128,
    Link = 256,
}

/// <summary>An element that may hold metadata, and where it stood.</summary>
internal readonly record struct Found(IElement Element, PageZones Zones)
{
    /// <summary>Outside navigation, boxes and other people's stories.</summary>
    public bool IsOwn => (Zones & (PageZones.Nav | PageZones.Aside | PageZones.Footer | PageZones.Noise | PageZones.Figure)) == 0;
}

/// <summary>
/// What one walk over the page found for all readers of metadata: the head's declarations and the elements that may hold a headline, a byline or a
/// date. One walk, because a selector query each would visit the tree a dozen times.
/// </summary>
internal sealed class PageSurvey
{
    /// <summary>Enough for every real page; a page that repeats a kind more often than this is a list, and its later entries say nothing of the article.</summary>
    private const int MaxPerKind = 200;

    /// <summary>Characters; some 300 words, ten times what tells languages apart.</summary>
    private const int MaxProse = 2000;

    private readonly Dictionary<string, List<string>> _metas = new(StringComparer.OrdinalIgnoreCase);

    private PageSurvey()
    {
    }

    public List<Found> Headings { get; } = [];

    public List<Found> Subheadings { get; } = [];

    public List<Found> Times { get; } = [];

    public List<Found> Bylines { get; } = [];

    public List<Found> DateMarks { get; } = [];

    public List<Found> Properties { get; } = [];

    public List<IElement> Links { get; } = [];

    public List<string> JsonLd { get; } = [];

    /// <summary>Text of the <c>title</c> element, collapsed; empty when there is none.</summary>
    public string DocumentTitle { get; private set; } = "";

    public string? DeclaredLanguage { get; private set; }

    public Dictionary<string, List<string>> MetasAll => _metas;

    /// <summary>The <c>href</c> of the <c>base</c> element.</summary>
    public string? BaseAddress { get; private set; }

    /// <summary>The page marks itself as a live blog by microdata.</summary>
    public bool LiveBlogItem { get; private set; }

    /// <summary>The start of the paragraphs' text, enough to tell the language from.</summary>
    public StringBuilder Prose { get; } = new();

    public static PageSurvey Of(IHtmlDocument document)
    {
        var survey = new PageSurvey { DeclaredLanguage = document.DocumentElement?.GetAttribute("lang") ?? document.DocumentElement?.GetAttribute("xml:lang") };
        var open = new Stack<(INode Node, PageZones Zones)>();
        open.Push((document, PageZones.None));
        while (open.TryPop(out var next))
        {
            var (node, zones) = next;
            if (node is IElement element)
            {
                zones |= ZonesOf(element);
                if (!survey.Visit(element, zones))
                    continue;
            }

            for (var i = node.ChildNodes.Length - 1; i >= 0; i--)
            {
                if (node.ChildNodes[i] is IElement child)
                    open.Push((child, zones));
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

    private static PageZones ZonesOf(IElement element)
    {
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
        if (element.LocalName is not ("body" or "html" or "main" or "article") && (Vocabulary.Noise.IsMatch(element.ClassName) || Vocabulary.Noise.IsMatch(element.Id)))
            zone |= PageZones.Noise;
        return zone;
    }

    /// <returns>Whether to go on below the element.</returns>
    private bool Visit(IElement element, PageZones zones)
    {
        switch (element.LocalName)
        {
            case "meta":
                AddMeta(element);
                return false;
            case "link":
                Links.Add(element);
                return false;
            case "title" when DocumentTitle.Length == 0:
                DocumentTitle = ElementText.Collapse(element.TextContent);
                return false;
            case "script":
                if (element.GetAttribute("type") is { } type && type.Contains("ld+json", StringComparison.OrdinalIgnoreCase))
                    JsonLd.Add(element.TextContent);
                return false;
            case "style" or "svg" or "template" or "iframe" or "math" or "title":
                return false;
            case "h1":
                Add(Headings, element, zones);
                break;
            case "base":
                BaseAddress ??= element.GetAttribute("href");
                return false;
            case "p" when Prose.Length < MaxProse:
                Prose.Append(ElementText.Of(element)).Append('\n');
                break;
            case "h2":
                Add(Subheadings, element, zones);
                break;
            case "time":
                Add(Times, element, zones);
                break;
        }

        VisitMarks(element, zones);
        return true;
    }

    private void VisitMarks(IElement element, PageZones zones)
    {
        if (element.GetAttribute("itemtype") is { } itemType && itemType.EndsWith("/LiveBlogPosting", StringComparison.OrdinalIgnoreCase))
            LiveBlogItem = true;
        if (element.HasAttribute("itemprop"))
            Add(Properties, element, zones);
        var name = element.ClassName;
        var id = element.Id;
        if (Vocabulary.Byline.IsMatch(name) || Vocabulary.Byline.IsMatch(id) || element.HasAttribute("rel"))
            Add(Bylines, element, zones);
        if (Vocabulary.Date.IsMatch(name) || Vocabulary.Date.IsMatch(id))
            Add(DateMarks, element, zones);
    }

    private static void Add(List<Found> list, IElement element, PageZones zones)
    {
        if (list.Count < MaxPerKind)
            list.Add(new Found(element, zones));
    }

    private void AddMeta(IElement element)
    {
        if (element.GetAttribute("content") is not { } content || string.IsNullOrWhiteSpace(content))
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
