namespace Aggregator.Stories.Clustering;

/// <summary>
/// Stories that a person told apart (a cannot-link, as in Wagstaff et al., Constrained K-means, 2001, held between whole stories).
/// When two stories become one, what either was apart from the one is apart from. Not safe for use by several threads.
/// </summary>
/// <param name="version">Number of the newest correction that is counted in; 0 for none.</param>
public sealed class StoryConstraints(long version = 0)
{
    private readonly Dictionary<long, HashSet<long>> _apart = [];

    public long Version { get; } = version;

    public void Separate(long a, long b)
    {
        Of(a).Add(b);
        Of(b).Add(a);
    }

    public bool AreApart(long a, long b) => _apart.TryGetValue(a, out var others) && others.Contains(b);

    /// <summary>Story <paramref name="from"/> has become part of <paramref name="into"/>.</summary>
    public void Merge(long from, long into)
    {
        if (!_apart.Remove(from, out var others))
            return;
        foreach (var other in others)
        {
            _apart[other].Remove(from);
            if (other != into)
                Separate(into, other);
        }
    }

    private HashSet<long> Of(long story) => _apart.TryGetValue(story, out var others) ? others : _apart[story] = [];
}
