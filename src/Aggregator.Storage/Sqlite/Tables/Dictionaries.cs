using Aggregator.Sqlite.Engine;

namespace Aggregator.Sqlite.Tables;

/// <summary>Numbers for outlets, languages and tags. Used on the writer's thread; forgets everything when something is rolled back.</summary>
internal sealed class Dictionaries
{
    // Far more than a day brings; a restart of the memory costs one look-up per name.
    private const int MostRemembered = 100_000;

    private readonly Dictionary<string, long> _outlets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _languages = new(StringComparer.Ordinal);
    private readonly Dictionary<(string, string), long> _tags = [];

    public long Outlet(Session session, string domain) => Remember(
        _outlets, domain,
        () => session.Number("SELECT id FROM outlets WHERE domain = $1", domain)
            ?? session.Number("INSERT INTO outlets (domain) VALUES ($1) RETURNING id", domain)!.Value);

    public long? Language(Session session, string? tag) => string.IsNullOrEmpty(tag) ? null : Remember(
        _languages, tag.ToLowerInvariant(),
        () => session.Number("SELECT id FROM languages WHERE tag = $1", tag.ToLowerInvariant())
            ?? session.Number("INSERT INTO languages (tag) VALUES ($1) RETURNING id", tag.ToLowerInvariant())!.Value);

    public long Tag(Session session, string kind, string name) => Remember(
        _tags, (kind, name),
        () => session.Number("SELECT id FROM tags WHERE kind = $1 AND name = $2", kind, name)
            ?? session.Number("INSERT INTO tags (kind, name) VALUES ($1, $2) RETURNING id", kind, name)!.Value);

    public void Forget()
    {
        _outlets.Clear();
        _languages.Clear();
        _tags.Clear();
    }

    private static long Remember<TKey>(Dictionary<TKey, long> known, TKey key, Func<long> find)
        where TKey : notnull
    {
        if (known.TryGetValue(key, out var id))
            return id;
        if (known.Count >= MostRemembered)
            known.Clear();
        return known[key] = find();
    }
}
