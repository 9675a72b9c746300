using Aggregator.Model;
using Aggregator.Stores;

namespace Aggregator.Writing;

/// <summary>
/// The rows of a store as the operation sees them that runs at this moment: with its own changes, which become visible to others and final together,
/// or not at all. What is decided of them (who an entry is, what a change means, what a person's word does to a story) stands in this folder, once for
/// all stores; how a row is kept, in the store's own.
/// </summary>
/// <remarks>Used on the writer's thread only. Times are Unix milliseconds where they are numbers; keys are <see cref="Keys.Hash"/>.</remarks>
internal interface ITables
{
    IFeedTable Feeds { get; }

    IArticleTable Articles { get; }

    IDecisionTable Decisions { get; }

    ISightingTable Sightings { get; }

    IStoryTable Stories { get; }

    ICorrectionTable Corrections { get; }

    IDoubtTable Doubts { get; }

    /// <summary>The newest of the gap-free numbers of visible changes.</summary>
    long Sequence { get; set; }

    /// <summary>Gives out the next number. An operation that is undone gives it back.</summary>
    long NextSequence();

    /// <summary>
    /// The time of the changes of one transaction, in milliseconds: the clock's, and later than that of all changes before. What readers are told of the
    /// newest change (Last-Modified, a feed's updated) so moves on with the numbers, also where two changes fall into one moment or the clock was set back.
    /// </summary>
    long ChangeTime(DateTimeOffset now);

    /// <summary>A change was imported with its time.</summary>
    void RaiseChangeTime(long time);

    /// <summary>Puts the words of articles into the full-text index.</summary>
    /// <param name="imported">They are a batch of an import, after which no quiet hour is to be waited for.</param>
    void WriteIndex(List<IndexEntry> entries, bool imported);
}

internal interface IFeedTable
{
    Feed? ById(long id);

    Feed? ByUrl(string url);

    /// <summary>Feeds that came from the file and are not removed.</summary>
    List<Feed> FromFile();

    /// <summary>Adds a feed whose definition is still to be written.</summary>
    long Insert(string url, DateTimeOffset firstPoll, bool byHand);

    /// <summary>Writes all of the definition but the address; the feed is then not removed.</summary>
    /// <param name="byHand">Null leaves it.</param>
    void Write(long id, FeedDefinition definition, bool? byHand);

    /// <summary>Gives the feed another address and makes it forget what was learned of the old one.</summary>
    void Move(long id, string url);

    /// <summary>False when there is none, or it was removed before.</summary>
    bool Remove(long id);

    bool Schedule(long id, DateTimeOffset at, string reason);

    /// <summary>Sets the next poll of a feed that was not asked, and nothing else.</summary>
    void PutOff(long id, DateTimeOffset at, string? reason);

    /// <summary>The feed's state after a poll, and the poll's place in the history.</summary>
    void WriteState(PollCommit commit, PollOutcome outcome);

    /// <summary>Feeds that are polled and due, earliest first.</summary>
    List<Feed> Due(DateTimeOffset now, int limit);

    /// <summary>The feed if it may be polled, gone or not.</summary>
    Feed? Pollable(long id);

    /// <summary>The feed that stands for others in an import, made when it is not there.</summary>
    long StandIn(string url, string title, string category);

    /// <summary>The feed that is polled at this address, other than <paramref name="id"/>; null when there is none.</summary>
    long? PolledAt(string url, long id);

    /// <summary>Polled feeds that moved to the address of another polled one, and that one.</summary>
    List<(long From, long Into)> Moved();

    /// <summary>Marks a feed, and those that were merged into it, as polled with another one.</summary>
    void Redirect(long from, long into);

    /// <summary>A feed whose target is no longer polled is polled for itself again, at once where its time has passed.</summary>
    void Release();
}

internal interface IDecisionTable
{
    /// <summary>In their order.</summary>
    List<Decision> Of(long articleId);

    void Append(long articleId, Decision decision);

    /// <summary>Drops all that is not of one of these kinds.</summary>
    void DropAllBut(long articleId, string kind, string otherKind);
}

/// <param name="First">The sighting that the article was born from: its feed decides what the article says.</param>
/// <param name="Title">The feed's title where it is not the article's.</param>
internal sealed record KnownSighting(long ArticleId, byte[] ContentHash, bool First, string? Title);

/// <param name="Key">The entry's key, or what it equals where it was left out.</param>
internal sealed record NamingFeed(long Feed, bool First, string? Key, string FeedUrl);

/// <param name="EntryKey">Null where it equals the entry's link.</param>
/// <param name="Link">Null where it is the article's, empty where there is none.</param>
/// <param name="Title">Null where it is the article's.</param>
/// <param name="Seen">Unix milliseconds.</param>
internal sealed record NewSighting(
    long FeedId, long Key, long ArticleId, byte[] ContentHash, long Seen, bool First, string? EntryKey, string? Link, string? Title);

/// <summary>Which feed named which article, and as what.</summary>
internal interface ISightingTable
{
    KnownSighting? Find(long feedId, long key);

    /// <summary>The article's sightings, newest first.</summary>
    List<NamingFeed> Naming(long articleId);

    /// <summary>The feed brought the article, before <paramref name="time"/>.</summary>
    bool Leads(long articleId, long feedId, DateTimeOffset time);

    /// <summary>A feed of this feed's category has named the article.</summary>
    bool HasCategoryOf(long articleId, long feedId);

    /// <summary>Adds a sighting; the article's own count stays as it is.</summary>
    void Insert(NewSighting sighting);

    void SetContent(long feedId, long key, byte[] contentHash, string? title);

    /// <summary>Writes down titles that were left out because they equalled the article's, before that changes.</summary>
    void KeepTitles(long articleId, string title);

    /// <summary>Writes down links that were left out because they equalled the article's, before that changes.</summary>
    void KeepLinks(long articleId, string link);

    /// <summary>The sighting's link is the article's from now on.</summary>
    void LeaveLinkOut(long feedId, long key);

    /// <summary>Makes the sightings of one article those of another one, with their titles and links written out; none of them leads there.</summary>
    void Hand(long articleId, long other);

    /// <summary>Copies of a feed's sightings for another feed, where that has none, each counted at its article.</summary>
    void Copy(long fromFeed, long toFeed);
}

/// <summary>The corrections as they were said.</summary>
internal interface ICorrectionTable
{
    /// <summary>Keeps a correction; its id is given here.</summary>
    Correction Insert(Correction said, string request);

    /// <summary>The last correction that was asked for in the same words.</summary>
    Correction? Last(CorrectionKind kind, string request);

    Correction? ById(long id);
}

/// <param name="ByFeed">What the article is without the page, packed; null when there is nothing to take back.</param>
internal sealed record DoubtfulText(long ArticleId, string? ByFeed, string Title);

/// <summary>Pages whose text may be a wall's, by the hash of host and text.</summary>
internal interface IDoubtTable
{
    /// <summary>The other articles that came with the text.</summary>
    List<DoubtfulText> Find(long hash, long except);

    void Put(long hash, long articleId, string? byFeed);

    /// <summary>Nothing is to be taken back of an article any more.</summary>
    void Forget(long articleId);
}
