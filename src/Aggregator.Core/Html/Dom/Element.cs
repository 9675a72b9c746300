using AngleSharp.Common;
using AngleSharp.Dom;
using AngleSharp.Html.Construction;
using AngleSharp.Html.Parser.Tokens.Struct;

namespace Aggregator.Html.Dom;

/// <summary>An element of a parsed page.</summary>
internal class Element(Document document, ElementTag tag, string? prefix = null) : Container, IConstructableElement, IConstructableNamedNodeMap
{
    private PageAttribute[] _attributes = [];

    public ElementTag Tag => tag;

    /// <summary>Lower case in HTML.</summary>
    public string LocalName => tag.Name;

    /// <summary>As the page wrote them; a name may stand twice, and the first one counts.</summary>
    public ReadOnlySpan<PageAttribute> Attributes => _attributes;

    public string? Id => GetAttribute("id");

    public string? ClassName => GetAttribute("class");

    public IEnumerable<string> ClassList => ClassName?.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) ?? [];

    public Element? NextElementSibling
    {
        get
        {
            var siblings = Parent is { } parent ? parent.ChildNodes[(parent.IndexOf(this) + 1)..] : [];
            foreach (var sibling in siblings)
            {
                if (sibling is Element element)
                    return element;
            }
            return null;
        }
    }

    public sealed override StringOrMemory NodeName => tag.ParserName;

    public sealed override NodeFlags Flags => tag.Flags;

    protected sealed override Document Owner => document;

    StringOrMemory IConstructableElement.NamespaceUri => tag.ParserNamespace;

    StringOrMemory IConstructableElement.LocalName => tag.ParserName;

    StringOrMemory IConstructableElement.Prefix => prefix ?? StringOrMemory.Empty;

    IConstructableNamedNodeMap IConstructableElement.Attributes => this;

    ISourceReference? IConstructableElement.SourceReference { get; set; }

    int IConstructableNamedNodeMap.Length => _attributes.Length;

    IConstructableAttr? IConstructableNamedNodeMap.this[StringOrMemory name] => IndexOf(name) is >= 0 and var at ? new Handle(this, at) : null;

    /// <param name="name">In lower case.</param>
    public string? GetAttribute(string name)
    {
        foreach (var attribute in _attributes)
        {
            if (attribute.Name == name)
                return attribute.Value;
        }
        return null;
    }

    /// <param name="name">In lower case.</param>
    public bool HasAttribute(string name) => GetAttribute(name) is not null;

    /// <param name="name">In lower case.</param>
    public void RemoveAttribute(string name) => _attributes = Array.FindAll(_attributes, attribute => attribute.Name != name);

    /// <summary>Says whether a node is this element or below it.</summary>
    public bool Contains(Node? node)
    {
        while (node is not null && node != this)
            node = node.Parent;
        return node is not null;
    }

    public IEnumerable<Element> Ancestors()
    {
        for (var element = ParentElement; element is not null; element = element.ParentElement)
            yield return element;
    }

    void IConstructableElement.SetAttribute(string? namespaceUri, StringOrMemory name, StringOrMemory value) => Set(name, value);

    void IConstructableElement.SetOwnAttribute(StringOrMemory name, StringOrMemory value) => Set(name, value);

    StringOrMemory IConstructableElement.GetAttribute(StringOrMemory namespaceUri, StringOrMemory localName) =>
        IndexOf(localName) is >= 0 and var at ? _attributes[at].Value : StringOrMemory.Empty;

    void IConstructableElement.SetAttributes(StructAttributes attributes)
    {
        if (attributes.Count == 0)
            return;
        // A second body or html adds to the first one's.
        var before = _attributes.Length;
        Array.Resize(ref _attributes, before + attributes.Count);
        for (var i = 0; i < attributes.Count; i++)
        {
            var token = attributes[i];
            _attributes[before + i] = new PageAttribute(document.Strings.Get(token.Name.Memory.Span), document.Strings.Get(token.Value.Memory.Span));
        }
    }

    bool IConstructableElement.HasAttribute(StringOrMemory name) => IndexOf(name) >= 0;

    void IConstructableElement.SetupElement() => document.CountElement();

    void IConstructableElement.AddComment(ref StructHtmlToken token)
    {
    }

    IConstructableNode IConstructableElement.ShallowCopy()
    {
        document.CountElement();
        return new Element(document, tag, prefix) { _attributes = [.. _attributes] };
    }

    bool IConstructableNamedNodeMap.SameAs(IConstructableNamedNodeMap? attributes)
    {
        if (attributes is not Element other || other._attributes.Length != _attributes.Length)
            return false;
        foreach (var (name, value) in _attributes)
        {
            if (other.GetAttribute(name) != value)
                return false;
        }
        return true;
    }

    private int IndexOf(StringOrMemory name)
    {
        for (var i = 0; i < _attributes.Length; i++)
        {
            if (name == _attributes[i].Name)
                return i;
        }
        return -1;
    }

    private void Set(StringOrMemory name, StringOrMemory value)
    {
        var at = IndexOf(name);
        if (at < 0)
        {
            at = _attributes.Length;
            Array.Resize(ref _attributes, at + 1);
        }
        _attributes[at] = new PageAttribute(name.ToString(), value.ToString());
    }

    private sealed class Handle(Element element, int index) : IConstructableAttr
    {
        public StringOrMemory Name => element._attributes[index].Name;

        public StringOrMemory Value
        {
            get => element._attributes[index].Value;
            set => element._attributes[index] = element._attributes[index] with { Value = value.ToString() };
        }
    }
}
