using Aggregator.LiteDb.Engine;
using LiteDB;

namespace Aggregator.LiteDb.Tables;

/// <summary>
/// What is filtered, counted and sorted by, of one article: all of these are in memory, so that no question but for words walks over documents.
/// Times are Unix milliseconds; 0 stands for none.
/// </summary>
internal sealed record NarrowArticle
{
    public required long Id { get; init; }

    public required long Published { get; init; }

    public required long Seen { get; init; }

    public required long Changed { get; init; }

    public required int Outlet { get; init; }

    public int Language { get; init; }

    public int Words { get; init; }

    /// <summary>The hash of its key over all feeds.</summary>
    public required long Key { get; init; }

    /// <summary>Of its other keys.</summary>
    public long[] OtherKeys { get; init; } = [];

    /// <summary>That brought it first.</summary>
    public required int Feed { get; init; }

    /// <summary>That named it too.</summary>
    public int[] OtherFeeds { get; init; } = [];

    public long Story { get; init; }

    public long CopyOf { get; init; }

    /// <summary>Null where none was given.</summary>
    public double? CopyScore { get; init; }

    /// <summary>Of its newest change; 0 as long as nobody may see it.</summary>
    public long Sequence { get; init; }

    public long FirstSequence { get; init; }

    /// <summary>Its place in the order in which articles were indexed, from 1; another one each time.</summary>
    public long Place { get; init; }

    public int[] Tags { get; init; } = [];

    /// <summary>It waits for assignment.</summary>
    public bool Waits { get; init; }

    /// <summary>It waits for its page to be read.</summary>
    public WaitingPage? Page { get; init; }

    public bool IsVisible => Sequence > 0;

    public bool IsOf(HashSet<int> feeds) => feeds.Contains(Feed) || Array.Exists(OtherFeeds, feeds.Contains);

    public static NarrowArticle Read(BsonDocument d) => new()
    {
        Id = d["_id"].AsInt64,
        Published = d.Long("published"),
        Seen = d.Long("seen"),
        Changed = d.Long("changed"),
        Outlet = d.Int("outlet"),
        Language = d.Int("language"),
        Words = d.Int("words"),
        Key = d.Long("key"),
        OtherKeys = d.Longs("other_keys"),
        Feed = d.Int("feed"),
        OtherFeeds = d.Ints("others"),
        Story = d.Long("story"),
        CopyOf = d.Long("copy"),
        CopyScore = d.Real("score"),
        Sequence = d.Long("sequence"),
        FirstSequence = d.Long("first"),
        Place = d.Long("place"),
        Tags = d.Ints("tags"),
        Waits = d.Flag("waits"),
        Page = d.Text("host") is { } host ? new WaitingPage(host, d.Long("next"), d.Int("tries"), d.Flag("is_content")) : null,
    };

    public BsonDocument Document()
    {
        BsonDocument d = new()
        {
            ["_id"] = Id,
            ["published"] = Published,
            ["seen"] = Seen,
            ["changed"] = Changed,
            ["outlet"] = Outlet,
            ["words"] = Words,
            ["key"] = Key,
            ["feed"] = Feed,
        };
        SetUnlessZero(d, "language", Language);
        SetUnlessZero(d, "story", Story);
        SetUnlessZero(d, "sequence", Sequence);
        SetUnlessZero(d, "first", FirstSequence);
        SetUnlessZero(d, "place", Place);
        d.Set("other_keys", Fields.Packed(OtherKeys));
        d.Set("others", Fields.Packed(OtherFeeds));
        d.Set("tags", Fields.Packed(Tags));
        SetUnlessZero(d, "copy", CopyOf);
        d.Set("score", Fields.Value(CopyScore));
        if (Waits)
            d["waits"] = true;
        if (Page is { } page)
        {
            d["host"] = page.Host;
            d["next"] = page.NextAt;
            d["tries"] = page.Tries;
            if (page.IsContent)
                d["is_content"] = true;
        }

        return d;
    }

    private static void SetUnlessZero(BsonDocument document, string field, long value)
    {
        if (value != 0)
            document[field] = value;
    }
}

/// <param name="NextAt">Not to be read before, in Unix milliseconds.</param>
/// <param name="Tries">So far.</param>
/// <param name="IsContent">The feed gave its text as the article's own.</param>
internal sealed record WaitingPage(string Host, long NextAt, int Tries, bool IsContent);
