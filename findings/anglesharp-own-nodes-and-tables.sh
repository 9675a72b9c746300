#!/usr/bin/env bash
# AngleSharp 1.10.3 (NuGet), .NET 10: HtmlParser.ParseDocument<TDocument, TElement> builds a tree of the caller's own nodes through the public
# interfaces of AngleSharp.Html.Construction, for readers of many pages that need neither live collections nor events.
# Guess before the run: the tree has the same shape as the one of AngleSharp's own nodes, since the interfaces carry all that the HTML standard's
# tree construction asks of a node (name, namespace, flags, parent, children).
# Seen: an element that stands astray in a table is put before the table by the standard ("foster parenting"). With own nodes the element is added to the document itself,
# beside <html>, so it is lost to everyone who reads the body. The parser asks whether the element is AngleSharp's own HtmlTableElement.
# A feed reader that extracts articles loses text there without any error.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 NUGET_PACKAGES="$dir/packages" MSBUILDDISABLENODEREUSE=1 UseSharedCompilation=false
cat > f.csproj <<'X'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings><Nullable>enable</Nullable></PropertyGroup>
  <ItemGroup><PackageReference Include="AngleSharp" Version="[1.10.3]" /></ItemGroup>
</Project>
X
cat > Program.cs <<'X'
using System.Collections;
using System.Text;
using AngleSharp;
using AngleSharp.Common;
using AngleSharp.Dom;
using AngleSharp.Html.Construction;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens.Struct;
using AngleSharp.Text;

const string page = "<!doctype html><title>t</title><body><p>before</p><table><b>astray</b><tr><td>cell</td></tr></table><p>after</p>";
using var usual = new HtmlParser().ParseDocument(page);
var usualTree = Show(usual);
var parser = new HtmlParser(new HtmlParserOptions(), BrowsingContext.New(Configuration.Default.With(new Factory())));
var own = Show(parser.ParseDocument<Doc, Elem>(new TextSource(new ReadOnlyMemoryTextSource(page.AsMemory())), null));
Console.WriteLine("AngleSharp's nodes: " + usualTree);
Console.WriteLine("own nodes:          " + own);
return usualTree.Contains("<b> astray </b> <table>") && !own.Contains("<b> astray </b> <table>") && own.EndsWith("</html> <b> astray </b>") ? 0 : 1;

static string Show(object root)
{
    var text = new StringBuilder();
    void Walk(object node)
    {
        foreach (var child in node is INode n ? n.ChildNodes.Cast<object>() : ((Node)node).Children)
        {
            var name = child switch { IElement e => e.LocalName, Elem e => e.LocalName.ToString(), _ => null };
            if (name is not null) text.Append($"<{name}> ");
            else if (child is IText or Txt) text.Append((child is IText t ? t.Data : ((Txt)child).Data.ToString()).Trim() + " ");
            if (name is not null) { Walk(child); text.Append($"</{name}> "); }
        }
    }
    Walk(root);
    return string.Join(' ', text.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
}

class Node : IConstructableNode, IConstructableNodeList
{
    public List<Node> Children = [];
    public virtual StringOrMemory NodeName => "#node";
    public virtual NodeFlags Flags { get; init; }
    public IConstructableNode? Parent { get; set; }
    public IConstructableNodeList ChildNodes => this;
    public int Length => Children.Count;
    public IConstructableNode this[int index] => Children[index];
    public void Clear() => Children.Clear();
    public IEnumerator<IConstructableNode> GetEnumerator() => Children.GetEnumerator();
    IEnumerator IEnumerable.GetEnumerator() => Children.GetEnumerator();
    public void RemoveFromParent() => (Parent as Node)?.Children.Remove(this);
    public void RemoveChild(IConstructableNode child) => Children.Remove((Node)child);
    public void RemoveNode(int index, IConstructableNode child) => Children.RemoveAt(index);
    public void InsertNode(int index, IConstructableNode child) { Children.Insert(index, (Node)child); child.Parent = this; }
    public void AddNode(IConstructableNode child) { Children.Add((Node)child); child.Parent = this; }
    public void AppendText(StringOrMemory text, bool emitWhiteSpaceOnly = false) => InsertText(Children.Count, text);
    public void InsertText(int index, StringOrMemory text, bool emitWhiteSpaceOnly = false)
    {
        if (index > 0 && Children[index - 1] is Txt before) before.Data.Append(text.Memory.Span);
        else { var made = new Txt(); made.Data.Append(text.Memory.Span); InsertNode(Math.Max(index, 0), made); }
    }
}

class Txt : Node { public StringBuilder Data = new(); }

class Elem(string name, string ns, NodeFlags flags) : Node, IConstructableElement, IConstructableNamedNodeMap,
    IConstructableMetaElement, IConstructableScriptElement, IConstructableFormElement, IConstructableTemplateElement, IConstructableFrameElement,
    IConstructableSvgElement, IConstructableMathElement
{
    public override StringOrMemory NodeName => name;
    public override NodeFlags Flags => flags;
    public StringOrMemory NamespaceUri => ns;
    public StringOrMemory LocalName => name;
    public StringOrMemory Prefix => StringOrMemory.Empty;
    public IConstructableNamedNodeMap Attributes => this;
    public ISourceReference? SourceReference { get; set; }
    int IConstructableNamedNodeMap.Length => 0;
    IConstructableAttr? IConstructableNamedNodeMap.this[StringOrMemory n] => null;
    bool IConstructableNamedNodeMap.SameAs(IConstructableNamedNodeMap? attributes) => true;
    public void SetAttribute(string? uri, StringOrMemory n, StringOrMemory v) { }
    public void SetOwnAttribute(StringOrMemory n, StringOrMemory v) { }
    public StringOrMemory GetAttribute(StringOrMemory uri, StringOrMemory n) => StringOrMemory.Empty;
    public void SetAttributes(StructAttributes attributes) { }
    public bool HasAttribute(StringOrMemory n) => false;
    public void SetupElement() { }
    public void AddComment(ref StructHtmlToken token) { }
    public IConstructableNode ShallowCopy() => new Elem(name, ns, flags);
    public void Handle() { }
    public bool Prepare(IConstructableDocument document) => false;
    public Task RunAsync(CancellationToken cancel) => Task.CompletedTask;
    public void PopulateFragment() { }
}

class Doc : Node, IConstructableDocument
{
    public override StringOrMemory NodeName => "#document";
    public TextSource Source { get; init; } = null!;
    public IDisposable? Builder { get; set; }
    public QuirksMode QuirksMode { get; set; }
    public IConstructableElement? Head => DocumentElement is Elem root ? root.Children.OfType<Elem>().FirstOrDefault(e => e.LocalName == "head") : null;
    public IConstructableElement DocumentElement => Children.OfType<Elem>().FirstOrDefault()!;
    public bool IsLoading => false;
    public void Dispose() => Builder?.Dispose();
    public void PerformMicrotaskCheckpoint() { }
    public void ProvideStableState() { }
    public void AddComment(ref StructHtmlToken token) { }
    public void TrackError(Exception exception) { }
    public Task WaitForReadyAsync(CancellationToken cancel) => Task.CompletedTask;
    public Task FinishLoadingAsync() => Task.CompletedTask;
    public void ApplyManifest() { }
}

class Factory : IDomConstructionElementFactory<Doc, Elem>
{
    // The flags of an element (special, scoped, implied end) are those of AngleSharp's own element of that name.
    private static readonly IDocument Sample = BrowsingContext.New(Configuration.Default).OpenNewAsync().Result;
    private static Elem Html(string name, NodeFlags flags = 0) => new(name, NamespaceNames.HtmlUri, flags | Sample.CreateElement(name).Flags);
    public Elem Create(Doc d, StringOrMemory localName, StringOrMemory prefix, NodeFlags flags) => Html(localName.ToString(), flags);
    public Elem CreateNoScript(Doc d, bool scripting) => Html("noscript");
    public Elem CreateUnknown(Doc d, StringOrMemory n) => Html(n.ToString());
    public IConstructableNode CreateDocumentType(Doc d, StringOrMemory n, StringOrMemory p, StringOrMemory s) => new Node();
    public IConstructableMathElement CreateMath(Doc d, StringOrMemory n) => new Elem(n.ToString(), NamespaceNames.MathMlUri, 0);
    public IConstructableSvgElement CreateSvg(Doc d, StringOrMemory n) => new Elem(n.ToString(), NamespaceNames.SvgUri, 0);
    public IConstructableMetaElement CreateMeta(Doc d) => Html("meta");
    public IConstructableScriptElement CreateScript(Doc d, bool parserInserted, bool started) => Html("script");
    public IConstructableFrameElement CreateFrame(Doc d) => Html("frame");
    public IConstructableTemplateElement CreateTemplate(Doc d) => Html("template");
    public IConstructableFormElement CreateForm(Doc d) => Html("form");
    public Doc CreateDocument(TextSource source, IBrowsingContext? context) => new() { Source = source };
}
X
if dotnet run 2>&1 | tee out.txt && [ "${PIPESTATUS[0]}" -eq 0 ]; then echo "as stated: own nodes get what stands astray in a table beside <html>"; else echo "behaviour has changed"; exit 1; fi
