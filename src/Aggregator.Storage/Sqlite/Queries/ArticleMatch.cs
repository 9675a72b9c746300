using System.Globalization;

namespace Aggregator.Sqlite.Queries;

/// <summary>
/// A filter made ready to run: what the full-text index answers, and what is left to ask of the narrow table <c>articles a</c>.
/// The index drives whenever it has something to say; then <c>f.rowid</c> is the id, and newest-first needs no sort.
/// </summary>
internal sealed class ArticleMatch
{
    private readonly List<object?> _arguments = [];
    private readonly List<string> _conditions = [];
    private readonly List<string> _ofIds = [];

    /// <summary>Nothing can match: a filter names something that does not exist.</summary>
    public bool Nothing { get; set; }

    /// <summary>The FTS5 expression; null when the narrow table drives.</summary>
    public string? Expression { get; set; }

    /// <summary>There are words to rank by.</summary>
    public bool HasWords { get; set; }

    public long? LowestId { get; set; }

    /// <summary>Exclusive.</summary>
    public long? HighestId { get; set; }

    /// <summary>Leaves out what lies outside of these bounds as well.</summary>
    /// <param name="highest">Exclusive.</param>
    public void Narrow(long? lowest, long? highest)
    {
        if (!(LowestId > lowest))
            LowestId = lowest ?? LowestId;
        if (!(HighestId < highest))
            HighestId = highest ?? HighestId;
    }

    public object?[] Arguments => [.. _arguments];

    /// <summary>The id, named so that the index delivers it in order.</summary>
    public string Id => Expression is null ? "a.id" : "f.rowid";

    public string Argument(object? value)
    {
        _arguments.Add(value);
        return "$" + _arguments.Count.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>A condition over columns of <c>a</c>.</summary>
    public void Require(string condition) => _conditions.Add(condition);

    /// <summary>A condition over <see cref="Id"/> alone, for which no row of the narrow table has to be read.</summary>
    public void RequireOfId(string condition) => _ofIds.Add(condition);

    /// <summary>
    /// FROM and WHERE, whose values become arguments: to be called once, when all conditions and bounds are there.
    /// </summary>
    /// <param name="articles">The caller reads columns of <c>a</c>; without, the table is joined only where a condition needs it.</param>
    public string BindFrom(bool articles = true)
    {
        List<string> where = [.. _conditions];
        var indexed = Expression is not null;
        var from = (indexed, articles || _conditions.Count > 0) switch
        {
            (true, true) => "article_index f CROSS JOIN articles a ON a.id = f.rowid",
            (true, false) => "article_index f",
            _ => "articles a",
        };
        if (indexed)
            where.Insert(0, $"f.article_index MATCH {Argument(Expression)}");
        else
            where.Add("a.sequence IS NOT NULL");
        where.AddRange(_ofIds);
        if (LowestId is { } lowest)
            where.Add($"{Id} >= {Argument(lowest)}");
        if (HighestId is { } highest)
            where.Add($"{Id} < {Argument(highest)}");
        return $"FROM {from} WHERE {string.Join(" AND ", where)}";
    }
}
