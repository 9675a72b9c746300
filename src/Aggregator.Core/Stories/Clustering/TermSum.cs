namespace Aggregator.Stories.Clustering;

/// <summary>
/// The sum of the vectors of some articles, ordered by term. Whole numbers, so that taking an article out leaves exactly what was there before it.
/// </summary>
internal sealed class TermSum
{
    /// <summary>The terms of the only article: most stories have one, and nothing need be copied for it.</summary>
    private Term[]? _only;
    private int[] _terms = [];
    private int[] _weights = [];
    private int _count;

    public int Count => _only?.Length ?? _count;

    /// <summary>By place, from 0 to <see cref="Count"/>.</summary>
    public (int Term, int Weight) this[int at] => _only is { } only ? (only[at].Id, only[at].Weight) : (_terms[at], _weights[at]);

    /// <summary>The place of a term that the sum has, at or behind <paramref name="from"/>.</summary>
    public int IndexOf(int term, int from)
    {
        if (_only is not { } only)
            return from + _terms.AsSpan(from, _count - from).IndexOf(term);

        while (only[from].Id != term)
            from++;

        return from;
    }

    /// <param name="terms">Ordered by number, and not changed any more.</param>
    public void Add(Term[] terms)
    {
        if (_only is null && _count == 0)
        {
            _only = terms;
            return;
        }

        if (_only is { } first)
        {
            _only = null;
            AddCopy(first);
        }

        AddCopy(terms);
    }

    /// <param name="terms">Of an article that was added.</param>
    public void Subtract(Term[] terms)
    {
        if (_only is not null)
        {
            // An article without terms may stand beside it.
            _only = terms.Length > 0 ? null : _only;
            return;
        }

        var (kept, next) = (0, 0);
        for (var i = 0; i < _count; i++)
        {
            var weight = _weights[i];
            if (next < terms.Length && terms[next].Id == _terms[i])
                weight -= terms[next++].Weight;

            if (weight > 0)
            {
                (_terms[kept], _weights[kept]) = (_terms[i], weight);
                kept++;
            }
        }

        _count = kept;
    }

    private void AddCopy(Term[] terms)
    {
        var (from, to) = (_count - 1, _count + New(terms) - 1);
        Reserve(to + 1);
        _count = to + 1;

        // From the back, so that nothing is overwritten before it has been moved.
        for (var i = terms.Length - 1; i >= 0; to--)
        {
            if (from >= 0 && _terms[from] > terms[i].Id)
            {
                (_terms[to], _weights[to]) = (_terms[from], _weights[from]);
                from--;
            }
            else if (from >= 0 && _terms[from] == terms[i].Id)
            {
                (_terms[to], _weights[to]) = (_terms[from], _weights[from] + terms[i].Weight);
                (from, i) = (from - 1, i - 1);
            }
            else
            {
                (_terms[to], _weights[to]) = (terms[i].Id, terms[i].Weight);
                i--;
            }
        }
    }

    private int New(Term[] terms)
    {
        var (count, at) = (0, 0);
        foreach (var term in terms)
        {
            while (at < _count && _terms[at] < term.Id)
                at++;

            count += at < _count && _terms[at] == term.Id ? 0 : 1;
        }

        return count;
    }

    private void Reserve(int count)
    {
        if (count > _terms.Length)
        {
            // From the second article on there will be more.
            var size = count * 3 / 2;
            Array.Resize(ref _terms, size);
            Array.Resize(ref _weights, size);
        }
    }
}
