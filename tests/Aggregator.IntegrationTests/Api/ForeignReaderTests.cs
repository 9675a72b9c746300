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

    [ProgramFact("rss2email", "r2e", "--version")]
    public async Task Rss2email_mails_each_new_entry_in_full_with_its_outlets()
    {
        var folder = Directory.CreateTempSubdirectory("rss2email");
        try
        {
            foreach (var format in new[] { "atom", "rss" })
            {
                await using var service = await TestService.StartAsync();
                var reader = new Rss2Email(folder.FullName, format);
                await reader.AddAsync(new Uri(service.Address, $"/feed.{format}").AbsoluteUri);
                var first = service.Add($"Plant opens for {format}", 60);
                Assert.Contains($"The long text about Plant opens for {format}.", await reader.RunAsync(), StringComparison.Ordinal);

                // It asks for the new entries only, and takes no answer that has them only; what came at the second time comes at the third too.
                service.Add($"Other news for {format}", 30, "three.example");
                var second = await reader.RunAsync();
                service.Add($"Third news for {format}", 20, "four.example");
                var third = await reader.RunAsync();
                Assert.Contains("Its second paragraph.", second, StringComparison.Ordinal);
                Assert.Contains($"[Other news for {format}](https://three.example/", second.Replace("\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
                Assert.Equal((1, 1), (Count(second, "Subject: "), Count(third, "Subject: ")));
                Assert.Equal(1, Count(third, "## Coverage"));
                Assert.Equal("", await reader.RunAsync());
                service.Store.Put(first with { Revisions = 1, Changed = TestService.Now });
                Assert.Equal("", await reader.RunAsync());
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        static int Count(string mails, string mark) => mails.Split(mark).Length - 1;
    }

    [ProgramFact("sfeed", "sh", "-c", "command -v sfeed")]
    public async Task Sfeed_takes_title_link_and_id_of_the_entry_and_not_of_its_source()
    {
        await using var service = await TestService.StartAsync();
        var folder = Directory.CreateTempSubdirectory("sfeed");
        try
        {
            var first = service.Store.Put(service.Add("Plant opens", 60) with { Source = new Stores.ArticleSource("urn:own", "Own", "http://own.example/") });
            service.Add("Battery plant opened", 50, "two.example", first);
            foreach (var address in new[] { "/feed.atom", "/feed.rss", "/feed.atom?group=article&outlet=one.example" })
            {
                var file = Path.Combine(folder.FullName, "feed");
                await File.WriteAllTextAsync(file, await service.Client.GetStringAsync(address));
                var (code, output) = await Programs.RunAsync("sh", "-c", "sfeed http://merged.example/ < \"$0\"", file);
                Assert.True(code == 0, output);
                // Time, title, link, content, its type, id, author …
                var fields = Assert.Single(output.Split('\n', StringSplitOptions.RemoveEmptyEntries)).Split('\t');
                var id = address.Contains("article", StringComparison.Ordinal) ? $"article/{first.Id}" : $"story/{first.StoryId}";
                Assert.Equal(("Plant opens", "https://one.example/plant-opens", $"tag:aggregator.invalid,2026:{id}", "Ada Writer"), (fields[1], fields[2], fields[5], fields[6]));
                Assert.Contains("The long text about Plant opens.", fields[3], StringComparison.Ordinal);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private sealed class Rss2Email
    {
        private readonly string _mails;
        private readonly string _sendmail;
        private readonly string[] _arguments;

        public Rss2Email(string folder, string name)
        {
            _mails = Path.Combine(folder, $"{name}.mails");
            _sendmail = Path.Combine(folder, $"{name}.sh");
            var config = Path.Combine(folder, $"{name}.cfg");
            File.WriteAllText(_sendmail, $"#!/bin/sh\ncat >> {_mails}\n");
            File.WriteAllText(config, $"[DEFAULT]\nfrom = me@example.com\nto = you@example.com\nemail-protocol = sendmail\nsendmail = {_sendmail}\n");
            _arguments = ["-c", config, "-d", Path.Combine(folder, $"{name}.json")];
        }

        public async Task AddAsync(string address)
        {
            await Programs.RunAsync("chmod", "+x", _sendmail);
            var (code, output) = await Programs.RunAsync("r2e", [.. _arguments, "add", "merged", address]);
            Assert.True(code == 0, output);
        }

        /// <summary>The mails of one run.</summary>
        public async Task<string> RunAsync()
        {
            File.Delete(_mails);
            var (code, output) = await Programs.RunAsync("r2e", [.. _arguments, "run"]);
            Assert.True(code == 0 && !output.Contains("rror", StringComparison.Ordinal), output);
            return File.Exists(_mails) ? await File.ReadAllTextAsync(_mails) : "";
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
