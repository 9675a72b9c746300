namespace Aggregator.Html.Dom;

/// <summary>Visits a tree in document order without recursion; siblings by index, since a sibling does not know its place.</summary>
internal static class DomWalk
{
    /// <param name="enter">Called for each node; false leaves out what is below it (and its <paramref name="leave"/>).</param>
    /// <param name="leave">Called after the children of each entered element.</param>
    public static void Visit(IEnumerable<Node> roots, Func<Node, bool> enter, Action<Element> leave)
    {
        var stack = new Stack<Level>();
        foreach (var root in roots)
        {
            if (!enter(root))
                continue;
            var level = new Level(root);
            while (true)
            {
                var children = level.Node.ChildNodes;
                if (level.Next == children.Length)
                {
                    if (level.Node is Element element)
                        leave(element);
                    if (!stack.TryPop(out level))
                        break;
                    continue;
                }
                var child = children[level.Next++];
                if (!enter(child))
                    continue;
                stack.Push(level);
                level = new Level(child);
            }
        }
    }

    private struct Level(Node node)
    {
        public readonly Node Node = node;
        public int Next;
    }
}
