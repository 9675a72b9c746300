using Aggregator.LiteDb;
using Aggregator.Model;
using Aggregator.Stores;
using Aggregator.Support;
using LiteDB;

namespace Aggregator.Storage;

/// <summary>What is special to LiteDB's file: who may open it, what it refuses, how it is backed up, and how its index is kept.</summary>
public sealed class LiteFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("aggregator-litefile-").FullName;
    private int _published;

    private static CancellationToken None => CancellationToken.None;

    private string Database => Path.Combine(_folder, "aggregator.litedb");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Refuses_a_folder_that_is_in_use_for_reading_too()
    {
        await using var first = await OpenAsync();

        Assert.Contains("in use by another process", (await Assert.ThrowsAsync<StoreUnusableException>(OpenAsync)).Message);
        Assert.Contains("in use by another process", (await Assert.ThrowsAsync<StoreUnusableException>(() => LiteStore.OpenReadOnlyAsync(_folder, None))).Message);
    }

    [Fact]
    public async Task Opened_for_reading_only_it_refuses_to_write()
    {
        await using (var store = await OpenAsync())
            await PublishAsync(store, "one");

        await using var reader = await LiteStore.OpenReadOnlyAsync(_folder, None);
        Assert.Single((await reader.ListArticlesAsync(ArticleFilter.All, new PageRequest(), None)).Items);
        Assert.Contains("reading only", (await Assert.ThrowsAsync<StoreUnusableException>(() => reader.RemoveFeedAsync(1, None))).Message);
    }

    [Fact]
    public async Task Refuses_a_newer_format_and_files_of_others_and_leaves_them_as_they_were()
    {
        await (await OpenAsync()).DisposeAsync();
        using (LiteDatabase database = new(new ConnectionString { Filename = Database, Collation = new Collation("/Ordinal") }))
            database.GetCollection("meta").Update(new BsonDocument { ["_id"] = "format", ["value"] = 999 });
        Assert.Contains("newer program", (await Assert.ThrowsAsync<StoreUnusableException>(OpenAsync)).Message);

        File.Delete(Database);
        using (LiteDatabase database = new(Database))
            database.GetCollection("theirs").Insert(new BsonDocument());
        await Assert.ThrowsAsync<StoreUnusableException>(OpenAsync);

        var text = string.Concat(Enumerable.Repeat("This is no database. ", 1000));
        await File.WriteAllTextAsync(Database, text);
        Assert.Contains("not a database", (await Assert.ThrowsAsync<StoreUnusableException>(OpenAsync)).Message);
        Assert.Equal(text, await File.ReadAllTextAsync(Database));
    }

    [Fact]
    public async Task Refuses_a_folder_that_cannot_be_made_and_one_without_data()
    {
        var file = Path.Combine(_folder, "file");
        await File.WriteAllTextAsync(file, "");

        Assert.Contains("cannot be made", (await Assert.ThrowsAsync<StoreUnusableException>(() => LiteStore.OpenAsync(Path.Combine(file, "sub"), TimeProvider.System, None))).Message);
        Assert.Contains("no data", (await Assert.ThrowsAsync<StoreUnusableException>(() => LiteStore.OpenReadOnlyAsync(_folder, None))).Message);
    }

    [Fact]
    public async Task Backs_up_a_consistent_copy_while_others_write()
    {
        var copy = Path.Combine(_folder, "copy");
        Directory.CreateDirectory(copy);
        await using (var store = await OpenAsync())
        {
            var writing = Task.Run(async () =>
            {
                for (var i = 0; i < 100; i++)
                    await PublishAsync(store, $"a{i}", $"b{i}");
            });
            await store.BackupAsync(Path.Combine(copy, "aggregator.litedb"), None);
            await Assert.ThrowsAsync<StoreUnusableException>(() => store.BackupAsync(Path.Combine(copy, "aggregator.litedb"), None));
            await writing;
        }

        await using var restored = await LiteStore.OpenAsync(copy, TimeProvider.System, None);
        await Engines.AssertCountsAsync(restored);
    }

    [Fact]
    public async Task Finds_the_same_words_when_blocks_are_sealed_and_merged_and_opened_again()
    {
        const int Rounds = 20;
        await using (var store = await OpenAsync())
        {
            for (var round = 0; round < Rounds; round++)
            {
                await PublishAsync(store, $"{round}-a", $"{round}-b");
                while (await store.MergeIndexAsync(None) || round % 3 == 0 && await store.MergeIndexAsync(None))
                {
                }

                if (round == 7)
                    await PublishAsync(store, "3-a");
                Assert.Equal((round + 1) * 2, await CountAsync(store, "batteries"));
            }

            Assert.Equal(2, await CountAsync(store, "3"));
        }

        await using var again = await OpenAsync();
        Assert.Equal(Rounds * 2, await CountAsync(again, "batteries"));
        Assert.Equal(2, await CountAsync(again, "19"));
        await Engines.AssertCountsAsync(again);
    }

    [Fact]
    public async Task Seals_a_block_when_it_is_full()
    {
        const int Batches = 5, PerBatch = 1000;
        await using var store = await OpenAsync();
        for (var batch = 0; batch < Batches; batch++)
            await PublishAsync(store, [.. Enumerable.Range(0, PerBatch).Select(i => $"{batch}x{i}")]);

        Assert.Equal(Batches * PerBatch, await CountAsync(store, "batteries"));
        Assert.Equal(1, await CountAsync(store, "1x17"));
        Assert.Equal(1, await CountAsync(store, "4x999"));
    }

    // A key that was there before says something new.
    private async Task PublishAsync(IStore store, params string[] keys)
    {
        _published++;
        var feed = (await store.AddFeedAsync(Make.Feed(), Make.Now, None)).Id;
        await store.CommitPollAsync(Make.Poll(feed, [.. keys.Select((key, i) => Make.Entry(key, $"Title {key} of version{_published}", published: Make.Now.AddSeconds(-i)))]), None);
        await store.CommitAssignAsync(
            [.. (await store.ListUnassignedAsync(10_000, None)).Select(article => Make.Assign(article.Article.Id, article.StoryId) with { Changed = article.Changed })],
            Make.Now, None);
    }

    private static async Task<int> CountAsync(IStore store, string word)
    {
        ArticleFilter filter = new() { Query = new SearchExpression.Word(SearchField.Any, word) };
        return (await store.GetFacetsAsync(filter, ["outlet"], 10, None))["outlet"].Sum(value => value.Count);
    }

    private Task<IStore> OpenAsync() => LiteStore.OpenAsync(_folder, TimeProvider.System, None);
}
