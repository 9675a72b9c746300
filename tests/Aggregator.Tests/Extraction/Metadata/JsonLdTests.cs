using System.Text.Json;

namespace Aggregator.Extraction.Metadata;

public class JsonLdTests
{
    [Theory]
    [InlineData("""{"@type":"Article","headline":"A bridge"}""")]
    [InlineData("""[{"@type":"WebSite","name":"x"},{"@type":"NewsArticle","headline":"A bridge"}]""")]
    [InlineData("""{"@graph":[{"@type":"WebSite","name":"x"},{"@type":["Article","BlogPosting"],"headline":"A bridge"}]}""")]
    [InlineData("""{"@type":"WebPage","mainEntity":{"@type":"http://schema.org/NewsArticle","headline":"A bridge"}}""")]
    [InlineData("""{"@type":"Article","headline":"A bridge",}""")]
    [InlineData("""/* c */ {"@type":"Article", // c""" + "\n" + """ "headline":"A bridge"}""")]
    [InlineData("""<!-- {"@type":"Article","headline":"A bridge"} -->""")]
    [InlineData("""//<![CDATA[""" + "\n" + """{"@type":"Article","headline":"A bridge"}""" + "\n" + """//]]>""")]
    [InlineData("""{"@type":"Article","headline":"A bridge"};""")]
    [InlineData("{\"@type\":\"Article\",\"headline\":\"A\n bridge\"}")]
    [InlineData("{\"@type\":\"Article\",\"headline\":\"A bridge\",\"description\":\"line\r\n\ttab\"}")]
    [InlineData("""{"@type":"Article","headline":"A bridge","description":"the "old" one"}""")]
    [InlineData("""{"@type":"Article","headline":"A bridge","description":"it\'s"}""")]
    [InlineData("""{"@type":"Article","headline":"A bridge","articleBody":"cut off in the mid""")]
    [InlineData("""{&quot;@type&quot;:&quot;Article&quot;,&quot;headline&quot;:&quot;A bridge&quot;}""")]
    public void Reads_the_article_from_sloppy_json(string json)
    {
        using var jsonLd = JsonLd.Read([json]);
        var article = ArticleNode.Find(jsonLd, new Uri("https://a.example/x"));
        Assert.Equal("A bridge", article is { } node ? JsonLd.Text(node, "headline") : null);
    }

    [Theory]
    [InlineData("")]
    [InlineData("no json at all")]
    [InlineData("{")]
    [InlineData("]")]
    [InlineData("{{{{[[[[\"")]
    [InlineData("<![CDATA[")]
    public void Survives_what_is_no_json(string json)
    {
        using var jsonLd = JsonLd.Read([json]);
        Assert.Null(ArticleNode.Find(jsonLd, new Uri("https://a.example/x")));
    }

    [Fact]
    public void Survives_json_nested_too_deeply()
    {
        using var jsonLd = JsonLd.Read([new string('[', 100_000)]);
        Assert.Empty(jsonLd.Nodes);
    }

    [Fact]
    public void Chooses_the_article_that_names_this_page()
    {
        using var jsonLd = JsonLd.Read(["""[{"@type":"NewsArticle","headline":"Other","url":"https://a.example/other"},{"@type":"NewsArticle","headline":"This","mainEntityOfPage":{"@id":"https://a.example/this/"}}]"""]);
        Assert.Equal("This", JsonLd.Text(ArticleNode.Find(jsonLd, new Uri("https://a.example/this"))!.Value, "headline"));
    }

    [Fact]
    public void Resolves_a_reference_by_id()
    {
        using var jsonLd = JsonLd.Read(["""{"@graph":[{"@type":"Article","headline":"A","author":{"@id":"#p"}},{"@type":"Person","@id":"#p","name":"Ann Smith"}]}"""]);
        var article = ArticleNode.Find(jsonLd, new Uri("https://a.example/x"))!.Value;
        Assert.Equal("Ann Smith", JsonLd.Text(Assert.Single(jsonLd.Values(article, "author")), "name"));
    }

    [Fact]
    public void Decodes_entities_in_text()
    {
        using var document = JsonDocument.Parse("""{"headline":"Salt &amp; pepper &#8211; a  story"}""");
        Assert.Equal("Salt & pepper – a story", JsonLd.Text(document.RootElement, "headline"));
    }

    [Theory]
    [InlineData("""A \ud83d""", "A \uFFFD")]
    [InlineData("""\uDE00 B""", "\uFFFD B")]
    [InlineData("""\ud83d\ud83d\ude00""", "\uFFFD\U0001F600")]
    [InlineData("""C:\\ud83d""", """C:\ud83d""")]
    public void Reads_half_a_surrogate_pair_as_a_replacement_character(string written, string read)
    {
        using var jsonLd = JsonLd.Read(["{\"@type\":\"Article\",\"name\":\"n\",\"@id\":\"" + written + "\"}"]);
        Assert.Equal(read, JsonLd.Text(Assert.Single(jsonLd.Nodes), "@id"));
    }
}
