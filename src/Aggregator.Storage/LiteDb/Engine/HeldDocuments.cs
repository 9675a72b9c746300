using LiteDB;

namespace Aggregator.LiteDb.Engine;

/// <summary>A collection as an operation sees it: each document is read once, and what became of it is written once, at the end.</summary>
/// <remarks>Used on the writer's thread only.</remarks>
internal sealed class HeldDocuments(LiteDatabase database, string name)
{
    private readonly Dictionary<BsonValue, Held> _held = [];
    private readonly HashSet<BsonValue> _missing = [];

    private enum Fate
    {
        AsStored,
        Added,
        Changed,
        Deleted,
    }

    public ILiteCollection<BsonDocument> Collection { get; } = database.GetCollection(name);

    /// <summary>The document as it stands; null when there is none. Not to be changed.</summary>
    public BsonDocument? Find(BsonValue id) => Hold(id) is { Fate: not Fate.Deleted } held ? held.Document : null;

    /// <summary>The document, to be changed; null when there is none.</summary>
    public BsonDocument? Change(BsonValue id)
    {
        if (Hold(id) is not { Fate: not Fate.Deleted, Document: { } document } held)
            return null;
        if (held.Fate == Fate.AsStored)
            held.Fate = Fate.Changed;
        return document;
    }

    /// <summary>Adds a document, or puts it in the place of the one with its id.</summary>
    /// <param name="known">Whether there may be one.</param>
    public void Put(BsonDocument document, bool known = true)
    {
        var id = document["_id"];
        if (!known)
        {
            _held[id] = new Held(document, stored: false) { Fate = Fate.Added };
            return;
        }

        var held = Hold(id) ?? (_held[id] = new Held(null, stored: false));
        held.Document = document;
        held.Fate = held.Stored ? Fate.Changed : Fate.Added;
    }

    /// <summary>False when there is none.</summary>
    public bool Delete(BsonValue id)
    {
        if (Hold(id) is not { Fate: not Fate.Deleted } held)
            return false;
        held.Fate = Fate.Deleted;
        return true;
    }

    public void Flush()
    {
        foreach ((var id, _) in _held.Where(pair => pair.Value is { Fate: Fate.Deleted, Stored: true }))
            Collection.Delete(id);
        if (Of(Fate.Changed) is { Count: > 0 } changed)
            Collection.Update(changed);
        if (Of(Fate.Added) is { Count: > 0 } added)
            Collection.Insert(added);
    }

    public void Forget()
    {
        _held.Clear();
        _missing.Clear();
    }

    private List<BsonDocument> Of(Fate fate) => [.. _held.Values.Where(held => held.Fate == fate).Select(held => held.Document!)];

    private Held? Hold(BsonValue id)
    {
        if (_held.TryGetValue(id, out var held))
            return held;
        if (_missing.Contains(id))
            return null;
        if (Collection.FindById(id) is { } stored)
            return _held[id] = new Held(stored, stored: true);
        _missing.Add(id);
        return null;
    }

    private sealed class Held(BsonDocument? document, bool stored)
    {
        public BsonDocument? Document { get; set; } = document;

        public bool Stored { get; } = stored;

        public Fate Fate { get; set; }
    }
}
