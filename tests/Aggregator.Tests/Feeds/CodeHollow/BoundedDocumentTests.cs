namespace Aggregator.Feeds.CodeHollow;

public class BoundedDocumentTests
{
    [Fact]
    public void Levels_are_bounded_before_the_parser_walks_them()
    {
        Assert.Null(BoundedDocument.Of(Nested("<a>", "</a>", 256), out _));
        Assert.Contains("256 levels", BoundedDocument.Of(Nested("<a>", "</a>", 257), out _));
        Assert.Contains("256 levels", BoundedDocument.Of(Nested("<a x='>' y=\"'\">", "</a>", 100_000), out _));
        Assert.Contains("256 levels", BoundedDocument.Of(Nested("{\"a\":", "}", 100_000), out _));
        Assert.Contains("256 levels", BoundedDocument.Of(Nested("[", "]", 100_000), out _));
    }

    [Fact]
    public void What_only_looks_like_levels_is_none()
    {
        string[] flat = ["<a><!-- <b> --></a>", "<a><![CDATA[<b>]]></a>", "<a><?p <b> ?></a>", "<a b='<c>'/>", "<a/>"];

        Assert.All(flat, element => Assert.Null(BoundedDocument.Of($"<r>{string.Concat(Enumerable.Repeat(element, 300))}</r>", out _)));
        Assert.Null(BoundedDocument.Of($"[{string.Join(',', Enumerable.Repeat("\"[{\\\"[\"", 300))}]", out _));
    }

    // The parser drops control characters before it parses, so that they may hide a tag from who counts without doing so.
    [Fact]
    public void A_control_character_hides_nothing() =>
        Assert.Contains("256 levels", BoundedDocument.Of($"<r><!-\u0001- -\u0001->{string.Concat(Enumerable.Repeat("<\u0001a>", 300))}", out _));

    [Fact]
    public void Size_elements_values_and_attributes_are_bounded()
    {
        Assert.Contains("million characters", BoundedDocument.Of(new string(' ', BoundedDocument.MostCharacters + 1), out _));
        Assert.Contains("elements", BoundedDocument.Of($"<r>{string.Concat(Enumerable.Repeat("<a/>", 200_001))}</r>", out _));
        Assert.Contains("values", BoundedDocument.Of($"[{string.Join(',', Enumerable.Repeat("1", 200_002))}]", out _));
        Assert.Contains("attributes", BoundedDocument.Of($"<r {string.Concat(Enumerable.Range(0, 257).Select(i => $"a{i}='' "))}/>", out _));
    }

    [Theory]
    [InlineData("<!DOCTYPE rss PUBLIC \"-//Netscape Communications//DTD RSS 0.91//EN\" \"http://my.netscape.com/rss-0.91.dtd\"><rss/>")]
    [InlineData("<!DOCTYPE rss [ <!ENTITY a \"]>\"> <!-- ]> ' --> ]><rss/>")]
    [InlineData("<!DOCTYPE rss SYSTEM 'http://a.example/x.dtd'>\n<rss/>")]
    public void The_document_type_is_taken_out(string document)
    {
        Assert.Null(BoundedDocument.Of(document, out var bounded));

        Assert.Equal("<rss xml:space=\"preserve\"/>", bounded.Trim());
    }

    [Theory]
    [InlineData("<!DOCTYPE a><!DOCTYPE b [ <!ENTITY c 'd'> ]><rss/>")]
    [InlineData("<rss><!DOCTYPE a></rss>")]
    [InlineData("<!DOCTYPE a [ <rss/>")]
    public void A_second_or_endless_document_type_is_refused(string document) => Assert.NotNull(BoundedDocument.Of(document, out _));

    private static string Nested(string open, string close, int levels) =>
        string.Concat(Enumerable.Repeat(open, levels)) + string.Concat(Enumerable.Repeat(close, levels));
}
