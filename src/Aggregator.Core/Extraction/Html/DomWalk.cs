using AngleSharp.Dom;

namespace Aggregator.Extraction.Html;

/// <summary>Visits a tree in document order without recursion; siblings by index, since a sibling look-up in AngleSharp walks the parent's list.</summary>
internal static class DomWalk
{
    /// <param name="enter">Called for each node; false leaves out what is below it (and its <paramref name="leave"/>).</param>
    /// <param name="leave">Called after the children of each entered element.</param>
    public static void Visit(IEnumerable<INode> roots, Func<INode, bool> enter, Action<IElement> leave)
    {
        var stack = new Stack<(INode Node, int Next)>();
        foreach (var root in roots)
        {
            if (!enter(root))
                continue;
            stack.Push((root, 0));
            while (stack.Count > 0)
            {
                var (node, next) = stack.Pop();
                if (next >= node.ChildNodes.Length)
                {
                    if (node is IElement element)
                        leave(element);
                    continue;
                }
                stack.Push((node, next + 1));
                var child = node.ChildNodes[next];
                if (enter(child))
                    stack.Push((child, 0));
            }
        }
    }
}
