using Aggregator.Model;
using Aggregator.Stores;

namespace Aggregator.Writing;

/// <param name="FromPage">Its text was read from its page.</param>
/// <param name="Assigned">It is visible.</param>
internal sealed record CurrentArticle(long Id, string Title, bool FromPage, int Revisions, int Words, bool Assigned, string? Url);

/// <summary>What an article said before.</summary>
/// <param name="At">Unix milliseconds.</param>
/// <param name="Title">Null when it did not change.</param>
/// <param name="Body">The packed text and HTML; null when they did not change.</param>
internal sealed record EarlierVersion(
    long ArticleId, int Number, long At, string? Title, byte[]? Body, string Reason, IReadOnlyDictionary<string, string?>? Fields = null);

/// <summary>An article that was assigned elsewhere.</summary>
/// <param name="Feeds">Stand-ins of those that named it; the first one leads.</param>
/// <param name="Changed">Unix milliseconds.</param>
internal sealed record ImportedArticle(Assignable Index, PackedRow Row, long StoryId, long Sequence, long Changed, long[] Feeds);

/// <summary>Articles with their texts, keys and places in the queues.</summary>
internal interface IArticleTable
{
    bool Exists(long id);

    /// <summary>The greatest id from <paramref name="lowest"/> to <paramref name="highest"/>.</summary>
    long? LastId(long lowest, long highest);

    /// <summary>The article that has the key.</summary>
    long? ByKey(long key);

    /// <summary>Gives an article one more key.</summary>
    void AddKey(long key, long id);

    /// <summary>A new article with its key, its text and its place in a queue; it has one sighting.</summary>
    void Insert(long id, IdentifiedEntry entry, long feedId, DateTimeOffset now);

    (string? Url, string Title, ClaimedDate Published) Traits(long id);

    CurrentArticle Current(long id);

    (string Text, string Html) Body(long id);

    /// <summary>Empty text and HTML are stored as nothing.</summary>
    void WriteBody(long id, string text, string html);

    /// <summary>Gives an article another address, and its place in the queue of pages the host.</summary>
    void SetUrl(long id, string url);

    /// <summary>One more sighting; with it the article is one that several entries name.</summary>
    void CountSighting(long id);

    /// <summary>A visible article has changed.</summary>
    void SetSequence(long id, long sequence, long changed);

    /// <summary>The files that the feed gives now.</summary>
    void SetEnclosures(long id, IReadOnlyList<Enclosure> files);

    void SetFate(long id, ReadFate fate, string? reason);

    bool IsVisible(long id);

    /// <summary>Keeps what an article said and counts it.</summary>
    void Keep(EarlierVersion version);

    /// <summary>What a feed says now. Null leaves what is stored.</summary>
    /// <param name="text">Words of the new text, which is the feed's, and whether the feed asks for a password in it.</param>
    void Revise(
        long id, string title, string? summary, IReadOnlyList<string>? authors, DateTimeOffset? modified, (int Words, bool Paywalled)? text);

    /// <summary>What a kept page says by today's rules; the publication date is left as it is.</summary>
    void Revise(ArticleRevision revision);

    /// <summary>Puts an article into the queue for assignment, if it is not there.</summary>
    void Enqueue(long id);

    bool IsUnread(long id);

    /// <summary>Puts an article back into the queue of pages.</summary>
    void PutBack(ReadCommit commit, DateTimeOffset retry);

    /// <summary>Takes an article out of the queue of pages and writes its fate.</summary>
    void EndReading(ReadCommit commit);

    /// <summary>The fields after feed and page were merged, but for text and HTML. What asked for a password in the feed stays so.</summary>
    void Write(long id, ReadContent content);

    /// <summary>Gives an article that nobody has seen another id, with all that belongs to it.</summary>
    void Rekey(long id, long fresh);

    /// <summary>Points the keys of <paramref name="id"/>, which nobody has seen, at the other article, counts its sightings there and deletes it.</summary>
    void Absorb(long id, long other);

    void KeepPage(long id, KeptPage page);

    /// <summary>The article as assigning it wants it; null when there is none.</summary>
    Assignable? Assignable(long id);

    /// <summary>Story, copy and tags of an article, which is then visible and waits no longer.</summary>
    /// <returns>The ids of its tags, in the commit's order.</returns>
    /// <param name="time">As <see cref="ITables.ChangeTime"/> gave it.</param>
    long[] Assign(AssignCommit commit, Assignable article, long storyId, long sequence, long time);

    void Remember(NewsMemoryRow memory);

    /// <summary>The first host after <paramref name="host"/>, ordinally, that articles wait for.</summary>
    string? HostAfter(string host);

    /// <summary>Articles that wait for this host and whose time has come, in the order of ids.</summary>
    List<long> DueAt(string host, DateTimeOffset now, int limit);

    UnreadArticle Unread(long id);

    /// <returns>The ids of its tags.</returns>
    long[] Import(ImportedArticle article);

    /// <summary>The number that stands for an outlet.</summary>
    long Outlet(string domain);

    /// <summary>The number that stands for a language; null for none.</summary>
    long? Language(string? tag);
}

/// <summary>The stories' own rows, and which stories must not become one. Times are as <see cref="ITables.ChangeTime"/> gave them.</summary>
internal interface IStoryTable
{
    /// <summary>Where a story went when it was merged, else itself.</summary>
    long Resolve(long id);

    /// <summary>The id was given to a story once, whether it still stands or redirects.</summary>
    bool Exists(long id);

    /// <summary>The visible articles of a story, oldest first.</summary>
    List<long> Members(long story);

    /// <summary>Another article of the story is of this outlet.</summary>
    bool HasOutlet(long story, long outlet, long except);

    bool HasMember(long story, long article);

    /// <summary>The lead, if it is in the story still.</summary>
    long? PresentLead(long story);

    /// <summary>Makes a story that is not there, without an article yet. One that redirected is a story again.</summary>
    void Open(long story, long lead, long time);

    /// <summary>The lead gives the story its title.</summary>
    /// <param name="title">Where the lead is not there.</param>
    /// <param name="updated">Null leaves it.</param>
    void SetLead(long story, long lead, string title, long? updated);

    void SetUpdated(long story, long time);

    /// <summary>Where the lead has left the story, its oldest article that is no copy leads.</summary>
    void Retitle(long story);

    /// <summary>Counts a story's articles anew: first, last, articles, outlets, sequence.</summary>
    void Refresh(long story);

    /// <summary>Moves an article into a story, which changes it.</summary>
    void Move(long article, long story, long sequence, long changed);

    /// <summary>Leaves a redirect; those that led to the story lead on.</summary>
    void Redirect(long from, long into, long sequence);

    /// <summary>Makes the story of an imported article that is alone in it so far; false when the story was there.</summary>
    bool OpenImported(long story, long id, ArticleRow article, long sequence, long changed);

    /// <summary>Counts a story anew that more than one imported article belongs to; the one that opened it leads.</summary>
    void RefreshImported(long story);

    /// <summary>The correction that told two stories apart.</summary>
    long? ApartBy(long a, long b);

    /// <summary>Tells two stories apart, in both orders, unless they are.</summary>
    void Separate(long a, long b, long correction);

    List<(long Other, long Correction)> ApartFrom(long story);

    /// <summary>Forgets what a story was apart from.</summary>
    void Unseparate(long story);
}
