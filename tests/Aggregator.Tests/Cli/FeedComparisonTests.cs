using System.Text;
using Aggregator.Feeds;
using Aggregator.Model;

namespace Aggregator.Cli;

public class FeedComparisonTests
{
    [Fact]
    public void Each_field_stands_once_where_both_agree_and_twice_where_they_do_not()
    {
        var comparison = Compare("""<rss version="2.0"><channel><title>T</title><item><title>Use <b>this</b></title><link>https://a.example/1</link></item></channel></rss>""");

        Assert.Equal(new ComparedField("title", "T", "T"), comparison.Fields.Single(f => f.Name == "title"));
        Assert.Equal(new ComparedField("entry 1 title", "Use <b>this</b>", "Use this"), Assert.Single(comparison.Fields, f => !f.Same));
        Assert.StartsWith($"a.xml: {comparison.Fields.Count} fields, 1 differ", comparison.Print("a.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_reader_that_refuses_the_document_says_why_beside_the_other_reading()
    {
        var comparison = Compare("<rss version='2.0'><channel><title>A & B</title></channel></rss>");

        Assert.True(comparison.IsFeed);
        Assert.Contains("well-formed", comparison.Fields.Single(f => f.Name == "not a feed").CodeHollow);
        Assert.Null(comparison.Fields.Single(f => f.Name == "title").CodeHollow);
    }

    [Fact]
    public void Of_long_values_the_place_is_shown_where_they_part()
    {
        var same = new string('a', 500);
        var print = new FeedComparison([new ComparedField("content", same + "left", same + "right")]).Print("a.xml");

        Assert.Contains("aleft", print);
        Assert.Contains("aright", print);
        Assert.DoesNotContain(same, print);
    }

    private static FeedComparison Compare(string document)
    {
        var bytes = Encoding.UTF8.GetBytes(document);
        var context = new FeedContext(new Uri("https://a.example/feed"));
        return FeedComparison.Of(FeedReaders.Of(FeedReaderKind.Own).Read(bytes, context), FeedReaders.Of(FeedReaderKind.CodeHollow).Read(bytes, context));
    }
}
