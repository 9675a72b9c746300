namespace Aggregator.Extraction.Metadata;

public class AuthorsTests
{
    [Theory]
    [InlineData("\"Ann Smith\"")]
    [InlineData("""{"@type":"Person","name":"Ann Smith"}""")]
    [InlineData("""[{"@type":"Person","name":"By Ann Smith"}]""")]
    [InlineData("""{"@type":"Person","givenName":"Ann","familyName":"Smith"}""")]
    [InlineData("""{"name":["Ann Smith"]}""")]
    public void Reads_the_author_of_json_ld(string author) =>
        Assert.Equal(["Ann Smith"], Page.Of(Page.JsonLd($$"""{"@type":"NewsArticle","author":{{author}}}""")).Authors);

    [Fact]
    public void Keeps_the_order_of_several_authors() =>
        Assert.Equal(["Zoe Young", "Ann Smith"], Page.Of(Page.JsonLd("""{"@type":"NewsArticle","author":[{"name":"Zoe Young"},{"name":"Ann Smith"},{"name":"Zoe Young"}]}""")).Authors);

    [Theory]
    [InlineData("Ann Smith and Bob Young")]
    [InlineData("Ann Smith & Bob Young")]
    [InlineData("Ann Smith, Bob Young")]
    [InlineData("Von Ann Smith und Bob Young")]
    public void Splits_a_list_in_one_field(string field) =>
        Assert.Equal(["Ann Smith", "Bob Young"], Page.Of($"<meta name='author' content='{field}'>").Authors);

    [Fact]
    public void Turns_a_family_name_first_around() =>
        Assert.Equal(["Ann Smith"], Page.Of("<meta name='author' content='Smith, Ann'>").Authors);

    [Fact]
    public void Leaves_addresses_and_mailboxes_out() =>
        Assert.Empty(Page.Of("<meta property='article:author' content='https://social.example/ann'><meta name='author' content='desk@a.example'>").Authors);

    [Fact]
    public void Prefers_the_byline_to_the_outlet_as_author() =>
        Assert.Equal(["Ann Smith"], Page.Of(
            "<meta property='og:site_name' content='Daily Example'>" + Page.JsonLd("""{"@type":"NewsArticle","author":{"@type":"Organization","name":"Daily Example"}}"""),
            "<article><h1>New bridge opens</h1><p class='byline'>By Ann Smith</p></article>").Authors);

    [Fact]
    public void Names_the_organisation_when_there_is_no_byline() =>
        Assert.Equal(["Daily Example"], Page.Of(Page.JsonLd("""{"@type":"NewsArticle","author":{"@type":"Organization","name":"Daily Example"}}"""), "<article><h1>New bridge</h1></article>").Authors);

    [Fact]
    public void Reads_a_link_with_rel_author() =>
        Assert.Equal(["Ann Smith"], Page.Of("", "<article><h1>New bridge</h1><a rel='author' href='/x'>Ann Smith</a></article>").Authors);

    [Fact]
    public void Reads_several_links_to_authors() =>
        Assert.Equal(["Ann Smith", "Bob Young"], Page.Of("", "<article><h1>New bridge</h1><p>By <a href='/author/ann'>Ann Smith</a> and <a href='/author/bob'>Bob Young</a></p></article>").Authors);

    [Fact]
    public void Does_not_take_the_author_of_a_comment() =>
        Assert.Empty(Page.Of("", "<article><h1>New bridge</h1><p>Text.</p></article><div class='comments'><span class='comment-author'>Troll Meyer</span></div>").Authors);

    [Fact]
    public void Completes_a_first_name_from_the_byline() =>
        Assert.Equal(["Ann Smith"], Page.Of("<meta name='author' content='Ann'>", "<article><h1>New bridge</h1><a rel='author' href='/x'>Ann Smith</a></article>").Authors);

    [Theory]
    [InlineData("By Ann Smith | March 5, 2024")]
    [InlineData("By Ann Smith, Senior Editor")]
    [InlineData("Von Ann Smith am 5. März 2024")]
    [InlineData("Written by Ann Smith – 5 min read")]
    [InlineData("By Ann Smith Updated 5 March 2024")]
    [InlineData("Ann Smith @annsmith")]
    [InlineData("By Ann Smith. Reviewed by Bob Young")]
    public void Cuts_a_byline_down_to_the_name(string byline) => Assert.Equal(["Ann Smith"], AuthorNames.FromText([byline]));

    [Fact]
    public void Keeps_a_degree_with_its_name() => Assert.Equal(["Ann Smith, PhD", "Bob Young"], AuthorNames.FromText(["By Ann Smith, PhD, and Bob Young"]));

    [Theory]
    [InlineData("Ann Smith", true)]
    [InlineData("Ludwig van der Berg", true)]
    [InlineData("J.R. Stone", true)]
    [InlineData("松岡大地", true)]
    [InlineData("Read more articles", false)]
    [InlineData("About the author", false)]
    [InlineData("the quick brown fox", false)]
    [InlineData("5 minutes", false)]
    public void Tells_names_from_labels(string text, bool isName) => Assert.Equal(isName, AuthorNames.LooksLikeName(text));

    [Theory]
    [InlineData("admin", true)]
    [InlineData("ann.smith", true)]
    [InlineData("Ann Smith", false)]
    public void Tells_accounts_from_people(string name, bool isAccount) => Assert.Equal(isAccount, AuthorNames.IsAccount(name));

    [Fact]
    public void Ignores_a_reading_time_in_twitters_free_label() =>
        Assert.Empty(Page.Of("<meta name='twitter:label1' content='Est. reading time'><meta name='twitter:data1' content='4 minutes'>").Authors);
}
