using Aggregator.LiteDb.Engine;
using Aggregator.LiteDb.Index;
using Aggregator.LiteDb.Tables;
using Aggregator.Stores;

namespace Aggregator.LiteDb.Queries;

/// <summary>
/// A filter made ready to run. Values of one filter are alternatives; different filters must all hold. Words are asked of the index block by block, all
/// else of the articles in memory.
/// </summary>
internal sealed class ArticleSearch
{
    private const int CheckedEvery = 1024;

    private readonly LiteTables _tables;
    private readonly List<Func<NarrowArticle, bool>> _conditions = [];
    private readonly CancellationToken _cancellation;
    private long _lowest = 1;
    private long _highest = long.MaxValue;

    public ArticleSearch(LiteTables tables, ArticleFilter filter, CancellationToken cancellation)
    {
        _tables = tables;
        _cancellation = cancellation;
        if (filter.Query is { } query)
            Words = new WordQueryBuilder(OfOutlet).Build(query);
        AddNames(filter);
        AddTimes(filter);
        AddFeeds(filter);
        if (filter.CollapseCopies)
            _conditions.Add(article => article.CopyOf == 0);
        if (filter.MinWords is { } words)
            _conditions.Add(article => article.Words >= words);
        if (filter.StoryId is { } id)
        {
            var story = StoryPages.Resolve(tables, id);
            _conditions.Add(article => article.Story == story);
        }

        if (filter.AsOf is { } sequence)
            _conditions.Add(article => article.FirstSequence <= sequence);
    }

    /// <summary>Nothing can match: a filter names something that does not exist.</summary>
    public bool Nothing { get; private set; }

    /// <summary>Null when there are no words to look for.</summary>
    public WordQuery? Words { get; }

    /// <summary>Hands over all matches; neighbours in time mostly come after one another.</summary>
    public void Each(Action<NarrowArticle> visit)
    {
        if (Nothing)
            return;
        if (Words is null)
        {
            foreach (var slot in _tables.Committed.Backward(_lowest, _highest))
            {
                if (Match(slot) is { } article)
                    visit(article);
            }

            return;
        }

        foreach (var block in _tables.Words.Blocks)
        {
            _cancellation.ThrowIfCancellationRequested();
            foreach (var document in Words.Match(block))
            {
                if (Match(block, document) is { } article)
                    visit(article);
            }
        }
    }

    /// <summary>All matches, in no order.</summary>
    public List<NarrowArticle> All()
    {
        List<NarrowArticle> all = [];
        Each(all.Add);
        return all;
    }

    /// <summary>Matches below an id, newest first.</summary>
    public List<NarrowArticle> Newest(long? below, int limit)
    {
        if (Nothing)
            return [];
        var highest = Math.Min(_highest, below ?? long.MaxValue);
        if (Words is null)
            return [.. _tables.Committed.Backward(_lowest, highest).Select(Match).OfType<NarrowArticle>().Take(limit)];
        List<NarrowArticle> found = [];
        foreach (var block in _tables.Words.Blocks.OrderByDescending(block => block.HighestId))
        {
            if (found.Count >= limit && found[limit - 1].Id > block.HighestId)
                break;
            var matches = Matches(block, Words.Match(block)).Where(article => article.Id < highest);
            // In a sealed block the first ones are the newest.
            found.AddRange(block is SealedBlock ? matches.Take(limit) : matches);
            found.Sort((a, b) => b.Id.CompareTo(a.Id));
            if (found.Count > limit)
                found.RemoveRange(limit, found.Count - limit);
        }

        return found;
    }

    /// <summary>The article fulfils all conditions but the words.</summary>
    public bool Holds(NarrowArticle article) => Match(article) is not null;

    /// <summary>Of documents of a block, those that fulfil all conditions, from the last to the first.</summary>
    private IEnumerable<NarrowArticle> Matches(WordBlock block, DocumentSet documents)
    {
        _cancellation.ThrowIfCancellationRequested();
        foreach (var document in documents)
        {
            if (Match(block, document) is { } article)
                yield return article;
        }
    }

    /// <summary>The article if it is the one that this document was made of and fulfils all conditions.</summary>
    public NarrowArticle? Match(WordBlock block, int document) =>
        block.Slot(document) is >= 0 and var slot && _tables.Committed.At(slot) is { } article && block.IsCurrent(document, article.Place)
            ? Match(article)
            : null;

    private NarrowArticle? Match(int slot)
    {
        if (slot % CheckedEvery == 0)
            _cancellation.ThrowIfCancellationRequested();
        return Match(_tables.Committed.At(slot)!);
    }

    private NarrowArticle? Match(NarrowArticle article)
    {
        if (!article.IsVisible || article.Id < _lowest || article.Id >= _highest)
            return null;
        foreach (var condition in _conditions)
        {
            if (!condition(article))
                return null;
        }

        return article;
    }

    private void AddNames(ArticleFilter filter)
    {
        Any(filter.Outlets, OutletIds, (article, ids) => ids.Contains(article.Outlet));
        Any(filter.Topics, name => TagIds(name, topic: true), (article, ids) => Array.Exists(article.Tags, ids.Contains));
        Any(filter.Names, name => TagIds(name, topic: false), (article, ids) => Array.Exists(article.Tags, ids.Contains));
        Any(filter.Languages, LanguageIds, (article, ids) => ids.Contains(article.Language));
        HashSet<int> not = [.. filter.NotOutlets.SelectMany(OutletIds)];
        if (not.Count > 0)
            _conditions.Add(article => !not.Contains(article.Outlet));
    }

    private void AddFeeds(ArticleFilter filter)
    {
        Any(filter.Feeds, id => [(int)id], (article, ids) => article.IsOf(ids));
        Any(filter.Categories, FeedsOfCategory, (article, ids) => article.IsOf(ids));
    }

    // An id tells the second of publication; a full second may have pushed an article a little later.
    private void AddTimes(ArticleFilter filter)
    {
        const long Slip = (ArticleIds.MostSlip + 1) * ArticleIds.PlacesPerSecond;
        if (filter.From is { } from)
        {
            var exact = TimeBounds.Ms(from);
            _lowest = ArticleIds.Floor(from.ToUnixTimeMilliseconds());
            _conditions.Add(article => article.Published >= exact);
        }

        if (filter.To is { } to)
        {
            var exact = TimeBounds.Ms(to);
            _highest = ArticleIds.Floor(to.ToUnixTimeMilliseconds()) + Slip;
            _conditions.Add(article => article.Published < exact);
        }
    }

    private void Any<T>(IReadOnlyList<T> values, Func<T, IEnumerable<int>> find, Func<NarrowArticle, HashSet<int>, bool> holds)
    {
        if (values.Count == 0)
            return;
        HashSet<int> ids = [.. values.SelectMany(find)];
        Nothing |= ids.Count == 0;
        _conditions.Add(article => holds(article, ids));
    }

    private IEnumerable<int> OutletIds(string domain) => _tables.Outlets.Find(domain.Trim().ToLowerInvariant()) is { } id ? [id] : [];

    private IEnumerable<int> TagIds(string name, bool topic) =>
        _tables.Tags.FindWithoutCase(name.Trim()).Where(id => _tables.Tags[id].Kind == "topic" == topic);

    private IEnumerable<int> LanguageIds(string tag)
    {
        var wanted = tag.Trim().ToLowerInvariant();
        return _tables.Languages.All
            .Where(known => known.Name == wanted || known.Name.StartsWith(wanted + "-", StringComparison.Ordinal))
            .Select(known => known.Id);
    }

    private IEnumerable<int> FeedsOfCategory(string category)
    {
        var wanted = AsciiCase.Lower(category.Trim());
        return _tables.KnownFeeds.All.Where(known => AsciiCase.Lower(known.Feed.Definition.Category) == wanted).Select(known => (int)known.Feed.Id);
    }

    private Func<int, bool> OfOutlet(List<string> labels, bool prefix)
    {
        HashSet<int> outlets = [.. _tables.Outlets.All.Where(outlet => HasLabels(outlet.Name, labels, prefix)).Select(outlet => outlet.Id)];
        return slot => _tables.Committed.At(slot) is { } article && outlets.Contains(article.Outlet);
    }

    private static bool HasLabels(string domain, List<string> labels, bool prefix)
    {
        List<string> own = [.. IndexedText.Labels(domain).SelectMany(WordCutter.Cut)];
        return Enumerable.Range(0, Math.Max(0, own.Count - labels.Count + 1)).Any(at => Enumerable.Range(0, labels.Count).All(i =>
            prefix && i == labels.Count - 1 ? own[at + i].StartsWith(labels[i], StringComparison.Ordinal) : own[at + i] == labels[i]));
    }
}
