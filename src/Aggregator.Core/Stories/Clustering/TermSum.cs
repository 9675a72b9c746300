namespace Aggregator.Stories.Clustering;

/// <summary>
/// The sum of the vectors of some articles, ordered by term. Whole numbers, so that taking an article out leaves exactly what was there before it.
/// </summary>
internal sealed class TermSum
{
    private int[] _terms = [];
    private int[] _weights = [];
    private int _count;

    public ReadOnlySpan<int> Terms => _terms.AsSpan(0, _count);

    public ReadOnlySpan<int> Weights => _weights.AsSpan(0, _count);

    /// <param name="terms">Ordered by number.</param>
    public void Add(Term[] terms)
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

    /// <param name="terms">Of an article that was added.</param>
    public void Subtract(Term[] terms)
    {
        var (kept, next) = (0, 0);
        for (var i = 0; i < _count; i++)
        {
            var weight = _weights[i];
            if (next < terms.Length && terms[next].Id == _terms[i])
            {
                weight -= terms[next++].Weight;
            }

            if (weight > 0)
            {
                (_terms[kept], _weights[kept]) = (_terms[i], weight);
                kept++;
            }
        }

        _count = kept;
    }

    private int New(Term[] terms)
    {
        var (count, at) = (0, 0);
        foreach (var term in terms)
        {
            while (at < _count && _terms[at] < term.Id)
            {
                at++;
            }

            count += at < _count && _terms[at] == term.Id ? 0 : 1;
        }

        return count;
    }

    private void Reserve(int count)
    {
        if (count > _terms.Length)
        {
            // Most stories have one article; from the second on there will be more.
            var size = _count == 0 ? count : count * 3 / 2;
            Array.Resize(ref _terms, size);
            Array.Resize(ref _weights, size);
        }
    }
}
