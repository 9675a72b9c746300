using static Aggregator.Extraction.MadePage;

namespace Aggregator.Extraction.Cascade;

/// <summary>What is taken out of the container that holds the article, and what stays.</summary>
public class CleaningTests
{
    [Fact]
    public void Takes_the_teaser_out_with_its_label() =>
        Assert.Equal(Story, Extract(
            $"<article class=article-body><p>{P1}</p><div><p>Czytaj więcej</p><div><a href=/bread>The price of bread</a><p>What bread costs has not changed for a year, bakers say.</p></div></div><p>{P2}</p><p>{P3}</p></article>").Text);

    [Fact]
    public void Keeps_a_long_section_under_the_label_of_a_teaser() =>
        Assert.Contains($"{P1}\n{P2} {P1}\n{P2} {P3}\n{P3} {P1}", Extract(
            $"<article class=article-body><p>{P1}</p><section><p>See also</p><p>{P2} {P1}</p><p>{P2} {P3}</p><p>{P3} {P1} <a href=/map>Map</a></p></section></article>").Text.Replace("See also\n", "", StringComparison.Ordinal), StringComparison.Ordinal);

    [Fact]
    public void Takes_out_an_article_inside_the_article_that_is_a_linked_headline() =>
        Assert.Equal(Story, Extract(
            $"<div class=article-body><p>{P1}</p><section><article><div><h4><a href=/other>The bakers of the town raise their prices</a></h4><span>by Jane Doe</span></div></article></section><p>{P2}</p><p>{P3}</p></div>").Text);

    [Fact]
    public void Keeps_an_entry_of_a_list_that_is_an_article_with_a_text() =>
        Assert.Contains("The bakers of the town raise their prices", Extract(
            $"<div class=article-body><p>{P1}</p><section><article><h4><a href=/other>The bakers of the town raise their prices</a></h4><p>{P2} {P3}</p></article></section><p>{P2}</p></div>").Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("Show Caption")]
    [InlineData("Image 1 of 5")]
    [InlineData("Click to Read More and View Comments")]
    [InlineData("WATCH | What bakers say about the price of bread:")]
    public void Takes_out_what_only_works_on_the_page(string line) =>
        Assert.Equal(Story, Extract($"<div class=article-body><p>{P1}</p><p>{line}</p><p>{P2}</p><p>{P3}</p></div>").Text);

    [Theory]
    [InlineData("Source: Example News Agency")]
    [InlineData("Find more of our travel stories by signing up to our free weekly newsletter.")]
    public void Takes_the_source_and_the_offer_of_mail_from_the_end_only(string line) =>
        Assert.Equal($"{line}\n{Story}", Extract($"<div class=article-body><p>{line}</p>{Paragraphs}<p>{line}</p></div>").Text);

    [Theory]
    [InlineData("element-poll")]
    [InlineData("js-tooltip-content")]
    public void Takes_out_polls_and_what_only_pointing_shows(string name) =>
        Assert.Equal(Story, Extract($"<div class=article-body><p>{P1}</p><div class={name}><p>Should all platforms be bound by stricter rules than they are today?</p></div><p>{P2}</p><p>{P3}</p></div>").Text);

    [Fact]
    public void Keeps_a_quoted_post_in_a_box_that_is_named_as_buttons_to_share_are() =>
        Assert.Contains("We saw the bridge", Extract(
            $"<div class=article-body><p>{P1}</p><div class=social-media-embed><blockquote class=twitter-tweet><p>We saw the bridge move on Monday.</p></blockquote></div><p>{P2}</p><p>{P3}</p></div>").Text,
            StringComparison.Ordinal);
}
