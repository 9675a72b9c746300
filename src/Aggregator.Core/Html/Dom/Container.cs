using System.Collections;
using System.Text;
using AngleSharp.Html.Construction;

namespace Aggregator.Html.Dom;

/// <summary>A node that holds others.</summary>
internal abstract class Container : Node, IConstructableNodeList
{
    /// <summary>The list of children of what has none.</summary>
    public static readonly IConstructableNodeList Nothing = new EmptyList();

    private Node[] _children = [];

    public int ChildCount { get; private set; }

    public sealed override ReadOnlySpan<Node> ChildNodes => _children.AsSpan(0, ChildCount);

    public sealed override IConstructableNodeList ChildNodeList => this;

    /// <summary>All elements below this node in document order.</summary>
    public IEnumerable<Element> Elements() => Descendants().OfType<Element>();

    public IEnumerable<Element> Children
    {
        get
        {
            for (var i = 0; i < ChildCount; i++)
            {
                if (_children[i] is Element element)
                    yield return element;
            }
        }
    }

    public int ChildElementCount
    {
        get
        {
            var count = 0;
            foreach (var child in ChildNodes)
                count += child is Element ? 1 : 0;
            return count;
        }
    }

    public sealed override string TextContent
    {
        get
        {
            if (ChildCount == 1 && _children[0] is TextNode only)
                return only.TextContent;
            var text = new StringBuilder();
            foreach (var node in Descendants())
            {
                if (node is TextNode piece)
                    text.Append(piece.Data);
            }
            return text.ToString();
        }
    }

    /// <summary><see cref="TextContent"/>, without a copy where it is one piece, as the text of a script nearly always is.</summary>
    public ReadOnlySpan<char> RawText => ChildCount == 1 && _children[0] is TextNode only ? only.Data : TextContent;

    /// <summary>The page that the node belongs to.</summary>
    protected abstract Document Owner { get; }

    int IConstructableNodeList.Length => ChildCount;

    IConstructableNode IConstructableNodeList.this[int index] => _children[index];

    /// <summary>All nodes below this one in document order, without recursion. The tree must not be changed meanwhile.</summary>
    public IEnumerable<Node> Descendants()
    {
        var open = new Stack<Node>();
        Push(open, this);
        while (open.TryPop(out var node))
        {
            yield return node;
            Push(open, node);
        }
    }

    public int IndexOf(Node child) => Array.IndexOf(_children, child, 0, ChildCount);

    public void Add(Node child) => Insert(ChildCount, child);

    public void Insert(int index, Node child)
    {
        if (ChildCount == _children.Length)
            Array.Resize(ref _children, ChildCount == 0 ? 1 : ChildCount * 2);
        if (index < ChildCount)
            Array.Copy(_children, index, _children, index + 1, ChildCount - index);
        _children[index] = child;
        ChildCount++;
        child.Parent = this;
    }

    /// <summary>Moves all that another holds to a place in this one.</summary>
    public void InsertAll(int index, Container from)
    {
        var moved = from.ChildNodes;
        Node[] children = [.. ChildNodes[..index], .. moved, .. ChildNodes[index..]];
        foreach (var child in moved)
            child.Parent = this;
        from.Clear();
        (_children, ChildCount) = (children, children.Length);
    }

    public void Remove(Node child)
    {
        // What the parser takes out is nearly always the last one.
        var at = ChildCount - 1;
        while (at >= 0 && _children[at] != child)
            at--;
        if (at < 0)
            return;
        ChildCount--;
        Array.Copy(_children, at + 1, _children, at, ChildCount - at);
        _children[ChildCount] = null!;
        child.Parent = null;
    }

    public void Clear()
    {
        Array.Clear(_children, 0, ChildCount);
        ChildCount = 0;
    }

    /// <summary>Adds to the text at the end, or begins one.</summary>
    public void AppendText(ReadOnlyMemory<char> text) => InsertText(ChildCount, text);

    /// <summary>Adds to the text before a place, or begins one there.</summary>
    public void InsertText(int index, ReadOnlyMemory<char> text)
    {
        if (index > 0 && index <= ChildCount && _children[index - 1] is TextNode before)
            before.Append(text.Span);
        else if (index >= 0 && index < ChildCount && _children[index] is TextNode behind)
            behind.Prepend(text.Span);
        else
            Insert(Math.Clamp(index, 0, ChildCount), new TextNode(text));
    }

    IEnumerator<IConstructableNode> IEnumerable<IConstructableNode>.GetEnumerator() => _children.Take(ChildCount).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _children.Take(ChildCount).GetEnumerator();

    private static void Push(Stack<Node> open, Node node)
    {
        var children = node.ChildNodes;
        for (var i = children.Length - 1; i >= 0; i--)
            open.Push(children[i]);
    }

    private sealed class EmptyList : IConstructableNodeList
    {
        public int Length => 0;

        public IConstructableNode this[int index] => throw new ArgumentOutOfRangeException(nameof(index));

        public void Clear()
        {
        }

        public IEnumerator<IConstructableNode> GetEnumerator() => Enumerable.Empty<IConstructableNode>().GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
