using System.IO.Compression;
using Aggregator.Hosting;
using Aggregator.Model;
using Aggregator.Storage;
using Aggregator.Stores;
using Aggregator.Support;

namespace Aggregator.Cli;

public sealed class ArticleImportTests : IDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(Engines.Sqlite, Engines.Sqlite)]
    [InlineData(Engines.Sqlite, Engines.LiteDb)]
    [InlineData(Engines.LiteDb, Engines.Sqlite)]
    [InlineData(Engines.LiteDb, Engines.LiteDb)]
    public async Task An_export_comes_out_of_another_store_as_it_went_in(string from, string to)
    {
        await using (var store = await OpenAsync("a", from))
        {
            var feed = (await store.AddFeedAsync(Make.Feed(), Make.Now, None)).Id;
            var other = (await store.AddFeedAsync(Make.Feed("b", "Batteries"), Make.Now, None)).Id;
            var first = await PublishAsync(store, feed, Make.Entry("one", "Plant “opens” 电池", "The text.\nWith two lines."), null, new Tag("topic", "batteries", 3), new Tag("company", "Tesla", 2), new Tag("topic", "charging", 5));
            await PublishAsync(store, feed, Make.Entry("two", "Van recalled", outlet: "two.example"), first);
            await PublishAsync(store, feed, Make.Entry("one", "Plant opens at last", "The text.\nWith two lines."), null, new Tag("topic", "batteries", 3), new Tag("company", "Tesla", 2), new Tag("topic", "charging", 5));
            await store.CommitPollAsync(Make.Poll(other, Make.Entry("else", article: "one")), None);
        }

        await ImportAsync("b", await ExportAsync("a", from), to);

        Assert.Equal(await File.ReadAllLinesAsync(await ExportAsync("a", from)), await File.ReadAllLinesAsync(await ExportAsync("b", to)));
        await using var copy = await OpenAsync("b", to);
        var story = Assert.Single((await copy.ListStoriesAsync(ArticleFilter.All, new PageRequest(), None)).Items);
        Assert.Equal((2, 2), (story.ArticleCount, story.OutletCount));
        Assert.Single((await copy.ListArticlesAsync(new ArticleFilter { Topics = ["charging"], Categories = ["Batteries"] }, new PageRequest(), None)).Items);
    }

    [Theory]
    [InlineData(Engines.Sqlite)]
    [InlineData(Engines.LiteDb)]
    public async Task Plain_rows_of_any_origin_become_articles_and_faulty_lines_are_named(string engine)
    {
        var file = _folder.File("rows.ndjson.gz");
        await using (var zipped = new StreamWriter(new GZipStream(File.Create(file), CompressionLevel.Fastest)))
        {
            await zipped.WriteLineAsync("""{"id":1,"title":"Plant opens","text":"Solid state cells.","source":"source-1","published":1700000000,"tags":["batteries"],"url":"http://source-1.example/1"}""");
            await zipped.WriteLineAsync("""{"title":"No text","published":"2026-11-22T08:00:00Z"}""");
            await zipped.WriteLineAsync("""{"text":"no title"}""");
            await zipped.WriteLineAsync("not JSON");
        }

        await ImportAsync("a", file, engine, ExitCodes.Failed);
        await ImportAsync("a", file, engine, ExitCodes.Failed);

        await using var store = await OpenAsync("a", engine);
        var rows = (await store.ListArticlesAsync(ArticleFilter.All, new PageRequest(), None)).Items;
        Assert.Equal(["No text", "Plant opens"], rows.Select(row => row.Title));
        Assert.Equal(("source-1.example", "batteries", 1_700_000_000L), (rows[1].Outlet, rows[1].Topics.Single(), rows[1].Published.Instant.ToUnixTimeSeconds()));
    }

    private static async Task<long> PublishAsync(IStore store, long feed, IdentifiedEntry entry, long? story, params Tag[] tags)
    {
        await store.CommitPollAsync(Make.Poll(feed, entry), None);
        var waiting = Assert.Single(await store.ListUnassignedAsync(10, None));
        await store.CommitAssignAsync([Make.Assign(waiting.Article.Id, story ?? waiting.StoryId, tags) with { Changed = waiting.Changed }], Make.Now, None);
        return waiting.Article.Id;
    }

    private Task<IStore> OpenAsync(string name, string engine) => Engines.OpenAsync(engine, _folder.File(name));

    private async Task<string> ExportAsync(string name, string engine)
    {
        var file = _folder.File(name + ".ndjson");
        await using var store = await OpenAsync(name, engine);
        await using var output = File.Create(file);
        await Api.Export.WriteNdjsonAsync(store.ExportAsync(ArticleFilter.All, None), output, None);
        return file;
    }

    private async Task ImportAsync(string name, string file, string engine, int code = ExitCodes.Done)
    {
        await using var store = await OpenAsync(name, engine);
        Assert.Equal(code, await ArticleImport.RunAsync(store, store, file, TimeProvider.System, None));
    }
}
