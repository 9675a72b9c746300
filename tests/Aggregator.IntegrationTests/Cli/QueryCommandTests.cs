using Aggregator.Hosting;
using Aggregator.Sqlite;
using Aggregator.Storage;
using Aggregator.Support;

namespace Aggregator.Cli;

public sealed class QueryCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("@grid")]
    [InlineData("@grid -hydrogen")]
    [InlineData("@no-such-file")]
    public async Task A_query_may_begin_with_an_at_sign(string query)
    {
        await using (var store = await SqliteStore.OpenAsync(_folder.Path, TimeProvider.System, CancellationToken.None))
        {
            var feed = (await store.AddFeedAsync(Make.Feed(), Make.Now, CancellationToken.None)).Id;
            await store.CommitPollAsync(Make.Poll(feed, Make.Entry("one", text: "Said @grid of no-such-file.")), CancellationToken.None);
            var waiting = Assert.Single(await store.ListUnassignedAsync(10, CancellationToken.None));
            await store.CommitAssignAsync([Make.Assign(waiting.Article.Id)], Make.Now, CancellationToken.None);
        }

        var (code, output, error) = await ServiceProcess.RunAsync("query", query, "--data", _folder.Path);

        Assert.True(code == ExitCodes.Done, error);
        Assert.Contains("Title of one", output, StringComparison.Ordinal);
    }
}
