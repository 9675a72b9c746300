using System.Text.Json;

namespace Aggregator.Api;

/// <summary>Our merged feeds as other people's readers see them.</summary>
public sealed class ForeignReaderTests
{
    [ProgramFact("python3-feedparser", "/usr/bin/python3", "-c", "import feedparser")]
    public async Task Feedparser_reads_every_format_without_complaint()
    {
        await using var service = await TestService.StartAsync();
        var first = service.Add("Plant opens & <b>more</b> – “quoted” 电池", 60);
        service.Add("Battery plant opened", 50, "two.example", first);
        service.Add("Control \u0001 characters \ud800", 10, "three.example", text: "One & two < three\u0000.");
        foreach (var address in new[] { "/feed.atom", "/feed.rss", "/feed.atom?group=article&content=summary&limit=2", "/feed.rss?q=nothing" })
        {
            const string Script = "import feedparser, json, sys; f = feedparser.parse(sys.argv[1]); print(json.dumps([int(f.bozo), str(f.get('bozo_exception', '')), [[e.id, e.link, e.title, e.author, e.published] for e in f.entries]]))";
            var (code, output) = await Programs.RunAsync("/usr/bin/python3", "-c", Script, new Uri(service.Address, address).AbsoluteUri);
            Assert.True(code == 0, output);
            var result = JsonDocument.Parse(output).RootElement;
            Assert.True(result[0].GetInt32() == 0, $"{address}: {result[1].GetString()}");
            var ids = result[2].EnumerateArray().Select(entry => entry[0].GetString()).ToList();
            Assert.Equal(address.Contains("nothing", StringComparison.Ordinal) ? 0 : 2, ids.Distinct().Count());
        }
    }

    [ProgramFact("newsboat", "newsboat", "-v")]
    public async Task Newsboat_sees_each_story_once_and_nothing_again_after_an_update()
    {
        await using var service = await TestService.StartAsync();
        var folder = Directory.CreateTempSubdirectory("newsboat");
        try
        {
            var first = service.Add("Plant opens", 60);
            service.Add("Battery plant opened", 50, "two.example", first);
            service.Add("Other news", 30, "three.example");
            foreach (var format in new[] { "atom", "rss" })
            {
                var reader = new Newsboat(folder.FullName, format, new Uri(service.Address, $"/feed.{format}").AbsoluteUri);
                Assert.StartsWith("2 unread", await reader.ReloadAsync());
            }

            // An outlet joins, a text changes, a story is new: only the last is news.
            service.Add("Works inaugurated", 20, "four.example", first);
            service.Store.Put(first with { Text = "Corrected.", ContentHtml = "<p>Corrected.</p>", Revisions = 1, Changed = TestService.Now });
            service.Add("Fresh news", 5, "five.example");
            foreach (var format in new[] { "atom", "rss" })
            {
                var reader = new Newsboat(folder.FullName, format, new Uri(service.Address, $"/feed.{format}").AbsoluteUri);
                Assert.StartsWith("3 unread", await reader.ReloadAsync());
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private sealed class Newsboat
    {
        private readonly string[] _arguments;

        public Newsboat(string folder, string name, string address)
        {
            var urls = Path.Combine(folder, $"{name}.urls");
            var config = Path.Combine(folder, $"{name}.config");
            File.WriteAllText(urls, address + "\n");
            File.WriteAllText(config, "use-proxy no\nreload-threads 1\n");
            _arguments = ["-u", urls, "-c", Path.Combine(folder, $"{name}.db"), "-C", config];
        }

        public async Task<string> ReloadAsync()
        {
            var (code, output) = await Programs.RunAsync("newsboat", [.. _arguments, "-x", "reload"]);
            Assert.True(code == 0, output);
            return (await Programs.RunAsync("newsboat", [.. _arguments, "-x", "print-unread"])).Output;
        }
    }
}
