using AngleSharp.Dom;

namespace Aggregator.Extraction.Html;

/// <summary>Visits a tree in document order without recursion; siblings by index, since a sibling look-up in AngleSharp walks the parent's list.</summary>
internal static class DomWalk
{
    /// <param name="enter">Called for each node; false leaves out what is below it (and its <paramref name="leave"/>).</param>
    /// <param name="leave">Called after the children of each entered element.</param>
    public static void Visit(IEnumerable<INode> roots, Func<INode, bool> enter, Action<Element> leave)
    {
        var stack = new Stack<Level>();
        foreach (var root in roots)
        {
            if (!enter(root))
                continue;
            var level = new Level(root);
            while (true)
            {
                if (level.Next == level.Count)
                {
                    if (level.Node is Element element)
                        leave(element);
                    if (!stack.TryPop(out level))
                        break;
                    continue;
                }
                var child = level.Children[level.Next++];
                if (!enter(child))
                    continue;
                stack.Push(level);
                level = new Level(child);
            }
        }
    }

    private struct Level(INode node, INodeList children)
    {
        public readonly INode Node = node;
        public readonly INodeList Children = children;
        public readonly int Count = children.Length;
        public int Next;

        public Level(INode node)
            : this(node, node.ChildNodes)
        {
        }
    }
}
