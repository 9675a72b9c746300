using System.Net;
using System.Xml.Linq;

namespace Aggregator.Api;

/// <summary>Monthly archives after RFC 5005 section 4.</summary>
public sealed class ArchiveTests
{
    private const int Day = 24 * 60;

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Fact]
    public async Task Walking_back_through_the_months_meets_every_entry()
    {
        await using var service = await TestService.StartAsync();
        for (var i = 0; i < 8; i++)
            service.Add($"Story {i}", 1 + (i * 17 * Day));
        var met = new HashSet<string>();
        var pages = 0;
        for (var address = "/feed.atom?topic=electric+vehicles&limit=2"; address is not null; pages++)
        {
            var feed = XDocument.Parse(await service.Client.GetStringAsync(address)).Root!;
            met.UnionWith(feed.Elements(Atom + "entry").Select(entry => entry.Element(Atom + "title")!.Value));
            address = Link(feed, "prev-archive");
            if (pages > 0)
            {
                Assert.Single(feed.Elements(XName.Get("archive", "http://purl.org/syndication/history/1.0")));
                Assert.EndsWith("/feed.atom?topic=electric%20vehicles&limit=2", Link(feed, "current"));
                Assert.Null(Link(feed, "next"));
            }
        }

        Assert.Equal(8, met.Count);
        Assert.True(pages > 4);
    }

    [Fact]
    public async Task A_month_that_is_over_may_be_kept_for_good_and_the_running_one_not()
    {
        await using var service = await TestService.StartAsync();
        service.Add("New", 5);
        service.Add("Old", 40 * Day);
        using var over = await service.Client.GetAsync("/feeds/archive/2026-10.atom");
        using var running = await service.Client.GetAsync("/feeds/archive/2026-11.rss");

        Assert.Contains("immutable", over.Headers.GetValues("Cache-Control").Single());
        Assert.DoesNotContain("immutable", running.Headers.GetValues("Cache-Control").Single());
        Assert.Contains("Old", await over.Content.ReadAsStringAsync());
        Assert.Contains("<fh:archive", await running.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("/feeds/archive/2026-13.atom")]
    [InlineData("/feeds/archive/october.atom")]
    [InlineData("/feeds/archive/2026-10.atom?from=7d")]
    public async Task What_is_no_month_is_refused(string address)
    {
        await using var service = await TestService.StartAsync();
        using var answer = await service.Client.GetAsync(address);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private static string? Link(XElement feed, string relation) =>
        feed.Elements(Atom + "link").SingleOrDefault(link => (string?)link.Attribute("rel") == relation)?.Attribute("href")?.Value;
}
