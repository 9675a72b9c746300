using Aggregator.Sqlite.Engine;
using Aggregator.Sqlite.Tables;
using Aggregator.Stores;

namespace Aggregator.Sqlite.Queries;

/// <summary>Bottom-k sampling: each match has a number made of seed and id, and the k smallest are the sample.</summary>
internal static class Sampling
{
    public static Page<ArticleRow> Draw(Session session, ArticleFilter filter, int size, ulong seed)
    {
        var match = MatchBuilder.Build(session, filter);
        // The greatest number of those kept comes out first.
        PriorityQueue<long, ulong> kept = new(Comparer<ulong>.Create(static (a, b) => b.CompareTo(a)));
        if (!match.Nothing)
        {
            var from = match.BindFrom(articles: false);
            session.Each(
                $"SELECT {match.Id} {from}",
                row =>
                {
                    var id = row.GetInt64(0);
                    if (kept.Count < size)
                        kept.Enqueue(id, SampleHash.Of(id, seed));
                    else
                        kept.EnqueueDequeue(id, SampleHash.Of(id, seed));
                },
                match.Arguments);
        }

        long[] ids = [.. kept.UnorderedItems.Select(item => item.Element).OrderDescending()];
        return new Page<ArticleRow>(ArticleRows.Load(session, ids, withText: true), null, Aggregator.Sqlite.Tables.Sequence.Newest(session));
    }
}
