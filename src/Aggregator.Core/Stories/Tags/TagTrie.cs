namespace Aggregator.Stories.Tags;

/// <summary>
/// All patterns as a trie of words: a text is read once, and a step costs one look-up however many patterns there are.
/// </summary>
internal sealed class TagTrie
{
    private readonly HashSet<string> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _roots = new(StringComparer.Ordinal);
    private readonly Dictionary<(int Node, string Word), int> _children = [];
    private readonly List<List<Leaf>?> _leaves = [];

    public void Add(TagEntry entry, TagPattern pattern)
    {
        var words = TagWords.Of(pattern.Text);
        if (words.Count == 0)
            return;
        foreach (var word in words)
            _words.Add(word.Key);
        if (!_roots.TryGetValue(words[0].Key, out var node))
            _roots[words[0].Key] = node = NewNode();
        foreach (var word in words.Skip(1))
        {
            if (!_children.TryGetValue((node, word.Key), out var next))
                _children[(node, word.Key)] = next = NewNode();
            node = next;
        }

        (_leaves[node] ??= []).Add(new Leaf(entry, pattern, [.. words]));
    }

    /// <summary>The words of a text in place of what the list holds; those that stand in no pattern are empty.</summary>
    public void Read(string text, List<TagWord> words) => TagWords.Read(text, _words.GetAlternateLookup<ReadOnlySpan<char>>(), words);

    /// <summary>Whether any pattern begins with the word, and where to go on in the trie then; few words of a text do.</summary>
    public bool BeginsWith(TagWord word, out int node)
    {
        node = 0;
        return word.Key.Length > 0 && _roots.TryGetValue(word.Key, out node);
    }

    /// <summary>Every pattern that begins at a word, the longest last.</summary>
    /// <param name="node">What <see cref="BeginsWith"/> answered for the word.</param>
    /// <param name="found">Emptied, then filled.</param>
    public void At(List<TagWord> words, int start, int node, List<(Leaf Leaf, int Length)> found)
    {
        found.Clear();
        for (var i = start; i == start || (i < words.Count && _children.TryGetValue((node, words[i].Key), out node)); i++)
        {
            if (_leaves[node] is not { } leaves)
                continue;
            foreach (var leaf in leaves)
            {
                if (leaf.Fits(words, start))
                    found.Add((leaf, i - start + 1));
            }
        }
    }

    private int NewNode()
    {
        _leaves.Add(null);
        return _leaves.Count - 1;
    }

    internal sealed record Leaf(TagEntry Entry, TagPattern Pattern, TagWord[] Words)
    {
        /// <summary>Terms of topics may overlap with each other and with names, names not with names.</summary>
        public bool IsTerm => Entry.Kind == TagEntry.Topic && Pattern.Strength != TagStrength.Except;

        /// <summary>Words with capitals must be written so, or all in capitals as headlines are; words without may be written as they like.</summary>
        public bool Fits(List<TagWord> words, int start)
        {
            for (var i = 0; i < Words.Length; i++)
            {
                if (!Fits(Words[i].Text, words[start + i].Text) || (Words[i].Possessive && !words[start + i].Possessive))
                    return false;
            }

            return true;
        }

        private static bool Fits(string pattern, string text)
        {
            if (!pattern.Any(char.IsUpper) || text.StartsWith(pattern, StringComparison.Ordinal))
                return true;
            var shouted = text.Length > 1 && !text.Any(char.IsLower) && text.StartsWith(pattern, StringComparison.OrdinalIgnoreCase);

            // the singular of a pattern that is a plural itself, and the reverse
            return shouted || pattern.StartsWith(text, StringComparison.Ordinal);
        }
    }
}
