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

    [Theory]
    [InlineData("<section class='comments'><div class='comment'><span class='author'>Troll Nine</span> <p>Rubbish!</p></div></section>")]
    [InlineData("<div id='disqus_thread'><b class='author'>Troll Nine</b></div>")]
    [InlineData("<h2>2 Comments</h2><ol><li><span class='author'>Troll Nine</span> Rubbish!</li><li><span class='author'>Ann Reader</span> Well said.</li></ol>")]
    [InlineData("<h3>Kommentare (2)</h3><div><a rel='author' href='/u/9'>Troll Nine</a></div>")]
    [InlineData("<div itemprop='comment' itemscope itemtype='https://schema.org/Comment'><span itemprop='author'>Troll Nine</span></div>")]
    [InlineData("<ul><li itemscope itemtype='http://schema.org/UserComments'><span itemprop='creator'>Troll Nine</span></li></ul>")]
    [InlineData("<aside aria-label='Comments'><p class='byline'>By Troll Nine</p></aside>")]
    [InlineData("<div class='respond'><ol class='commentlist'><li><cite class='fn'>Troll Nine</cite></li></ol></div>")]
    public void Nobody_in_the_comments_is_the_author(string comments)
    {
        Assert.Empty(Page.Of("", $"<article><h1>New bridge</h1><p>Text.</p>{comments}</article>").Authors);
        Assert.Equal(["Ann Smith"], Page.Of("", $"<article><h1>New bridge</h1><p class='byline'>By Ann Smith</p><p>Text.</p>{comments}</article>").Authors);
    }

    [Fact]
    public void A_part_that_holds_the_headline_is_the_articles_even_if_it_is_named_after_comments() =>
        Assert.Equal(["Ann Smith"], Page.Of("", "<article class='comments'><h1>New bridge</h1><p class='byline'>By Ann Smith</p><p>Text.</p></article>").Authors);

    [Theory]
    [InlineData("Senior Correspondent")]
    [InlineData("Energy Correspondent")]
    [InlineData("Brussels Bureau Chief")]
    [InlineData("Wirtschaftsredakteurin")]
    [InlineData("Journaliste")]
    [InlineData("Berlin")]
    [InlineData("NEW YORK")]
    [InlineData("Washington, D.C.")]
    [InlineData("Daily Example")]
    [InlineData("dailyexample.com")]
    public void No_job_place_or_outlet_is_an_author(string shown) => Assert.Empty(Page.Of(
        "<meta property='og:site_name' content='Daily Example'>", $"<article><h1>New bridge opens</h1><span class='author'>{shown}</span><p>Text.</p></article>").Authors);

    [Fact]
    public void The_outlet_stays_beside_an_agency_in_a_byline() => Assert.Equal(["Daily Example", "AFP"], Page.Of(
        "<meta property='og:site_name' content='Daily Example'>", "<article><h1>New bridge opens</h1><p class='byline'>By Daily Example, AFP</p><p>Text.</p></article>").Authors);

    [Theory]
    [InlineData("Ann Smith, Energy Correspondent")]
    [InlineData("Ann Smith, Head of Policy at the Institute")]
    [InlineData("Senior Reporter Ann Smith")]
    [InlineData("Ann Smith, New York")]
    [InlineData("Ann Smith, Wirtschaftskorrespondentin")]
    [InlineData("Ann Smith, Daily Example")]
    public void What_stands_behind_a_name_and_is_none_goes(string byline) => Assert.Equal(["Ann Smith"], Page.Of(
        "<meta property='og:site_name' content='Daily Example'>", $"<article><h1>New bridge opens</h1><p class='byline'>By {byline}</p><p>Text.</p></article>").Authors);

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

    [Fact]
    public void Finds_the_name_beside_a_label_in_an_element_of_its_own() =>
        Assert.Equal(["Petra Ruland"], Page.Of("", "<article><h1>A blanket for cats</h1><p>Text.</p><h2><span>Autor:</span> Petra Ruland</h2></article>").Authors);

    [Fact]
    public void Takes_the_name_of_a_portrait_that_stands_beside_it_again() =>
        Assert.Equal(["Ann Smith"], Page.Of("", "<main><h1>New bridge opens</h1><div><div><img src='a.jpg' alt='Ann Smith'></div><div><p>Ann Smith</p></div></div><p>Text.</p></main>").Authors);

    [Fact]
    public void Takes_no_name_from_the_picture_of_somebody_else() =>
        Assert.Empty(Page.Of("", "<main><h1>New bridge opens</h1><div><img src='a.jpg' alt='Ann Smith'></div><p>The bridge was opened on Monday.</p></main>").Authors);

    [Fact]
    public void Reads_a_byline_in_a_block_named_as_a_teaser_right_below_the_headline() =>
        Assert.Equal(["Ann Smith"], Page.Of("", "<article><h1>New bridge opens</h1><div class='teaser-meta'><p class='byline'>By Ann Smith</p></div><p>Text.</p></article>").Authors);

    [Fact]
    public void Leaves_out_who_only_reviewed() =>
        Assert.Equal(["Ann Smith"], Page.Of("", "<article><h1>New bridge opens</h1><p>By <a href='/author/ann'>Ann Smith</a>. Reviewed by <a href='/author/bob'>Bob Young</a></p></article>").Authors);

    [Fact]
    public void Leaves_out_where_the_author_writes_from() =>
        Assert.Equal(["Ann Smith"], Page.Of("", "<article><h1>New bridge opens</h1><p class='byline'>By Ann Smith, Washington</p></article>").Authors);

    [Fact]
    public void Keeps_the_outlet_beside_an_agency() =>
        Assert.Equal(["AFP", "Daily Example"], Page.Of("<meta property='og:site_name' content='Daily Example'><meta name='author' content='AFP/Daily Example'>").Authors);

    [Fact]
    public void Passes_the_publishing_house_over_that_stands_in_the_author_field() =>
        Assert.Equal(["Ann Smith"], Page.Of("<meta name='author' content='Big House'><meta name='copyright' content='Copyright (c) Big House 2024'><meta name='article:author' content='Ann Smith'>").Authors);

    [Theory]
    [InlineData("<meta name='blog:article_author_name' content='Ann Smith'>")]
    [InlineData("<meta name='description' content='This post was written by Ann Smith, gastroenterologist. It tells of diets.'>")]
    [InlineData("<meta name='twitter:label2' content='Written by'><meta name='twitter:data2' content='Ann Smith'>")]
    [InlineData("<script>dataLayer.push({\"pagePostType\":\"page\",\"pagePostAuthor\":\"Ann Smith\"})</script>")]
    public void Reads_the_author_from_the_lesser_sources(string head) => Assert.Equal(["Ann Smith"], Page.Of(head).Authors);
}
