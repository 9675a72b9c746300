using System.Text;
using System.Text.Json;
using System.Xml;
using Aggregator.Model;
using FsCheck;
using FsCheck.Fluent;

namespace Aggregator.Feeds.Writing;

public sealed class FeedRoundTripTests
{
    public static TheoryData<string, FeedFormat> Formats => new() { { "atom", FeedFormat.Atom10 }, { "rss", FeedFormat.Rss20 }, { "json", FeedFormat.JsonFeed11 } };

    [Theory]
    [MemberData(nameof(Formats))]
    public void Our_own_reader_reads_what_we_write(string dialect, FeedFormat format)
    {
        var result = FeedParser.Parse(Write(dialect, SampleFeed.Document), new FeedContext(new Uri("https://news.example/feed")));

        var feed = Assert.IsType<FeedParseResult.Parsed>(result).Feed;
        Assert.Equal(format, feed.Format);
        Assert.Equal(FeedReadPath.Strict, feed.Path);
        Assert.Empty(feed.Problems);
        Assert.Equal(SampleFeed.Document.NextUrl, feed.Next);
        var entry = Assert.Single(feed.Entries);
        Assert.Equal(SampleFeed.Item.Id, entry.Id);
        Assert.Equal(SampleFeed.Item.Url, entry.Link);
        Assert.Equal(SampleFeed.Item.Authors, entry.Authors);
        Assert.Equal(SampleFeed.Item.ContentHtml, entry.Content);
        Assert.Equal(SampleFeed.Published, entry.Published!.Instant);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Any_text_gives_a_well_formed_document(string dialect, FeedFormat format)
    {
        _ = format;
        // Every UTF-16 code unit may occur, so also control characters and halves of pairs.
        var texts = Gen.Choose(0, 0xFFFF).Select(unit => (char)unit).ArrayOf().Select(units => new string(units));
        Prop.ForAll(texts.ToArbitrary(), text => IsWellFormed(dialect, Write(dialect, SampleFeed.With(SampleFeed.Item with
        {
            Title = text,
            Summary = text,
            ContentHtml = text,
            Authors = [text],
            Categories = [text],
        })))).Check(Config.QuickThrowOnFailure);
    }

    private static byte[] Write(string dialect, FeedDocument feed) => dialect switch
    {
        "atom" => AtomWriter.Write(feed),
        "rss" => RssWriter.Write(feed),
        _ => JsonFeedWriter.Write(feed),
    };

    private static bool IsWellFormed(string dialect, byte[] bytes)
    {
        if (dialect == "json")
        {
            using var json = JsonDocument.Parse(bytes);
            return json.RootElement.GetProperty("items").GetArrayLength() == 1;
        }

        // The decoder throws on bytes that are no UTF-8, the reader on characters that are no XML.
        using var xml = XmlReader.Create(new StringReader(new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes)), new XmlReaderSettings { CheckCharacters = true });
        while (xml.Read())
        {
        }
        return true;
    }
}
