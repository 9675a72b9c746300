using AngleSharp;
using AngleSharp.Common;
using AngleSharp.Dom;
using AngleSharp.Html.Construction;
using AngleSharp.Text;

namespace Aggregator.Html.Dom;

/// <summary>Makes the nodes that AngleSharp's parser asks for. One for each parser, and so for one thread at a time.</summary>
internal sealed class DocumentFactory : IDomConstructionElementFactory<Document, Element>
{
    private readonly StringTable _strings = new();
    private readonly TagTable _html = new(NamespaceNames.HtmlUri);
    private readonly TagTable _svg = new(NamespaceNames.SvgUri);
    private readonly TagTable _math = new(NamespaceNames.MathMlUri);

    /// <summary>Of the next document.</summary>
    public int MostElements { get; set; }

    public Element Create(Document document, StringOrMemory localName, StringOrMemory prefix, NodeFlags flags)
    {
        var tag = _html[localName.Memory.Span];
        return tag.Name switch
        {
            "script" => new Script(document, tag),
            "meta" => new Meta(document, tag),
            "form" => new Form(document, tag),
            "template" => new Template(document, tag),
            "frame" => new Frame(document, tag),
            _ =>
                new Element(document, (tag.Flags | flags) == tag.Flags ? tag : tag with { Flags = tag.Flags | flags },
                    prefix.IsNullOrEmpty ? null : prefix.ToString()),
        };
    }

    public Element CreateNoScript(Document document, bool scripting) => new(document, _html["noscript"]);

    public Element CreateUnknown(Document document, StringOrMemory tagName) => Create(document, tagName, StringOrMemory.Empty, NodeFlags.None);

    public IConstructableNode CreateDocumentType(Document document, StringOrMemory name, StringOrMemory publicIdentifier,
        StringOrMemory systemIdentifier) => new DocumentType();

    public IConstructableMathElement CreateMath(Document document, StringOrMemory name) => new Math(document, _math[name.Memory.Span]);

    public IConstructableSvgElement CreateSvg(Document document, StringOrMemory name) => new Svg(document, _svg[name.Memory.Span]);

    public IConstructableMetaElement CreateMeta(Document document) => new Meta(document, _html["meta"]);

    public IConstructableScriptElement CreateScript(Document document, bool parserInserted, bool started) => new Script(document, _html["script"]);

    public IConstructableFrameElement CreateFrame(Document document) => new Frame(document, _html["frame"]);

    public IConstructableTemplateElement CreateTemplate(Document document) => new Template(document, _html["template"]);

    public IConstructableFormElement CreateForm(Document document) => new Form(document, _html["form"]);

    public Document CreateDocument(TextSource source, IBrowsingContext? context) => new(source, _strings, MostElements);

    public Document CreateCopy(TextSource source) => new(source, _strings, MostElements) { IsCopy = true };

    private sealed class DocumentType : Node
    {
        public override string TextContent => "";

        public override StringOrMemory NodeName => "html";
    }

    private sealed class Meta(Document document, ElementTag tag) : Element(document, tag), IConstructableMetaElement
    {
        /// <summary>Which charset the page is in was settled before it was parsed.</summary>
        public void Handle()
        {
        }
    }

    private sealed class Script(Document document, ElementTag tag) : Element(document, tag), IConstructableScriptElement
    {
        public bool Prepare(IConstructableDocument document) => false;

#pragma warning disable RS0030 // The parser's interface asks for a task; nothing is run.
        public Task RunAsync(CancellationToken cancel) => Task.CompletedTask;
#pragma warning restore RS0030
    }

    private sealed class Template(Document document, ElementTag tag) : Element(document, tag), IConstructableTemplateElement
    {
        /// <summary>What stands in a template is no part of the page.</summary>
        public void PopulateFragment() => Clear();
    }

    private sealed class Form(Document document, ElementTag tag) : Element(document, tag), IConstructableFormElement;

    private sealed class Frame(Document document, ElementTag tag) : Element(document, tag), IConstructableFrameElement;

    private sealed class Svg(Document document, ElementTag tag) : Element(document, tag), IConstructableSvgElement;

    private sealed class Math(Document document, ElementTag tag) : Element(document, tag), IConstructableMathElement;
}
