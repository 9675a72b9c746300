using Aggregator.Model;
using Aggregator.Sqlite;
using Aggregator.Stores;

namespace Aggregator.Storage;

/// <summary>Fills a store through the stages as the pipeline does: polls of 20, reads of 16, assignments of 200, as where many wait.</summary>
internal static class StoreFill
{
    public static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static async Task<IStore> OpenAsync(string folder)
    {
        var store = await SqliteStore.OpenAsync(folder, TimeProvider.System, default);
        await SyncAsync(store);
        return store;
    }

    public static Task SyncAsync(IStore store) => store.SyncFeedsAsync(
        [.. Enumerable.Range(0, 100).Select(i => new FeedDefinition($"https://f{i}.example/feed", $"Feed {i}", $"Category {i % 8}"))], _ => Start, default);

    public static async Task AddAsync(IStore store, ArticleGenerator generator, int first, int count, bool readPages)
    {
        const int EntriesPerPoll = 20;
        for (var next = first; next < first + count; next += EntriesPerPoll)
        {
            var now = Start.AddMinutes(next);
            await store.CommitPollAsync(
                new PollCommit
                {
                    FeedId = (next / EntriesPerPoll % 100) + 1,
                    State = new FeedState { NextPollAt = now.AddHours(1), LastFate = FetchFate.Updated },
                    Fetch = new FetchRecord { At = now, Fate = FetchFate.Updated, Entries = EntriesPerPoll, NextPollAt = now.AddHours(1) },
                    Entries = [.. Enumerable.Range(next, Math.Min(EntriesPerPoll, first + count - next)).Select(number => generator.Entry(number, Start, readPages))],
                    Now = now,
                },
                default);
        }

        for (var more = readPages; more;)
        {
            var unread = await store.ClaimUnreadAsync(DateTimeOffset.MaxValue, 16, 16, [], default);
            await store.CommitReadAsync([.. unread.Select(generator.Read)], default);
            more = unread.Count > 0;
        }

        await AssignAsync(store, generator);
    }

    private static async Task AssignAsync(IStore store, ArticleGenerator generator)
    {
        long? before = null;
        while (true)
        {
            var waiting = await store.ListUnassignedAsync(200, default);
            if (waiting.Count == 0)
                return;
            List<AssignCommit> commits = [];
            foreach (var article in waiting)
            {
                var commit = generator.Assign(article.Article.Id, before);
                commits.Add(commit);
                before = commit.StoryId;
            }

            await store.CommitAssignAsync(commits, Start, default);
        }
    }
}
