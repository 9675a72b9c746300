using Aggregator.Configuration;
using Aggregator.Hosting;
using Aggregator.Support;

namespace Aggregator.Cli;

public sealed class ImportCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_is_written_is_accepted_and_what_is_left_out_is_said()
    {
        await File.WriteAllTextAsync(_folder.File("list.opml"), """
            <opml version="2.0"><body><outline text="Unsorted" xmlUrl="https://blog.example/feed"/><outline text="Odd" xmlUrl="ftp://odd.example/feed"/>
            <outline text="Cars"><outline text="" title="" xmlUrl="https://cars.example/feed"/></outline></body></opml>
            """);

        // The folder of the list is not there yet.
        var (code, output, error) = await ImportAsync("list.opml", "new/feeds.json");

        Assert.Equal(ExitCodes.Done, code);
        Assert.Contains("2 feeds added", output, StringComparison.Ordinal);
        Assert.Contains("1 left out", output, StringComparison.Ordinal);
        Assert.Contains("Odd: is left out: ftp://odd.example/feed", error, StringComparison.Ordinal);
        var list = FeedsFile.Load(_folder.File("new/feeds.json"));
        Assert.Empty(list.Faults);
        Assert.Equal([("https://blog.example/feed", "Unsorted", "Uncategorised"), ("https://cars.example/feed", "https://cars.example/feed", "Cars")],
            list.Feeds.Select(feed => (feed.Url, feed.Title, feed.Category)));
    }

    [Theory]
    [InlineData("<opml><body><outline text='Odd' xmlUrl='ftp://odd.example/feed'/></body></opml>")]
    [InlineData("""{ "feeds": [ { "url": "https://a.example/feed", "title": "A" } ] }""")]
    [InlineData("no list at all")]
    public async Task A_list_of_which_nothing_can_be_taken_changes_nothing(string list)
    {
        const string Old = """
            { // ours
              "feeds": [ { "url": "https://old.example/feed", "title": "Old", "category": "C" }, ] }
            """;
        await File.WriteAllTextAsync(_folder.File("list"), list);
        await File.WriteAllTextAsync(_folder.File("feeds.json"), Old);

        var (code, _, error) = await ImportAsync("list", "feeds.json");

        Assert.Equal(ExitCodes.BadConfiguration, code);
        Assert.NotEmpty(error);
        Assert.Equal(Old, await File.ReadAllTextAsync(_folder.File("feeds.json")));
    }

    private Task<(int Code, string Output, string Error)> ImportAsync(string list, string feeds) =>
        ServiceProcess.RunAsync("import", _folder.File(list), "--feeds", _folder.File(feeds), "--data", _folder.File("data"));
}
