using Aggregator.Model;
using Aggregator.Sqlite;
using Aggregator.Sqlite.Engine;
using Aggregator.Stores;
using Aggregator.Support;
using Microsoft.Data.Sqlite;

namespace Aggregator.Storage;

/// <summary>What is special to the one file: who may open it, what it refuses, how it is backed up.</summary>
public sealed class SqliteFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("aggregator-file-").FullName;

    private string Database => Path.Combine(_folder, "aggregator.db");

    private static CancellationToken None => CancellationToken.None;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Refuses_a_folder_that_is_in_use()
    {
        await using var first = await OpenAsync();

        var refused = await Assert.ThrowsAsync<StoreUnusableException>(OpenAsync);

        Assert.Contains("in use by another process", refused.Message);
        Assert.Contains(_folder, refused.Message);
    }

    [Fact]
    public async Task Opens_a_folder_again_after_it_was_closed_whatever_lock_file_is_left()
    {
        await (await OpenAsync()).DisposeAsync();
        Assert.True(File.Exists(Path.Combine(_folder, "aggregator.lock")));

        await (await OpenAsync()).DisposeAsync();
    }

    [Fact]
    public async Task Refuses_a_newer_schema()
    {
        await (await OpenAsync()).DisposeAsync();
        Execute("PRAGMA user_version = 999");

        var refused = await Assert.ThrowsAsync<StoreUnusableException>(OpenAsync);
        Assert.Contains("schema 999", refused.Message);
        Assert.Contains("newer program", refused.Message);
        Assert.Contains("schema 999", (await Assert.ThrowsAsync<StoreUnusableException>(() => SqliteStore.OpenReadOnlyAsync(_folder, None))).Message);
    }

    [Fact]
    public async Task Refuses_a_file_that_is_no_database_and_leaves_it_as_it_was()
    {
        var text = string.Concat(Enumerable.Repeat("This is no database. ", 1000));
        await File.WriteAllTextAsync(Database, text);

        Assert.Contains("not a database", (await Assert.ThrowsAsync<StoreUnusableException>(OpenAsync)).Message);
        Assert.Equal(text, await File.ReadAllTextAsync(Database));
    }

    [Fact]
    public async Task Refuses_a_database_of_another_program()
    {
        Execute("CREATE TABLE theirs (x)");

        Assert.Contains("another program", (await Assert.ThrowsAsync<StoreUnusableException>(OpenAsync)).Message);
    }

    [Fact]
    public async Task Refuses_a_folder_that_cannot_be_made()
    {
        var file = Path.Combine(_folder, "file");
        await File.WriteAllTextAsync(file, "");

        Assert.Contains("cannot be made", (await Assert.ThrowsAsync<StoreUnusableException>(() => SqliteStore.OpenAsync(Path.Combine(file, "sub"), TimeProvider.System, None))).Message);
        Assert.Contains("no data", (await Assert.ThrowsAsync<StoreUnusableException>(() => SqliteStore.OpenReadOnlyAsync(_folder, None))).Message);
    }

    [Fact]
    public async Task Says_that_the_disk_is_full_and_goes_on_when_there_is_room_again()
    {
        StoreFile file = new(_folder);
        var session = file.OpenWriter();
        session.Execute("CREATE TABLE large (value)");
        using WriteQueue writer = new(file, session, TimeProvider.System, () => { });
        Task<int> WriteAsync() => writer.RunAsync(work => work.Execute("INSERT INTO large VALUES (zeroblob(4000000))"), None);
        Task LimitAsync(int pages) => writer.RunOutsideAsync(work => work.Number($"PRAGMA max_page_count = {pages}"), None);

        // SQLite answers "database or disk is full" for a page limit as it does for a full disk.
        await LimitAsync(200);
        Assert.Contains("is full", (await Assert.ThrowsAsync<StoreUnusableException>(WriteAsync)).Message);
        Assert.Equal("0", Query("SELECT count(*) FROM large"));

        await LimitAsync(1_000_000);
        Assert.Equal(1, await WriteAsync());
    }

    [Fact]
    public async Task Reads_beside_a_running_service_and_refuses_to_write()
    {
        await using var service = await OpenAsync();
        var feed = (await service.AddFeedAsync(Make.Feed(), Make.Now, None)).Id;
        await using var reader = await SqliteStore.OpenReadOnlyAsync(_folder, None);
        await service.CommitPollAsync(Make.Poll(feed, Make.Entry("one")), None);
        await service.CommitAssignAsync([.. (await service.ListUnassignedAsync(9, None)).Select(article => Make.Assign(article.Article.Id))], Make.Now, None);

        ArticleFilter filter = new() { Query = new SearchExpression.Word(SearchField.Any, "batteries") };
        Assert.Single((await reader.ListArticlesAsync(filter, new PageRequest(), None)).Items);
        Assert.Contains("reading only", (await Assert.ThrowsAsync<StoreUnusableException>(() => reader.RemoveFeedAsync(feed, None))).Message);
    }

    [Fact]
    public async Task Backs_up_a_consistent_copy_while_others_write()
    {
        var copy = Path.Combine(_folder, "copy");
        Directory.CreateDirectory(copy);
        await using (var store = await OpenAsync())
        {
            var feed = (await store.AddFeedAsync(Make.Feed(), Make.Now, None)).Id;
            var writing = Task.Run(async () =>
            {
                for (var i = 0; i < 200; i++)
                {
                    await store.CommitPollAsync(Make.Poll(feed, Make.Entry($"a{i}"), Make.Entry($"b{i}")), None);
                    await store.CommitAssignAsync([.. (await store.ListUnassignedAsync(9, None)).Select(article => Make.Assign(article.Article.Id))], Make.Now, None);
                }
            });
            await store.BackupAsync(Path.Combine(copy, "aggregator.db"), None);
            await Assert.ThrowsAsync<StoreUnusableException>(() => store.BackupAsync(Path.Combine(copy, "aggregator.db"), None));
            await writing;
        }

        await using var restored = await SqliteStore.OpenAsync(copy, TimeProvider.System, None);
        var statistics = await restored.GetStatisticsAsync(Make.Now, None);
        Assert.Equal("ok", DatabaseFile.Check(copy));
        Assert.Equal(0, statistics.Sightings % 2);
        Assert.Equal(statistics.Articles, statistics.Sequence);
        Assert.Equal(statistics.Sightings, statistics.Articles + (await restored.ListUnassignedAsync(9, None)).Count);
    }

    [Fact]
    public async Task Comes_back_whole_wherever_the_log_was_cut_off()
    {
        const int Polls = 12;
        await using var store = await OpenAsync();
        var feed = (await store.AddFeedAsync(Make.Feed(), Make.Now, None)).Id;
        for (var i = 1; i <= Polls; i++)
        {
            var poll = Make.Poll(feed, Make.Entry($"a{i}"), Make.Entry($"b{i}"));
            await store.CommitPollAsync(poll with { State = poll.State with { BodyHash = $"{2 * i}" } }, None);
            await store.CommitAssignAsync([.. (await store.ListUnassignedAsync(9, None)).Select(article => Make.Assign(article.Article.Id))], Make.Now, None);
        }

        // What a killed process leaves behind: the file, and a log that ends anywhere.
        var log = new FileInfo(Database + "-wal").Length;
        HashSet<long> states = [];
        for (var cut = 0; cut < 20; cut++)
        {
            var folder = Path.Combine(_folder, $"cut{cut}");
            Directory.CreateDirectory(folder);
            File.Copy(Database, Path.Combine(folder, "aggregator.db"));
            using (var copy = File.Create(Path.Combine(folder, "aggregator.db-wal")))
            {
                using FileStream original = new(Database + "-wal", FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
                await original.CopyToAsync(copy);
                copy.SetLength(log - (log / 40 * cut));
            }

            await using var restored = await SqliteStore.OpenAsync(folder, TimeProvider.System, None);
            var statistics = await restored.GetStatisticsAsync(Make.Now, None);
            var kept = await restored.GetFeedAsync(feed, None);
            states.Add(statistics.Sightings);
            Assert.Equal("ok", DatabaseFile.Check(folder));
            Assert.Equal(kept?.State.BodyHash ?? "0", $"{statistics.Sightings}");
            Assert.Equal(statistics.Articles, statistics.Sequence);
            Assert.Equal(statistics.Sightings, statistics.Articles + (await restored.ListUnassignedAsync(9, None)).Count);
        }

        Assert.True(states.Count > 3, "The cuts must have hit different states.");
    }

    [Fact]
    public async Task Starts_the_log_anew_as_soon_as_nobody_reads_an_old_state_from_it()
    {
        await using var store = await OpenAsync();
        await WriteAsync(store, 1);
        var first = LogSalt();
        using (SqliteConnection reader = new(new SqliteConnectionStringBuilder { DataSource = Database, Pooling = false, Mode = SqliteOpenMode.ReadOnly }.ConnectionString))
        {
            reader.Open();
            using var old = reader.BeginTransaction(deferred: true);
            using var look = reader.CreateCommand();
            look.CommandText = "SELECT query FROM saved_queries";
            look.Transaction = old;
            var seen = look.ExecuteScalar()?.ToString();
            await WriteAsync(store, 400);
            Assert.Equal(first, LogSalt());
            Assert.Equal(seen, look.ExecuteScalar()?.ToString());
        }

        for (var i = 0; i < 5000 && LogSalt().AsSpan().SequenceEqual(first); i++)
            await WriteAsync(store, 1);

        Assert.NotEqual(first, LogSalt());
        Assert.Equal("ok", DatabaseFile.Check(_folder));

        // Some 25 pages each.
        static async Task WriteAsync(IStore store, int times)
        {
            for (var i = 0; i < times; i++)
                await store.SaveQueryAsync(new SavedQuery("long", "Long", new string((char)('a' + (i % 26)), 200_000), Make.Now), None);
        }
    }

    [Fact]
    public async Task Shows_readable_views_to_any_sqlite_tool()
    {
        await using (var store = await OpenAsync())
        {
            var feed = (await store.AddFeedAsync(Make.Feed(), Make.Now, None)).Id;
            await store.CommitPollAsync(Make.Poll(feed, Make.Entry("one") with { Authors = ["A. B."], Language = "en" }, Make.Entry("hidden", published: Make.Now)), None);
            var id = (await store.ListUnassignedAsync(1, None))[0].Article.Id;
            await store.CommitAssignAsync([Make.Assign(id, null, new Tag("topic", "batteries", 1), new Tag("person", "Ann Lee", 2))], Make.Now, None);
        }

        Assert.Equal(
            "Title of one|news.example|2026-11-22T11:00:00Z|full|rss:pubDate|en|[\"A. B.\"]|[\"batteries\"]|[\"Ann Lee\"]|[\"EV\"]|5",
            Query("SELECT concat_ws('|', title, outlet, published, published_precision, published_source, language, authors_json, topics_json, names_json, categories_json, word_count) FROM articles_v"));
        Assert.Equal("Title of one|1|1|2026-11-22T12:00:00Z", Query("SELECT concat_ws('|', title, article_count, outlet_count, updated) FROM stories_v"));
        Assert.Equal("topic batteries 1,person Ann Lee 2", Query("SELECT group_concat(kind || ' ' || name || ' ' || count) FROM article_tags_v"));
    }

    [Fact]
    public async Task Lets_a_filter_only_ever_search_the_index()
    {
        await using var store = await OpenAsync();

        // Outlet and topic names reach SQL as values: none of these may be read as syntax.
        foreach (var evil in (string[])["'; DROP TABLE articles; --", "\" OR 1=1", "a' OR 'a'='a", "%", "*"])
        {
            ArticleFilter filter = new() { Outlets = [evil], Topics = [evil], Languages = [evil], Categories = [evil], Names = [evil], NotOutlets = [evil] };
            Assert.Empty((await store.ListArticlesAsync(filter, new PageRequest(), None)).Items);
        }

        Assert.Equal(0, (await store.GetStatisticsAsync(Make.Now, None)).Articles);
    }

    private Task<IStore> OpenAsync() => SqliteStore.OpenAsync(_folder, TimeProvider.System, None);

    private void Execute(string sql) => Query(sql);

    // Another one each time that the log starts anew: https://sqlite.org/fileformat2.html#the_write_ahead_log
    private byte[] LogSalt()
    {
        var header = new byte[32];
        using FileStream log = new(Database + "-wal", FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        log.ReadExactly(header);
        return header[16..24];
    }

    private string? Query(string sql) => DatabaseFile.Query(_folder, sql);
}
