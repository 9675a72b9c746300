namespace Aggregator.Sqlite.Queries;

/// <summary>
/// A full-text expression that stands for the rows it matches, or (negated) for all others. FTS5 knows only "these but not those";
/// with the complement carried along, any mix of AND, OR and NOT becomes one such expression.
/// </summary>
/// <param name="Text">An FTS5 expression, complete in itself.</param>
internal readonly record struct MatchSet(string Text, bool Negated)
{
    public static MatchSet Not(MatchSet set) => set with { Negated = !set.Negated };

    /// <summary>Rows in all of them. Not for an empty list.</summary>
    public static MatchSet All(IReadOnlyCollection<MatchSet> sets)
    {
        string[] wanted = [.. sets.Where(set => !set.Negated).Select(set => set.Text)];
        string[] unwanted = [.. sets.Where(set => set.Negated).Select(set => set.Text)];
        if (wanted.Length == 0)
            return new MatchSet(Join(unwanted, " OR "), Negated: true);
        return new MatchSet(unwanted.Length == 0 ? Join(wanted, " AND ") : Without(Join(wanted, " AND "), Join(unwanted, " OR ")), Negated: false);
    }

    /// <summary>Rows in any of them: by De Morgan what is left of the intersection of the complements.</summary>
    public static MatchSet Any(IReadOnlyCollection<MatchSet> sets) => Not(All([.. sets.Select(Not)]));

    /// <summary>The expression as FTS5 takes it; <paramref name="everything"/> matches every row.</summary>
    public string ToMatch(string everything) => Negated ? Without(everything, Text) : Text;

    private static string Without(string wanted, string unwanted) => $"({wanted} NOT {unwanted})";

    private static string Join(string[] parts, string between) => parts.Length == 1 ? parts[0] : "(" + string.Join(between, parts) + ")";
}
