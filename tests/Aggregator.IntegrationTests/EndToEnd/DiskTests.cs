using Aggregator.Stores;
using Aggregator.Support;

namespace Aggregator.EndToEnd;

/// <summary>What the program does when the disk or the file is not what it needs: a clear message, exit code 2, and no damage.</summary>
public class DiskTests
{
    private const int Feeds = 12;
    private const int Items = 40;

    [MountTheory]
    [InlineData(Engines.Sqlite)]
    [InlineData(Engines.LiteDb)]
    public async Task A_full_disk_ends_the_work_with_a_message_and_loses_nothing(string engine)
    {
        await using var site = await LoopbackSite.StartAsync();
        using var folder = new TemporaryFolder();
        await WriteFeedsAsync(site, folder);
        Directory.CreateDirectory(folder.File("data"));
        using var disk = SmallDisk.Mount(folder.File("data"), "1m");

        var (code, _, error) = await PollAsync(engine, site, folder);

        Assert.Equal(2, code);
        Assert.Contains("is full", error);
        Assert.DoesNotContain("   at ", error);
        disk.Resize("256m");
        var (again, _, trouble) = await PollAsync(engine, site, folder);
        Assert.True(again == 0, trouble);
        await Engines.AssertSoundAsync(engine, folder.File("data"));
        await using var store = await Engines.OpenReadOnlyAsync(engine, folder.File("data"));
        Assert.Equal(Feeds * Items, (await store.GetStatisticsAsync(TimeProvider.System.GetUtcNow(), CancellationToken.None)).Articles);
    }

    [MountTheory]
    [InlineData(Engines.Sqlite)]
    [InlineData(Engines.LiteDb)]
    public async Task A_disk_that_may_only_be_read_is_refused_with_a_message_and_can_be_queried(string engine)
    {
        await using var site = await LoopbackSite.StartAsync();
        using var folder = new TemporaryFolder();
        await WriteFeedsAsync(site, folder, feeds: 1);
        Directory.CreateDirectory(folder.File("data"));
        using var disk = SmallDisk.Mount(folder.File("data"), "64m");
        Assert.Equal(0, (await PollAsync(engine, site, folder)).Code);
        disk.MakeReadOnly();

        var (code, _, error) = await PollAsync(engine, site, folder);

        Assert.Equal(2, code);
        Assert.Contains("cannot be written to", error);
        Assert.DoesNotContain("   at ", error);
    }

    [Fact]
    public async Task A_file_of_a_newer_program_is_refused_by_every_verb_and_left_as_it_was()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("feeds.json"), """{ "feeds": [] }""");
        await (await Engines.OpenAsync(Engines.Sqlite, folder.File("data"))).DisposeAsync();
        DatabaseFile.Query(folder.File("data"), "PRAGMA user_version = 999");
        var before = await File.ReadAllBytesAsync(Path.Combine(folder.File("data"), "aggregator.db"));

        foreach (var verb in new[] { "serve", "poll" })
        {
            var (code, _, error) = await ServiceProcess.RunAsync(verb, "--feeds", folder.File("feeds.json"), "--data", folder.File("data"));
            Assert.Equal(2, code);
            Assert.Contains("newer program", error);
        }

        Assert.Equal(before, await File.ReadAllBytesAsync(Path.Combine(folder.File("data"), "aggregator.db")));
    }

    [Theory]
    [InlineData(Engines.Sqlite)]
    [InlineData(Engines.LiteDb)]
    public async Task A_second_process_on_the_same_folder_is_refused_and_the_first_goes_on(string engine)
    {
        await using var site = await LoopbackSite.StartAsync();
        using var folder = new TemporaryFolder();
        await using var service = await RunningService.StartAsync(folder, NewsSite.FeedsJson(NewsSite.Fill(site, feeds: 1, items: 2)), site.Authority, engine);

        var (code, _, error) = await PollAsync(engine, site, folder);

        Assert.Equal(2, code);
        Assert.Contains("in use by another process", error);
        await service.GetWhenAsync("/api/v1/articles", answer => answer.GetProperty("items").GetArrayLength() == 2);
    }

    [Fact]
    public async Task A_backup_while_the_service_writes_opens_and_is_complete()
    {
        await using var site = await LoopbackSite.StartAsync();
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.File("copy"));
        await using var service = await RunningService.StartAsync(folder, NewsSite.FeedsJson(NewsSite.Fill(site, Feeds, Items)), site.Authority);
        await service.GetWhenAsync("/api/v1/articles", answer => answer.GetProperty("items").GetArrayLength() > 0);

        var (code, output, error) = await ServiceProcess.RunAsync("backup", Path.Combine(folder.File("copy"), "aggregator.db"), "--data", folder.File("data"));

        Assert.True(code == 0, output + error);
        await using var copy = await Engines.OpenAsync(Engines.Sqlite, folder.File("copy"));
        Assert.Equal("ok", DatabaseFile.Check(folder.File("copy")));
        var statistics = await copy.GetStatisticsAsync(TimeProvider.System.GetUtcNow(), CancellationToken.None);
        Assert.InRange(statistics.Articles, 1, Feeds * Items);
        // Each article that is visible has its sequence number, and none is missing between.
        Assert.Equal(statistics.Articles, statistics.Sequence);
        var listed = 0;
        await foreach (var article in copy.ExportAsync(ArticleFilter.All, CancellationToken.None))
            listed += article.Title.Length > 0 ? 1 : 0;
        Assert.Equal(statistics.Articles, listed);
    }

    [Theory]
    [InlineData(Engines.Sqlite, Engines.LiteDb)]
    [InlineData(Engines.LiteDb, Engines.Sqlite)]
    public async Task A_folder_of_the_other_engine_is_refused_by_every_verb_in_one_sentence(string engine, string other)
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("feeds.json"), """{ "feeds": [] }""");
        await (await Engines.OpenAsync(other, folder.File("data"))).DisposeAsync();

        foreach (var verb in (string[][])[["serve", "--feeds", folder.File("feeds.json")], ["poll", "--feeds", folder.File("feeds.json")], ["query", "x"], ["backup", folder.File("copy")]])
        {
            var (code, _, error) = await ServiceProcess.RunAsync([.. verb, "--data", folder.File("data"), "--store", engine]);
            Assert.Equal(2, code);
            Assert.Contains($"--store {other}", error);
            Assert.Single(error.TrimEnd().Split('\n'));
        }

        Assert.False(File.Exists(Path.Combine(folder.File("data"), Engines.FileOf(engine))));
    }

    [Fact]
    public async Task LiteDB_lets_nobody_read_or_back_up_beside_the_service_and_says_so()
    {
        await using var site = await LoopbackSite.StartAsync();
        using var folder = new TemporaryFolder();
        await using var service = await RunningService.StartAsync(folder, NewsSite.FeedsJson(NewsSite.Fill(site, feeds: 1, items: 2)), site.Authority, Engines.LiteDb);

        var (code, _, error) = await ServiceProcess.RunAsync("backup", folder.File("copy"), "--data", folder.File("data"), "--store", Engines.LiteDb);

        Assert.Equal(2, code);
        Assert.Contains("in use by another process", error);
        await service.GetWhenAsync("/api/v1/articles", answer => answer.GetProperty("items").GetArrayLength() == 2);
    }

    [Fact]
    public async Task Listening_beyond_this_machine_without_keys_for_reading_is_refused_unless_said()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("feeds.json"), """{ "feeds": [] }""");

        var (code, output, error) = await ServiceProcess.RunAsync("serve", "--feeds", folder.File("feeds.json"), "--data", folder.File("data"), "--urls", "http://0.0.0.0:0");

        Assert.Equal(2, code);
        Assert.Contains("ReadersNeedKey", error);
        Assert.DoesNotContain("Subscribe", output);
    }

    private static async Task WriteFeedsAsync(LoopbackSite site, TemporaryFolder folder, int feeds = Feeds) =>
        await File.WriteAllTextAsync(folder.File("feeds.json"), NewsSite.FeedsJson(NewsSite.Fill(site, feeds, Items)));

    private static Task<(int Code, string Output, string Error)> PollAsync(string engine, LoopbackSite site, TemporaryFolder folder) => ServiceProcess.RunAsync(
        "poll", "--feeds", folder.File("feeds.json"), "--data", folder.File("data"), "--allow-host", site.Authority, "--host-delay", "0", "--host-concurrency", "4", "--store", engine);
}
