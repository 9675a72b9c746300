using AngleSharp.Common;
using AngleSharp.Dom;
using AngleSharp.Html.Construction;
using AngleSharp.Html.Parser.Tokens.Struct;
using AngleSharp.Text;

namespace Aggregator.Html.Dom;

/// <summary>A parsed page.</summary>
/// <param name="strings">Where the short strings of its elements come from.</param>
/// <param name="mostElements">With more, building it throws <see cref="TooManyElementsException"/>.</param>
internal sealed class Document(TextSource source, StringTable strings, int mostElements) : Container, IConstructableDocument, IDisposable
{
    private int _elements;
    private IDisposable? _builder;

    public StringTable Strings => strings;

    public Element? DocumentElement => Children.FirstOrDefault();

    public Element? Head => DocumentElement?.Children.FirstOrDefault(element => element.LocalName == "head");

    /// <summary>The body, or the frames that stand in its place.</summary>
    public Element? Body => DocumentElement?.Children.FirstOrDefault(element => element.LocalName is "body" or "frameset");

    /// <summary>What the body holds.</summary>
    public IReadOnlyList<Node> Content => Body?.ChildNodes.ToArray() ?? [];

    /// <summary>Text of the first <c>title</c>, collapsed; empty when there is none.</summary>
    public string Title =>
        Elements().FirstOrDefault(element => element is { LocalName: "title", Tag.IsHtml: true }) is { } title ? VisibleText.Collapse(title.TextContent) : "";

    /// <summary>The tree was built of AngleSharp's own nodes and copied.</summary>
    public bool IsCopy { get; init; }

    public override StringOrMemory NodeName => "#document";

    public QuirksMode QuirksMode { get; set; }

    protected override Document Owner => this;

    TextSource IConstructableDocument.Source => source;

    IDisposable? IConstructableDocument.Builder
    {
        get => _builder;
        set => _builder = value;
    }

    IConstructableElement? IConstructableDocument.Head => Head;

    IConstructableElement IConstructableDocument.DocumentElement => DocumentElement!;

    bool IConstructableDocument.IsLoading => false;

    public Element? GetElementById(string id) => Elements().FirstOrDefault(element => element.Id == id);

    /// <summary>Gives the parser's buffers back to their pool: no text of the page may be read afterwards.</summary>
    public void Dispose() => _builder?.Dispose();

    public void CountElement()
    {
        if (++_elements > mostElements)
            throw new TooManyElementsException();
    }

    void IConstructableNode.AddNode(IConstructableNode node)
    {
        // The parser adds to the document what it would put before a table, since it knows tables by its own class only.
        if (node is Element && DocumentElement is not null)
            throw new ForeignNodesException();
        Add((Node)node);
    }

    void IConstructableDocument.PerformMicrotaskCheckpoint()
    {
    }

    void IConstructableDocument.ProvideStableState()
    {
    }

    void IConstructableDocument.AddComment(ref StructHtmlToken token)
    {
    }

    void IConstructableDocument.TrackError(Exception exception)
    {
    }

#pragma warning disable RS0030 // The parser's interface asks for tasks; nothing is waited for.
    Task IConstructableDocument.WaitForReadyAsync(CancellationToken cancelToken) => Task.CompletedTask;

    Task IConstructableDocument.FinishLoadingAsync() => Task.CompletedTask;
#pragma warning restore RS0030

    void IConstructableDocument.ApplyManifest()
    {
    }
}

/// <summary>Markup of which AngleSharp's parser makes a tree of its own nodes only.</summary>
internal sealed class ForeignNodesException : Exception;

/// <summary>Markup that was made to blow up the tree.</summary>
internal sealed class TooManyElementsException : Exception;
