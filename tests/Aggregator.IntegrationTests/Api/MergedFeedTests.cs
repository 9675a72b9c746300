using System.Net;
using System.Text.Json;
using System.Xml.Linq;

namespace Aggregator.Api;

public sealed class MergedFeedTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Fact]
    public async Task Has_one_entry_per_story_that_lists_all_outlets()
    {
        await using var service = await TestService.StartAsync();
        var first = service.Add("Plant opens", 60);
        service.Add("New battery plant opened", 50, "two.example", first);
        service.Add("Something else", 10, "three.example");

        var feed = XDocument.Parse(await service.Client.GetStringAsync("/feed.atom")).Root!;

        var entries = feed.Elements(Atom + "entry").ToList();
        Assert.Equal(["Something else", "Plant opens"], entries.Select(entry => entry.Element(Atom + "title")!.Value));
        var content = entries[1].Element(Atom + "content")!.Value;
        Assert.Contains("<p>The long text about Plant opens.</p>", content);
        Assert.Contains("https://one.example/plant-opens", content);
        Assert.Contains("https://two.example/new-battery-plant-opened", content);
        Assert.Contains("New battery plant opened", content);
        Assert.Contains("2026-11-22 11:10 UTC", content);
        Assert.Equal($"tag:aggregator.invalid,2026:story/{first.StoryId}", entries[1].Element(Atom + "id")!.Value);
    }

    [Fact]
    public async Task Keeps_id_and_published_when_an_outlet_joins_and_moves_updated()
    {
        await using var service = await TestService.StartAsync();
        var first = service.Add("Plant opens", 60);
        var before = XDocument.Parse(await service.Client.GetStringAsync("/feed.atom")).Root!.Element(Atom + "entry")!;
        service.Add("Earlier report", 90, "two.example", first);
        service.Add("Later report", 5, "three.example", first);

        var after = XDocument.Parse(await service.Client.GetStringAsync("/feed.atom")).Root!.Element(Atom + "entry")!;

        Assert.Equal(before.Element(Atom + "id")!.Value, after.Element(Atom + "id")!.Value);
        Assert.Equal(before.Element(Atom + "published")!.Value, after.Element(Atom + "published")!.Value);
        Assert.True(string.CompareOrdinal(before.Element(Atom + "updated")!.Value, after.Element(Atom + "updated")!.Value) < 0);
    }

    [Fact]
    public async Task Answers_304_without_touching_the_articles()
    {
        await using var service = await TestService.StartAsync();
        service.Add("Plant opens", 60);
        using var first = await service.Client.GetAsync("/feed.rss?topic=electric+vehicles");
        var lists = service.Store.Lists;

        using var byTag = await Get(service, "/feed.rss?topic=electric+vehicles", ("If-None-Match", first.Headers.ETag!.ToString()));
        using var byDate = await Get(service, "/feed.rss?topic=electric+vehicles", ("If-Modified-Since", first.Content.Headers.LastModified!.Value.ToString("r")));

        Assert.False(first.Headers.ETag.IsWeak);
        Assert.Equal(HttpStatusCode.NotModified, byTag.StatusCode);
        Assert.Equal(HttpStatusCode.NotModified, byDate.StatusCode);
        Assert.Equal(first.Headers.ETag, byTag.Headers.ETag);
        Assert.Equal("public, max-age=300, stale-if-error=86400", byTag.Headers.GetValues("Cache-Control").Single().Replace("stale-if-error=86400, ", ""));
        Assert.Contains("Accept-Encoding", byTag.Headers.Vary);
        Assert.Equal(lists, service.Store.Lists);
    }

    [Fact]
    public async Task Renders_once_per_change()
    {
        await using var service = await TestService.StartAsync();
        service.Add("Plant opens", 60);
        await service.Client.GetStringAsync("/feed.json");
        await service.Client.GetStringAsync("/feed.json");
        Assert.Equal(1, service.Store.Lists);

        service.Add("Another", 5);
        var json = await service.Client.GetStringAsync("/feed.json");

        Assert.Equal(2, service.Store.Lists);
        Assert.Contains("Another", json);
    }

    [Fact]
    public async Task Notices_an_article_that_joins_a_story_without_matching_the_query()
    {
        await using var service = await TestService.StartAsync();
        var first = service.Add("Battery plant opens", 60);
        using var before = await service.Client.GetAsync("/feed.atom?q=battery");
        service.Add("Works inaugurated", 5, "two.example", first, "No such word.");

        using var after = await Get(service, "/feed.atom?q=battery", ("If-None-Match", before.Headers.ETag!.ToString()));

        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
        Assert.Contains("Works inaugurated", await after.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Sends_only_new_entries_to_those_who_ask_for_a_delta()
    {
        await using var service = await TestService.StartAsync();
        service.Add("Old news", 60);
        using var first = await service.Client.GetAsync("/feed.atom");
        service.Add("New news", 5);

        using var delta = await Get(service, "/feed.atom", ("If-None-Match", first.Headers.ETag!.ToString()), ("A-IM", "feed"));
        using var plain = await Get(service, "/feed.atom", ("If-None-Match", first.Headers.ETag!.ToString()));

        Assert.Equal(HttpStatusCode.IMUsed, delta.StatusCode);
        Assert.Equal("feed", delta.Headers.GetValues("IM").Single());
        Assert.NotEqual(first.Headers.ETag, delta.Headers.ETag);
        Assert.Equal(["New news"], Titles(await delta.Content.ReadAsStringAsync()));
        Assert.Equal(HttpStatusCode.OK, plain.StatusCode);
        Assert.Equal(["New news", "Old news"], Titles(await plain.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task A_delta_is_compressed_like_any_other_answer()
    {
        await using var service = await TestService.StartAsync();
        service.Add("Old news", 60);
        using var first = await Get(service, "/feed.atom", ("Accept-Encoding", "gzip"));
        service.Add("New news", 5);

        using var delta = await Get(service, "/feed.atom", ("If-None-Match", first.Headers.ETag!.ToString()), ("A-IM", "feed"), ("Accept-Encoding", "gzip"));
        using var again = await Get(service, "/feed.atom", ("If-None-Match", delta.Headers.ETag!.ToString()), ("A-IM", "feed"), ("Accept-Encoding", "gzip"));

        Assert.Equal((HttpStatusCode.IMUsed, "gzip"), (delta.StatusCode, delta.Content.Headers.ContentEncoding.Single()));
        await using var plain = new System.IO.Compression.GZipStream(await delta.Content.ReadAsStreamAsync(), System.IO.Compression.CompressionMode.Decompress);
        Assert.Equal(["New news"], Titles(await new StreamReader(plain).ReadToEndAsync()));
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    [Theory]
    [InlineData("feedparser/6.0.10 +https://github.com/kurtmckee/feedparser/", false)]
    [InlineData("Feedparser/7", false)]
    [InlineData("a program of its own/1.0", true)]
    [InlineData("", true)]
    public async Task No_delta_for_a_client_that_asks_for_one_whatever_it_has(string agent, bool always)
    {
        await using var service = await TestService.StartAsync(options => options.FeedFreshness = TimeSpan.Zero);
        service.Add("Old news", 60);
        using var first = always ? await Get(service, "/feed.atom", ("User-Agent", agent), ("A-IM", "feed")) : await Get(service, "/feed.atom", ("User-Agent", agent));
        using var same = await Get(service, "/feed.atom", ("User-Agent", agent), ("A-IM", "feed"), ("If-None-Match", first.Headers.ETag!.ToString()));
        service.Add("New news", 5);

        using var next = await Get(service, "/feed.atom", ("User-Agent", agent), ("A-IM", "feed"), ("If-None-Match", same.Headers.ETag!.ToString()));
        service.Add("Newest news", 4);
        using var last = await Get(service, "/feed.atom", ("User-Agent", agent), ("A-IM", "feed"), ("If-None-Match", "W/" + next.Headers.ETag!));

        Assert.Equal((HttpStatusCode.NotModified, HttpStatusCode.OK, HttpStatusCode.OK), (same.StatusCode, next.StatusCode, last.StatusCode));
        Assert.Equal(["New news", "Old news"], Titles(await next.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task An_unconditional_wish_for_a_delta_is_seen_where_the_feed_stands_ready_too()
    {
        await using var service = await TestService.StartAsync(options => options.FeedFreshness = TimeSpan.FromHours(1));
        service.Add("Old news", 60);
        using var plain = await service.Client.GetAsync("/feed.atom");

        using var blind = await Get(service, "/feed.atom", ("A-IM", "feed"));

        Assert.NotEqual(plain.Headers.ETag, blind.Headers.ETag);
    }

    [Theory]
    [InlineData("/feed.atom")]
    [InlineData("/feed.rss?group=article")]
    [InlineData("/feed.json?outlet=one.example")]
    public async Task The_date_moves_on_with_every_state_that_was_asked_for(string address)
    {
        await using var service = await TestService.StartAsync();
        var first = service.Add("Old news", 60);
        var dates = new List<DateTimeOffset>();
        for (var i = 0; i < 4; i++)
        {
            using var answer = await service.Client.GetAsync(address);
            using var same = await Get(service, address, ("If-Modified-Since", answer.Content.Headers.LastModified!.Value.ToString("r")));
            dates.Add(answer.Content.Headers.LastModified.Value);
            Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
            // Older than the newest, or at the same moment: another number all the same.
            service.Store.Put(first with { Title = $"Old news {i}", Revisions = i });
        }

        Assert.Equal(dates.Distinct().Order(), dates);
    }

    [Theory]
    [InlineData("urn:own", "Own", "http://127.0.0.1:6331/blog/", "urn:own|Own|http://127.0.0.1:6331/blog/")]
    [InlineData(null, "Own", "javascript:alert(1)", "|Own|")]
    [InlineData(null, null, null, null)]
    public async Task The_source_is_the_feed_as_it_describes_itself(string? id, string? title, string? link, string? expected)
    {
        await using var service = await TestService.StartAsync();
        service.Store.Put(service.Add("News", 60) with { Source = new Stores.ArticleSource(id, title, link) });

        foreach (var address in new[] { "/feed.atom", "/feed.atom?group=article" })
        {
            var entry = XDocument.Parse(await service.Client.GetStringAsync(address)).Root!.Element(Atom + "entry")!;
            var source = entry.Element(Atom + "source");
            Assert.Equal(expected, source is null ? null : $"{source.Element(Atom + "id")?.Value}|{source.Element(Atom + "title")?.Value}|{Link(source, "alternate")}");
            Assert.True(source is null || entry.Elements().Last() == source);
        }
    }

    [Theory]
    [InlineData("gzip", "gzip")]
    [InlineData("br, gzip", "br")]
    [InlineData("gzip;q=1.0, br;q=0.5", "gzip")]
    [InlineData("br;q=0, identity", null)]
    public async Task Compresses_as_the_client_wants_it_and_tags_each_form(string accept, string? expected)
    {
        await using var service = await TestService.StartAsync();
        service.Add("Plant opens", 60);

        using var plain = await service.Client.GetAsync("/feed.atom");
        using var answer = await Get(service, "/feed.atom", ("Accept-Encoding", accept));

        Assert.Equal(expected, answer.Content.Headers.ContentEncoding.SingleOrDefault());
        Assert.Equal(expected is null, plain.Headers.ETag!.Equals(answer.Headers.ETag));
        using var again = await Get(service, "/feed.atom", ("Accept-Encoding", accept), ("If-None-Match", answer.Headers.ETag!.ToString()));
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    [Fact]
    public async Task Pages_through_all_entries()
    {
        await using var service = await TestService.StartAsync();
        for (var i = 1; i <= 5; i++)
            service.Add($"Story {i}", i);
        var titles = new List<string>();
        var address = "/feed.atom?limit=2&group=article";
        for (var page = 0; address is not null && page < 10; page++)
        {
            var feed = XDocument.Parse(await service.Client.GetStringAsync(address)).Root!;
            titles.AddRange(feed.Elements(Atom + "entry").Select(entry => entry.Element(Atom + "title")!.Value));
            Assert.Equal(new Uri(service.Address, address).AbsoluteUri, Link(feed, "self"));
            address = Link(feed, "next") is { } next ? new Uri(next).PathAndQuery : null;
        }

        Assert.Equal(["Story 1", "Story 2", "Story 3", "Story 4", "Story 5"], titles);
    }

    [Fact]
    public async Task Answers_HEAD_with_the_headers_of_GET()
    {
        await using var service = await TestService.StartAsync();
        service.Add("Plant opens", 60);
        using var get = await service.Client.GetAsync("/feed.atom");
        using var request = new HttpRequestMessage(HttpMethod.Head, "/feed.atom");
        using var head = await service.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Equal(get.Content.Headers.ContentLength, head.Content.Headers.ContentLength);
        Assert.Equal(get.Headers.ETag, head.Headers.ETag);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Stays_well_formed_whatever_a_text_holds()
    {
        await using var service = await TestService.StartAsync();
        service.Add("Control \u0001\u0008\u001f\uffff half \ud800 pair ]]> <b>&amp;</b>", 5, text: "A text with \u0000 and \udc00 and ]]> & <script>");

        var rss = XDocument.Parse(await service.Client.GetStringAsync("/feed.rss"));
        var atom = XDocument.Parse(await service.Client.GetStringAsync("/feed.atom"));
        using var json = JsonDocument.Parse(await service.Client.GetStringAsync("/feed.json"));

        Assert.Equal("Control  half  pair ]]> <b>&amp;</b>", rss.Descendants("item").Single().Element("title")!.Value);
        Assert.Contains("&lt;script&gt;", atom.Descendants(Atom + "content").Single().Value);
        Assert.Equal("Control  half  pair ]]> <b>&amp;</b>", json.RootElement.GetProperty("items")[0].GetProperty("title").GetString());
    }

    [Fact]
    public async Task An_empty_feed_is_a_feed()
    {
        await using var service = await TestService.StartAsync();
        var feed = XDocument.Parse(await service.Client.GetStringAsync("/feed.atom?q=nothing")).Root!;
        Assert.Empty(feed.Elements(Atom + "entry"));
        Assert.Equal("2026-01-01T00:00:00Z", feed.Element(Atom + "updated")!.Value);
    }

    private static async Task<HttpResponseMessage> Get(TestService service, string address, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await service.Client.SendAsync(request);
    }

    private static IEnumerable<string> Titles(string atom) => XDocument.Parse(atom).Root!.Elements(Atom + "entry").Select(entry => entry.Element(Atom + "title")!.Value);

    private static string? Link(XElement feed, string relation) => feed.Elements(Atom + "link").FirstOrDefault(link => (string?)link.Attribute("rel") == relation)?.Attribute("href")?.Value;
}
