using Aggregator.Sqlite.Engine;
using Aggregator.Writing;

namespace Aggregator.Sqlite.Tables;

/// <summary>The tables over the writer's connection.</summary>
internal sealed class SqliteTables(Session session, Dictionaries dictionaries, HandedOutTexts texts) : ITables
{
    // Keeps the index as it is after quiet hours. A batch of 500 gives some 300 pages; each is merged once at each of three sizes, and once more to spare.
    private const int PagesMergedByImport = 1200;

    public IFeedTable Feeds { get; } = new FeedTable(session);

    public IArticleTable Articles { get; } = new ArticleTable(session, dictionaries, texts);

    public IDecisionTable Decisions { get; } = new DecisionTable(session);

    public ISightingTable Sightings { get; } = new Sightings(session);

    public IStoryTable Stories { get; } = new StoryTable(session);

    public ICorrectionTable Corrections { get; } = new CorrectionTable(session);

    public IDoubtTable Doubts { get; } = new DoubtTable(session);

    public long Sequence
    {
        get => Tables.Sequence.Newest(session);
        set => Tables.Sequence.Set(session, value);
    }

    public long NextSequence() => Tables.Sequence.Next(session);

    public long ChangeTime(DateTimeOffset now) => Tables.Sequence.Time(session, now);

    public void RaiseChangeTime(long time) => Tables.Sequence.RaiseTime(session, time);

    public void WriteIndex(List<IndexEntry> entries, bool imported)
    {
        ArticleIndex.Write(session, entries);
        if (imported)
            ArticleIndex.Merge(session, PagesMergedByImport);
    }
}
