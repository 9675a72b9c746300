using System.Text;
using Aggregator.Feeds;

namespace Aggregator.Configuration;

public class FeedsImportTests
{
    private const string Good = "<outline text='Good' xmlUrl='https://good.example/f'/>";

    [Theory]
    [InlineData("<outline text='No folder' xmlUrl='https://a.example/f'/>")]
    [InlineData("<outline text=' '><outline text='Blank folder' xmlUrl='https://a.example/f'/></outline>")]
    [InlineData("<outline text='F'><outline title='' text='' xmlUrl='https://a.example/f'/></outline>")]
    [InlineData("<outline xmlUrl=' https://a.example/f '/>")]
    [InlineData("<outline text='A' xmlUrl='https://a.example/f' language=' '/>")]
    [InlineData("<outline text='A' xmlUrl='https://a.example/f' aggregator:interval='00:00:10'/>")]
    [InlineData("<outline text='A' xmlUrl='https://a.example/f' aggregator:interval='30.00:00:00'/>")]
    [InlineData("<outline text='A' xmlUrl='https://a.example/f' aggregator:interval='-01:00:00'/>")]
    [InlineData("<outline text='F'><outline text='A' xmlUrl='https://a.example/f'/></outline><outline text='G'><outline text='A' xmlUrl='https://a.example/f'/></outline>")]
    [InlineData("<outline text='A' xmlUrl='https://a.example/f'/><outline text='A' xmlUrl='https://a.example/f '/>")]
    public void What_can_be_fetched_is_taken_and_accepted(string outlines)
    {
        var import = Import(outlines + Good);

        Assert.Equal(["https://a.example/f", "https://good.example/f"], import.Feeds.Select(feed => feed.Url));
        AssertAccepted(import);
    }

    [Theory]
    [InlineData("https://", "https://")]
    [InlineData("http:///path", "http:///path")]
    [InlineData("https://a b.example/f", "https://a b.example/f")]
    [InlineData("https://[1::2/f", "https://[1::2/f")]
    [InlineData("gopher://a.example/f", "gopher://a.example/f")]
    [InlineData("", "")]
    public void What_cannot_be_fetched_is_named_and_stops_nothing_else(string written, string address)
    {
        var import = Import($"<outline text='Bad' xmlUrl='{written}'/>{Good}");

        Assert.Equal("https://good.example/f", Assert.Single(import.Feeds).Url);
        var left = Assert.Single(import.LeftOut);
        Assert.Equal(("Bad", address, true), (left.Title, left.Address, left.IsFeed));
        Assert.StartsWith("Bad: ", left.ToString(), StringComparison.Ordinal);
        AssertAccepted(import);
    }

    [Theory]
    [InlineData("<outline text='F'><outline text='A' xmlUrl='https://a.example/f'/></outline><outline text='G'><outline text='A' xmlUrl='https://a.example/f'/></outline>", "F")]
    [InlineData("<outline text='A' xmlUrl='https://a.example/f' aggregator:interval='00:00:10'/>", "00:00:10")]
    public void What_is_left_out_of_a_feed_is_said(string outlines, string part)
    {
        var left = Assert.Single(Import(outlines).LeftOut);

        Assert.False(left.IsFeed);
        Assert.Contains(part, left.Why, StringComparison.Ordinal);
    }

    private static FeedsImport Import(string outlines) =>
        FeedsImport.From(Opml.Read(Encoding.UTF8.GetBytes($"<opml version='2.0' xmlns:aggregator='urn:aggregator:opml'><body>{outlines}</body></opml>")));

    private static void AssertAccepted(FeedsImport import)
    {
        var read = FeedsFile.Parse(Encoding.UTF8.GetBytes(FeedsFileWriter.Format(import.Feeds)), "feeds.json");
        Assert.Empty(read.Faults);
        Assert.Equal(import.Feeds, read.Feeds);
    }
}
