namespace Aggregator.LiteDb.Index;

/// <summary>A part of a query, made ready to be asked of one block after the other.</summary>
internal abstract class WordQuery
{
    public abstract DocumentSet Match(WordBlock block);

    /// <summary>The phrases that documents are ranked by.</summary>
    public virtual IEnumerable<PhraseQuery> Phrases => [];
}

internal sealed class AndQuery(IReadOnlyList<WordQuery> parts) : WordQuery
{
    public override IEnumerable<PhraseQuery> Phrases => parts.SelectMany(part => part.Phrases);

    public override DocumentSet Match(WordBlock block)
    {
        var set = parts[0].Match(block);
        for (var i = 1; i < parts.Count && !set.IsEmpty; i++)
            set.IntersectWith(parts[i].Match(block));
        return set;
    }
}

internal sealed class OrQuery(IReadOnlyList<WordQuery> parts) : WordQuery
{
    public override IEnumerable<PhraseQuery> Phrases => parts.SelectMany(part => part.Phrases);

    public override DocumentSet Match(WordBlock block)
    {
        var set = parts[0].Match(block);
        foreach (var part in parts.Skip(1))
            set.UnionWith(part.Match(block));
        return set;
    }
}

internal sealed class NotQuery(WordQuery part) : WordQuery
{
    public override DocumentSet Match(WordBlock block)
    {
        var set = part.Match(block);
        set.Invert();
        return set;
    }
}

/// <param name="ofSlot">Whether the article in this slot is of an outlet that is asked for.</param>
internal sealed class OutletQuery(Func<int, bool> ofSlot) : WordQuery
{
    public override DocumentSet Match(WordBlock block)
    {
        DocumentSet set = new(block.Count);
        for (var document = 0; document < block.Count; document++)
        {
            if (block.Slot(document) is >= 0 and var slot && ofSlot(slot))
                set.Add(document);
        }

        return set;
    }
}

/// <summary>Words side by side, of which the last may be the start of a word.</summary>
/// <param name="column">Null for any.</param>
internal sealed class PhraseQuery(IReadOnlyList<string> words, bool prefix, IndexColumn? column) : WordQuery
{
    public int Length => words.Count;

    public override IEnumerable<PhraseQuery> Phrases => [this];

    public override DocumentSet Match(WordBlock block)
    {
        DocumentSet set = new(block.Count);
        if (words.Count == 1 && column is null)
        {
            foreach (var postings in prefix ? block.Starting(words[0]) : block.Find(words[0]) is { } one ? [one] : [])
            {
                foreach (var document in postings.Documents)
                    set.Add(document);
            }

            return set;
        }

        foreach ((var document, _) in Starts(block))
            set.Add(document);
        return set;
    }

    /// <summary>The documents that hold the phrase, rising, each with the positions where it starts.</summary>
    public IEnumerable<(int Document, List<int> Positions)> Starts(WordBlock block)
    {
        if (Postings(block) is not { } all)
            yield break;
        var at = new int[all.Length];
        foreach (var document in all[0].Documents)
        {
            if (!OnTo(all, at, document))
                continue;
            List<int> found = [];
            foreach (var position in all[0].Positions.Of(at[0]))
            {
                if ((column is null || WordPositions.Column(position) == column) && FollowsAll(all, at, position))
                    found.Add(position);
            }

            if (found.Count > 0)
                yield return (document, found);
        }
    }

    private Postings[]? Postings(WordBlock block)
    {
        var all = new Postings[words.Count];
        for (var i = 0; i < all.Length; i++)
        {
            var found = prefix && i == all.Length - 1 ? Index.Postings.Union([.. block.Starting(words[i])]) : block.Find(words[i]);
            if (found is null)
                return null;
            all[i] = found;
        }

        return all;
    }

    private static bool OnTo(Postings[] all, int[] at, int document)
    {
        for (var i = 0; i < all.Length; i++)
        {
            var documents = all[i].Documents;
            while (at[i] < documents.Length && documents[at[i]] < document)
                at[i]++;
            if (at[i] == documents.Length || documents[at[i]] != document)
                return false;
        }

        return true;
    }

    private static bool FollowsAll(Postings[] all, int[] at, int position)
    {
        for (var i = 1; i < all.Length; i++)
        {
            if (all[i].Positions.Of(at[i]).BinarySearch(position + i) < 0)
                return false;
        }

        return true;
    }
}

/// <summary>Two phrases in one column with at most so many words between them, in any order.</summary>
internal sealed class NearQuery(PhraseQuery one, PhraseQuery other, int distance) : WordQuery
{
    public override IEnumerable<PhraseQuery> Phrases => [one, other];

    public override DocumentSet Match(WordBlock block)
    {
        DocumentSet set = new(block.Count);
        var others = other.Starts(block).ToDictionary(pair => pair.Document, pair => pair.Positions);
        foreach ((var document, var positions) in one.Starts(block))
        {
            if (others.TryGetValue(document, out var there) && positions.Exists(a => there.Exists(b => AreNear(a, b))))
                set.Add(document);
        }

        return set;
    }

    private bool AreNear(int a, int b) => WordPositions.Column(a) == WordPositions.Column(b)
        && (a <= b ? b - (a + one.Length) <= distance : a - (b + other.Length) <= distance);
}
