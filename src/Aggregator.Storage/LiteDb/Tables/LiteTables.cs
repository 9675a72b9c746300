using Aggregator.LiteDb.Engine;
using Aggregator.Writing;
using LiteDB;

namespace Aggregator.LiteDb.Tables;

/// <summary>
/// The store: what is in memory of it as committed last, which readers see, and what the operation at work has changed, which only the writer sees.
/// </summary>
internal sealed class LiteTables : ITables, IUnitOfWork
{
    private readonly ILiteCollection<BsonDocument> _meta;
    private readonly ILiteCollection<BsonDocument> _articles;
    private readonly Dictionary<long, NarrowArticle?> _changed = [];
    private readonly SortedSet<long> _changedIds = [];
    private readonly Dictionary<long, HashSet<long>> _movedTo = [];
    private readonly Dictionary<long, long> _changedKeys = [];
    private readonly HeldDocuments _doubtDocuments;
    private StoreCounters _committed;

    public LiteTables(LiteDatabase database, HandedOutTexts texts)
    {
        _meta = database.GetCollection("meta");
        _articles = database.GetCollection("articles");
        _committed = Counters = StoreCounters.Read(_meta);
        Outlets = new NameBook(database, "outlets");
        Languages = new NameBook(database, "languages");
        Tags = new NameBook(database, "tags");
        KnownFeeds = new LiteFeeds(database);
        Details = new HeldDocuments(database, "details");
        Bodies = new HeldDocuments(database, "bodies");
        Named = new HeldDocuments(database, "sightings");
        Revisions = new HeldDocuments(database, "revisions");
        StoryDocuments = new HeldDocuments(database, "stories");
        CorrectionDocuments = new HeldDocuments(database, "corrections");
        Memories = new HeldDocuments(database, "memories");
        Pages = new HeldDocuments(database, "pages");
        Pages.Collection.EnsureIndex("article", BsonExpression.Create("$.article"), unique: true);
        Articles = new LiteArticles(this, texts);
        Decisions = new LiteDecisions(Details);
        Sightings = new LiteSightings(this);
        Stories = new LiteStories(this);
        Corrections = new LiteCorrections(CorrectionDocuments);
        _doubtDocuments = new HeldDocuments(database, "doubts");
        DoubtfulTexts = new LiteDoubts(_doubtDocuments, Details);
        Dictionary<long, NarrowArticle?> all = [];
        foreach (var document in _articles.FindAll())
            all.Add(document["_id"].AsInt64, NarrowArticle.Read(document));
        Committed.Apply(all);
        Words = new WordIndex(database, this);
    }

    /// <summary>All articles as committed last.</summary>
    public NarrowArticles Committed { get; } = new();

    public WordIndex Words { get; }

    public NameBook Outlets { get; }

    public NameBook Languages { get; }

    public NameBook Tags { get; }

    public LiteFeeds KnownFeeds { get; }

    /// <summary>What a list shows of an article, with its keys, decisions and the ids of its sightings.</summary>
    public HeldDocuments Details { get; }

    public HeldDocuments Bodies { get; }

    public HeldDocuments Named { get; }

    public HeldDocuments Revisions { get; }

    public HeldDocuments StoryDocuments { get; }

    public HeldDocuments CorrectionDocuments { get; }

    public HeldDocuments Memories { get; }

    public HeldDocuments Pages { get; }

    public StoreCounters Counters { get; set; }

    /// <summary>As readers see them.</summary>
    public StoreCounters CommittedCounters => _committed;

    public IFeedTable Feeds => KnownFeeds;

    public IArticleTable Articles { get; }

    public IDecisionTable Decisions { get; }

    public ISightingTable Sightings { get; }

    public IStoryTable Stories { get; }

    public ICorrectionTable Corrections { get; }

    public IDoubtTable Doubts => DoubtfulTexts;

    public LiteDoubts DoubtfulTexts { get; }

    public long Sequence
    {
        get => Counters.Sequence;
        set => Counters = Counters with { Sequence = value };
    }

    private IEnumerable<HeldDocuments> Collections =>
        [Details, Bodies, Named, Revisions, StoryDocuments, CorrectionDocuments, Memories, Pages, _doubtDocuments];

    public long NextSequence() => ++Sequence;

    public long ChangeTime(DateTimeOffset now)
    {
        RaiseChangeTime(Math.Max(Counters.Changed + 1, now.ToUnixTimeMilliseconds()));
        return Counters.Changed;
    }

    public void RaiseChangeTime(long time) => Counters = Counters with { Changed = Math.Max(Counters.Changed, time) };

    public void WriteIndex(List<IndexEntry> entries, bool imported)
    {
        foreach (var entry in entries)
            Words.Add(entry.Article);
    }

    /// <summary>The article as the writer sees it; null when there is none.</summary>
    public NarrowArticle? Narrow(long id) => _changed.TryGetValue(id, out var changed) ? changed : Committed.Find(id);

    public IEnumerable<NarrowArticle> AllNarrow() =>
        Committed.After(0).Where(article => !_changed.ContainsKey(article.Id)).Concat(_changed.Values.OfType<NarrowArticle>());

    /// <summary>The articles of a story as the writer sees them.</summary>
    public IEnumerable<NarrowArticle> OfStory(long story)
    {
        var there = Committed.OfStory(story).Where(article => !_changed.ContainsKey(article.Id));
        return _movedTo.TryGetValue(story, out var moved)
            ? there.Concat(moved.Select(Narrow).OfType<NarrowArticle>().Where(article => article.Story == story))
            : there;
    }

    /// <summary>The greatest id in these bounds as the writer sees it.</summary>
    public long? LastId(long lowest, long highest)
    {
        var last = Committed.Backward(lowest, highest + 1).Select(slot => Committed.At(slot)!.Id).FirstOrDefault(id => Narrow(id) is not null);
        foreach (var id in _changedIds.GetViewBetween(lowest, highest).Reverse())
        {
            if (_changed[id] is null)
                continue;
            last = Math.Max(last, id);
            break;
        }

        return last == 0 ? null : last;
    }

    public void Set(NarrowArticle article)
    {
        Change(article.Id, article);
        if (article.Story == 0)
            return;
        if (!_movedTo.TryGetValue(article.Story, out var ids))
            _movedTo.Add(article.Story, ids = []);
        ids.Add(article.Id);
    }

    public void Remove(long id) => Change(id, null);

    /// <summary>The article that has the key as the writer sees it. A key that was given once leads somewhere for ever.</summary>
    public long? ByKey(long key) => _changedKeys.TryGetValue(key, out var id) ? id : Committed.ByKey(key);

    public void Flush()
    {
        Words.Flush();
        List<BsonDocument> added = [], changed = [];
        foreach ((var id, var article) in _changed)
        {
            if (article is null)
                _articles.Delete(id);
            else
                (Committed.SlotOf(id) < 0 ? added : changed).Add(article.Document());
        }

        if (added.Count > 0)
            _articles.Insert(added);
        if (changed.Count > 0)
            _articles.Update(changed);
        Outlets.Flush();
        Languages.Flush();
        Tags.Flush();
        KnownFeeds.Flush();
        foreach (var documents in Collections)
            documents.Flush();
        if (Counters != _committed)
            _meta.Upsert(Counters.Document());
    }

    public void Apply()
    {
        _committed = Counters;
        Outlets.Apply();
        Languages.Apply();
        Tags.Apply();
        KnownFeeds.Apply();
        Committed.Apply(_changed);
        Words.Apply();
    }

    public void Forget()
    {
        Counters = _committed;
        _changed.Clear();
        _changedIds.Clear();
        _movedTo.Clear();
        _changedKeys.Clear();
        Outlets.Forget();
        Languages.Forget();
        Tags.Forget();
        KnownFeeds.Forget();
        Words.Forget();
        foreach (var documents in Collections)
            documents.Forget();
    }

    private void Change(long id, NarrowArticle? article)
    {
        _changed[id] = article;
        _changedIds.Add(id);
        if (article is null)
            return;
        _changedKeys[article.Key] = id;
        foreach (var key in article.OtherKeys)
            _changedKeys[key] = id;
    }
}
