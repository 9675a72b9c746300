using AngleSharp.Common;
using AngleSharp.Dom;
using AngleSharp.Html.Construction;

namespace Aggregator.Html.Dom;

/// <summary>
/// A node of a parsed page. AngleSharp's parser builds the tree through its construction interfaces; its own nodes keep live collections, events and
/// style that nobody asks for here, and are reached through an interface call for each field.
/// </summary>
internal abstract class Node : IConstructableNode
{
    /// <summary>Null for the document, and for what was taken out of the tree.</summary>
    public Container? Parent { get; internal set; }

    public Element? ParentElement => Parent as Element;

    /// <summary>Looks up the node's place among its siblings, one by one.</summary>
    public Node? PreviousSibling => Parent is { } parent && parent.IndexOf(this) is > 0 and var at ? parent.ChildNodes[at - 1] : null;

    /// <summary>What is below the node, in document order; empty for text.</summary>
    public virtual ReadOnlySpan<Node> ChildNodes => [];

    /// <summary>All text below the node, or that of the text itself, as it stands in the page.</summary>
    public abstract string TextContent { get; }

    public abstract StringOrMemory NodeName { get; }

    public virtual NodeFlags Flags => NodeFlags.None;

    IConstructableNode? IConstructableNode.Parent
    {
        get => Parent;
        set => Parent = (Container?)value;
    }

    public virtual IConstructableNodeList ChildNodeList => Container.Nothing;

    IConstructableNodeList IConstructableNode.ChildNodes => ChildNodeList;

    public void RemoveFromParent() => Parent?.Remove(this);

    void IConstructableNode.RemoveChild(IConstructableNode childNode) => AsContainer().Remove((Node)childNode);

    void IConstructableNode.RemoveNode(int index, IConstructableNode childNode) => AsContainer().Remove((Node)childNode);

    void IConstructableNode.InsertNode(int index, IConstructableNode childNode) => AsContainer().Insert(index, (Node)childNode);

    void IConstructableNode.AddNode(IConstructableNode node) => AsContainer().Add((Node)node);

    void IConstructableNode.AppendText(StringOrMemory text, bool emitWhiteSpaceOnly) => AsContainer().AppendText(text.Memory);

    void IConstructableNode.InsertText(int index, StringOrMemory text, bool emitWhiteSpaceOnly) => AsContainer().InsertText(index, text.Memory);

    private Container AsContainer() => (Container)this;
}
