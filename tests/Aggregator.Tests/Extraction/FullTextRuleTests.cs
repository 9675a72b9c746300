using Aggregator.Model;

namespace Aggregator.Extraction;

public class FullTextRuleTests
{
    private static string Words(int count) => string.Join(' ', Enumerable.Repeat("word", count)) + ".";

    private static ExtractedPage Page(int words, double confidence = 0.9) => new() { Kind = PageKind.Article, Text = Words(words), WordCount = words, Confidence = confidence };

    [Fact]
    public void A_long_content_element_spares_the_fetch() => Assert.True(FullTextRule.FeedTextIsEnough(Words(200), isContentElement: true).Yes);

    [Fact]
    public void A_teaser_does_not() => Assert.False(FullTextRule.FeedTextIsEnough(Words(40), isContentElement: true).Yes);

    [Theory]
    [InlineData(" …")]
    [InlineData(" [...]")]
    [InlineData("\nRead more")]
    [InlineData("\nWeiterlesen auf unserer Seite")]
    public void A_text_that_is_cut_off_does_not(string ending) => Assert.False(FullTextRule.FeedTextIsEnough(Words(400) + ending, isContentElement: true).Yes);

    [Fact]
    public void A_text_that_stops_in_mid_sentence_does_not() => Assert.False(FullTextRule.FeedTextIsEnough(Words(400).TrimEnd('.'), isContentElement: true).Yes);

    [Fact]
    public void A_signature_as_last_line_is_no_cut() => Assert.True(FullTextRule.FeedTextIsEnough(Words(400) + "\nAnn Smith, Washington", isContentElement: true).Yes);

    [Fact]
    public void A_description_must_be_longer_and_have_paragraphs()
    {
        Assert.False(FullTextRule.FeedTextIsEnough(Words(400), isContentElement: false).Yes);
        Assert.True(FullTextRule.FeedTextIsEnough(Words(200) + "\n" + Words(200) + "\n" + Words(20), isContentElement: false).Yes);
    }

    [Fact]
    public void The_longer_page_wins() => Assert.True(FullTextRule.PageIsBetter(Words(100), Page(500)).Yes);

    [Fact]
    public void A_paywall_stub_loses_to_the_feed() => Assert.False(FullTextRule.PageIsBetter(Words(500), Page(100)).Yes);

    [Fact]
    public void An_unsure_page_loses_to_a_full_feed() => Assert.False(FullTextRule.PageIsBetter(Words(300), Page(900, confidence: 0.3)).Yes);

    [Fact]
    public void A_page_that_is_no_article_loses_and_says_why()
    {
        var decision = FullTextRule.PageIsBetter(Words(10), new ExtractedPage { Kind = PageKind.Wall, Reason = "the page says \"verify you are human\"" });

        Assert.False(decision.Yes);
        Assert.Contains("verify you are human", decision.Reason);
    }

    [Fact]
    public void Equal_texts_stay_with_the_feed() => Assert.False(FullTextRule.PageIsBetter(Words(300), Page(310)).Yes);
}
