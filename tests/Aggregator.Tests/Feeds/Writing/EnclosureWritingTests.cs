using System.Text;
using Aggregator.Model;

namespace Aggregator.Feeds.Writing;

public sealed class EnclosureWritingTests
{
    private static readonly Enclosure Sound = new("https://cdn.example/a.mp3?x=1&y=2", "audio/mpeg", 12_345_678_901), Film = new("https://cdn.example/b.mp4", "video/mp4", null);

    private static readonly FeedDocument Document = SampleFeed.With(SampleFeed.Item with { Enclosures = [Sound, Film] });

    [Fact]
    public void Our_own_reader_finds_every_file_in_every_format()
    {
        foreach (var bytes in (byte[][])[AtomWriter.Write(Document), RssWriter.Write(Document), JsonFeedWriter.Write(Document)])
            Assert.Equal([Sound, Film], Assert.Single(Feeds.Read.Feed(bytes).Entries).Enclosures);
    }

    [Fact]
    public void Atom_says_of_a_file_what_the_feed_said_and_no_more()
    {
        var atom = Encoding.UTF8.GetString(AtomWriter.Write(Document));
        Assert.Contains("<link rel=\"enclosure\" type=\"audio/mpeg\" length=\"12345678901\" href=\"https://cdn.example/a.mp3?x=1&amp;y=2\" />", atom, StringComparison.Ordinal);
        Assert.Contains("<link rel=\"enclosure\" type=\"video/mp4\" href=\"https://cdn.example/b.mp4\" />", atom, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://cdn.example/a.ogg?token=.pdf", "audio/ogg")]
    [InlineData("https://cdn.example/A.JPG#x", "image/jpeg")]
    [InlineData("https://cdn.example/stream", "application/octet-stream")]
    public void Rss_and_json_have_the_type_that_they_demand(string url, string type)
    {
        var untyped = SampleFeed.With(SampleFeed.Item with { Enclosures = [new Enclosure(url, null, null)] });
        var rss = Encoding.UTF8.GetString(RssWriter.Write(untyped));

        Assert.Contains($"<enclosure url=\"{url}\" length=\"0\" type=\"{type}\" />", rss, StringComparison.Ordinal);
        Assert.Contains($"\"attachments\":[{{\"url\":\"{url}\",\"mime_type\":\"{type}\"}}]", Encoding.UTF8.GetString(JsonFeedWriter.Write(untyped)), StringComparison.Ordinal);
    }

    [Fact]
    public void Only_one_enclosure_stands_in_an_rss_item() =>
        Assert.Equal(2, Encoding.UTF8.GetString(RssWriter.Write(Document)).Split("<enclosure ").Length);
}
