using Aggregator.Sqlite.Engine;
using Aggregator.Sqlite.Tables;
using Aggregator.Stores;

namespace Aggregator.Sqlite.Queries;

/// <summary>
/// A query that has to look at every match, asked on two connections at the same time, half of the ids each, where nobody else reads. What both count
/// for themselves, as the frequency of words, makes them work more together than one alone.
/// </summary>
internal static class Halves
{
    // Were they drawn at random, the halves would be 44 to 56 or better in two cases of three; in order of arrival they lie more evenly.
    private const int Drawn = 64;

    /// <param name="ask">Called twice, on two threads, each time with a match of its own.</param>
    /// <param name="cut">Says of the whole match whether it is to be cut.</param>
    /// <returns>Null when it was not cut, or something came in between and the halves are of different states: then the whole is to be asked.</returns>
    public static async Task<(T Older, T Newer, long Sequence)?> AskAsync<T>(
        ReaderPool readers, ArticleFilter filter, Func<ArticleMatch, bool> cut, Func<Session, ArticleMatch, T> ask, CancellationToken cancellation)
    {
        if (!readers.HasRoom)
            return null;
        var middle =
            await readers.ReadAsync(session => MatchBuilder.Build(session, filter) is var match && cut(match) ? Middle(session, match) : null, cancellation);
        if (middle is null)
            return null;
        var newer = Task.Run(() => readers.ReadAsync(session => Half(session, filter, middle, null, ask), cancellation), CancellationToken.None);
        var older = readers.ReadAsync(session => Half(session, filter, null, middle, ask), cancellation);
        // Both, also where one fails: no connection is left at work.
        var halves = await Task.WhenAll(older, newer);
        return halves[0].Sequence == halves[1].Sequence ? (halves[0].Answer, halves[1].Answer, halves[0].Sequence) : null;
    }

    /// <summary>An id with about as many visible articles before as behind it, among those that may match; null when there is none.</summary>
    private static long? Middle(Session session, ArticleMatch match)
    {
        var newest = Sequence.Newest(session);
        List<long> ids = [];
        for (var i = 0; i < Drawn; i++)
        {
            if (session.Number("SELECT id FROM articles WHERE sequence >= $1 ORDER BY sequence LIMIT 1", newest * i / Drawn) is { } id
                && !(id < match.LowestId) && !(id >= match.HighestId))
            {
                ids.Add(id);
            }
        }

        ids.Sort();
        return ids.Count == 0 ? null : ids[ids.Count / 2];
    }

    /// <param name="highest">Exclusive.</param>
    private static (long Sequence, T Answer) Half<T>(Session session, ArticleFilter filter, long? lowest, long? highest, Func<Session, ArticleMatch, T> ask)
    {
        var sequence = Sequence.Newest(session);
        var match = MatchBuilder.Build(session, filter);
        match.Narrow(lowest, highest);
        return (sequence, ask(session, match));
    }
}
