using Aggregator.LiteDb;
using Aggregator.Sqlite;
using Aggregator.Stores;

namespace Aggregator.Support;

/// <summary>The stores that there are, by the word that <c>--store</c> takes.</summary>
internal static class Engines
{
    public const string Sqlite = "sqlite";
    public const string LiteDb = "litedb";

    public static Task<IStore> OpenAsync(string engine, string folder, TimeProvider? time = null) => engine == LiteDb
        ? LiteStore.OpenAsync(folder, time ?? TimeProvider.System, CancellationToken.None)
        : SqliteStore.OpenAsync(folder, time ?? TimeProvider.System, CancellationToken.None);

    public static Task<IStore> OpenReadOnlyAsync(string engine, string folder) => engine == LiteDb
        ? LiteStore.OpenReadOnlyAsync(folder, CancellationToken.None)
        : SqliteStore.OpenReadOnlyAsync(folder, CancellationToken.None);

    /// <summary>The name of the file in a data folder.</summary>
    public static string FileOf(string engine) => engine == LiteDb ? "aggregator.litedb" : "aggregator.db";

    /// <summary>SQLite checks itself; of LiteDB, which cannot, every article is read and counted.</summary>
    public static async Task AssertSoundAsync(string engine, string folder)
    {
        if (engine == Sqlite)
        {
            Assert.Equal("ok", DatabaseFile.Check(folder));
            return;
        }

        await using var store = await OpenReadOnlyAsync(engine, folder);
        await AssertCountsAsync(store);
    }

    /// <summary>What is counted on is what is there, and each article that is visible is found by a word that all have in the index.</summary>
    public static async Task AssertCountsAsync(IStore store)
    {
        var statistics = await store.GetStatisticsAsync(TimeProvider.System.GetUtcNow(), CancellationToken.None);
        List<ArticleRow> rows = [];
        await foreach (var row in store.ExportAsync(ArticleFilter.All, CancellationToken.None))
            rows.Add(row);
        Assert.Equal(statistics.Articles, rows.Count);
        Assert.Equal(rows.Count, rows.Select(row => row.Sequence).Distinct().Count());
        ArticleFilter indexed = new() { Query = new Model.SearchExpression.Not(new Model.SearchExpression.Word(Model.SearchField.Any, "nobodywritesthis")) };
        var found = 0;
        await foreach (var _ in store.ExportAsync(indexed, CancellationToken.None))
            found++;
        Assert.Equal(rows.Count, found);
    }
}
