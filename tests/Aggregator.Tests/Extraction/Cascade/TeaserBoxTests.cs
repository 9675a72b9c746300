using static Aggregator.Extraction.MadePage;

namespace Aggregator.Extraction.Cascade;

public class TeaserBoxTests
{
    [Theory]
    [InlineData(600, false)]
    [InlineData(601, true)]
    public void A_box_under_a_teasers_label_goes_up_to_a_length(int chars, bool kept) =>
        Assert.Equal(kept, Text($"<div><p>See also</p><p><a href=/x>Barley</a></p><p>{Prose(chars - 8 - 6, "Box")}</p></div>").Contains("Box", StringComparison.Ordinal));

    [Fact]
    public void A_box_without_a_link_stays() =>
        Assert.Contains("Box", Text($"<div><p>See also</p><p>{Prose(60, "Box")}</p></div>"), StringComparison.Ordinal);

    [Fact]
    public void Only_what_the_label_heads_goes() =>
        Assert.Contains("Before the label", Text($"<div><p>Before the label stands a sentence.</p><div><p>See also</p><p><a href=/x>Box of barley</a></p></div></div>"), StringComparison.Ordinal);

    [Theory]
    [InlineData(24, true)]
    [InlineData(25, false)]
    public void A_card_goes_whose_headline_is_a_link_of_some_length(int chars, bool kept) =>
        Assert.Equal(kept, Text(Card($"<h4><a href=/x>{"Box".PadRight(chars, 'b')}</a></h4><p>{Below}</p>")).Contains("Box", StringComparison.Ordinal));

    [Theory]
    [InlineData(250, false)]
    [InlineData(251, true)]
    public void A_card_goes_that_says_little_below_its_headline(int chars, bool kept) =>
        Assert.Equal(kept, Text(Card($"<h4><a href=/x>The price of barley in the valley</a></h4><p>{Prose(chars, "Box")}</p>")).Contains("Box", StringComparison.Ordinal));

    [Theory]
    [InlineData("<h4><a href=/x>Box of barley in</a> the whole valley</h4>")]
    [InlineData("<h4><a href=/x>Box of barley</a><a href=/y> in the whole valley</a></h4>")]
    [InlineData("<h4><a href=https://else.example/x>Box of barley in the whole valley</a></h4>")]
    [InlineData("<h4>Box of barley in the whole valley</h4>")]
    public void A_card_stays_whose_headline_is_more_or_less_than_a_link_to_the_site(string headline) =>
        Assert.Contains("Box", Text(Card($"{headline}<p>{Below}</p>")), StringComparison.Ordinal);

    [Fact]
    public void A_page_that_is_made_of_cards_keeps_them()
    {
        var cards = string.Concat(Enumerable.Range(0, 8).Select(i => Card($"<h4><a href=/{i}>Box {i} of barley in the whole valley</a></h4><p>{Prose(100, "About")}</p>")));
        Assert.Contains("Box 3", Text(cards), StringComparison.Ordinal);
    }

    [Fact]
    public void A_box_in_a_list_of_the_article_stays() =>
        Assert.Contains("Box", Text("<section><h4><a href=/x>Box of barley in the whole valley</a></h4><p>It is dear this year, millers say.</p></section>"), StringComparison.Ordinal);

    private const string Below = "It is dear this year, millers in the valley say of it.";

    private static string Card(string inner) => $"<section><article>{inner}</article></section>";

    private static string Text(string part) => Extract($"<div class=article-body><p>{Prose(900, "First")}</p>{part}<p>{Prose(900, "Last")}</p><p>{P3}</p></div>").Text;
}
