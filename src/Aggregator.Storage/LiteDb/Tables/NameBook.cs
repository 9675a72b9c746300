using Aggregator.LiteDb.Engine;
using LiteDB;

namespace Aggregator.LiteDb.Tables;

/// <param name="Name">What is counted and asked for: a domain, a language tag, a topic.</param>
/// <param name="Kind">Of a tag; else empty.</param>
/// <param name="Title">An outlet's own name for itself; null where there is none.</param>
internal sealed record KnownName(int Id, string Kind, string Name, string? Title);

/// <summary>Numbers for outlets, languages or tags, from 1; all of them are in memory.</summary>
internal sealed class NameBook
{
    private readonly ILiteCollection<BsonDocument> _collection;
    private readonly Dictionary<(string Kind, string Name), int> _ids = [];
    private readonly Dictionary<string, List<int>> _withoutCase = new(StringComparer.Ordinal);
    private readonly List<KnownName> _names = [];
    private readonly Dictionary<int, KnownName> _changed = [];
    private readonly Dictionary<(string Kind, string Name), int> _added = [];

    public NameBook(LiteDatabase database, string collection)
    {
        _collection = database.GetCollection(collection);
        foreach (var document in _collection.Query().OrderBy("_id").ToEnumerable())
            Add(new KnownName(document["_id"].AsInt32, document.Text("kind") ?? "", document.Text("name") ?? "", document.Text("title")));
    }

    /// <summary>In the order of their numbers, as committed.</summary>
    public IReadOnlyList<KnownName> All => _names;

    public KnownName this[int id] => _names[id - 1];

    /// <summary>Of names that differ in the case of ASCII letters only, all.</summary>
    public IReadOnlyList<int> FindWithoutCase(string name) => _withoutCase.GetValueOrDefault(AsciiCase.Lower(name)) ?? [];

    public int? Find(string name) => _ids.TryGetValue(("", name), out var id) ? id : null;

    /// <summary>The name's number, which is given where there is none. For the writer.</summary>
    public int Get(string kind, string name)
    {
        if (_ids.TryGetValue((kind, name), out var id) || _added.TryGetValue((kind, name), out id))
            return id;
        id = _names.Count + _added.Count + 1;
        _added.Add((kind, name), id);
        _changed.Add(id, new KnownName(id, kind, name, null));
        return id;
    }

    /// <summary>The name as the writer sees it.</summary>
    public KnownName Of(int id) => _changed.GetValueOrDefault(id) ?? this[id];

    /// <summary>Gives an outlet its title, if it has none.</summary>
    public void SetTitle(int id, string title)
    {
        if (Of(id) is { Title: null } name)
            _changed[id] = name with { Title = title };
    }

    public void Flush()
    {
        foreach (var name in _changed.Values)
        {
            BsonDocument document = new() { ["_id"] = name.Id, ["name"] = name.Name };
            if (name.Kind.Length > 0)
                document["kind"] = name.Kind;
            document.Set("title", name.Title);
            _collection.Upsert(document);
        }
    }

    public void Apply()
    {
        foreach ((var id, var name) in _changed.OrderBy(pair => pair.Key))
        {
            if (id > _names.Count)
                Add(name);
            else
                _names[id - 1] = name;
        }
    }

    public void Forget()
    {
        _changed.Clear();
        _added.Clear();
    }

    private void Add(KnownName name)
    {
        _names.Add(name);
        _ids.Add((name.Kind, name.Name), name.Id);
        var lower = AsciiCase.Lower(name.Name);
        if (!_withoutCase.TryGetValue(lower, out var ids))
            _withoutCase.Add(lower, ids = []);
        ids.Add(name.Id);
    }
}
