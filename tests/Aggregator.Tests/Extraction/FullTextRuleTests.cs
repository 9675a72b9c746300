using Aggregator.Model;

namespace Aggregator.Extraction;

public class FullTextRuleTests
{
    private static string Words(int count) => string.Join(' ', Enumerable.Repeat("word", count)) + ".";

    private static ExtractedPage Page(int words, double confidence = 0.9) => new() { Kind = PageKind.Article, Text = Words(words) + "\n" + string.Join(' ', Enumerable.Repeat("more", 50)), WordCount = words, Confidence = confidence };

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

    private const string Sentences = "The mines of the island stand still, as those who work there want more of what they bring to light. "
        + "Nobody knows for how long, and who needs the metal buys what there is at any price. Last year it was the same, "
        + "and then it took until spring before the ships came again with what they had been waiting for.";

    private const string Furniture = "Name\nKeep my name and address in this browser until I next write a comment here.";

    [Theory]
    [InlineData("Tin is up.", true, "Tin is up.\n" + Sentences, true)]
    [InlineData("“Tin” is up.", true, "News\n\"tin\" IS up, as it was.\n" + Sentences, true)]
    [InlineData("Tin is up.", false, "Tin is up.\n" + Sentences, true)]
    [InlineData("Tin is up.", true, "Tin is up.\nWrite an awesome description for your new site here. It will appear in the head of your document.", false)]
    [InlineData("Tin is up.", true, "28 November 2026\nTin is up.\nBy Ann, tagged metals", false)]
    [InlineData("Tin is up.", true, Furniture, false)]
    [InlineData("Tin is up.", false, Furniture, false)]
    [InlineData("Zinn ist heute wieder teurer geworden.", true, "Zinn ist heute wie gestern teurer, und wieder ist der Zink geworden, was er war, sagt man.", false)]
    [InlineData("锡价上涨。", true, "锡价上涨。\n今天的锡价比昨天高得多，因为岛上的矿山停产，工人们要求更高的工资，而买家却不愿意等待，所以价格一天比一天高，没有人知道什么时候会结束。", true)]
    [InlineData("锡价上涨。", true, "在此浏览器中保存我的名字和地址，直到我下次在这里写评论。", false)]
    [InlineData("A plant for solid state cells opens.", false, "In Gävle the first solid cells have left the new plant, which cost two billion.", true)]
    [InlineData("Comments", false, "The metals of the year, with a note on tin by the one who knows.", true)]
    [InlineData("Tin is up …", true, Furniture, true)]
    public void An_uncut_feed_text_gives_way_only_to_a_page_that_holds_it_or_is_about_what_it_sums_up(string feed, bool isContent, string text, bool page) => Assert.Equal(page,
        FullTextRule.PageIsBetter(feed, isContent, "Note on tin", new() { Kind = PageKind.Article, Text = text, WordCount = Html.PlainText.CountWords(text), Confidence = 0.9 }).Yes);

    [Fact]
    public void A_sure_and_long_page_need_not_be_about_its_summary()
    {
        Assert.True(FullTextRule.PageIsBetter("Nothing like it.", false, "Else", Page(100, 0.5)).Yes);
        Assert.False(FullTextRule.PageIsBetter("Nothing like it.", false, "Else", Page(99, 0.5)).Yes);
        Assert.False(FullTextRule.PageIsBetter("Nothing like it.", false, "Else", Page(100, 0.49)).Yes);
        Assert.False(FullTextRule.PageIsBetter("Nothing like it.", true, "Else", Page(900)).Yes);
    }

    [Fact]
    public void The_longer_page_wins() => Assert.True(FullTextRule.PageIsBetter(Words(100), true, "Title", Page(500)).Yes);

    [Fact]
    public void A_paywall_stub_loses_to_the_feed() => Assert.False(FullTextRule.PageIsBetter(Words(500), true, "Title", Page(100)).Yes);

    [Fact]
    public void An_unsure_page_loses_to_a_full_feed() => Assert.False(FullTextRule.PageIsBetter(Words(300), true, "Title", Page(900, confidence: 0.3)).Yes);

    [Fact]
    public void A_page_that_is_no_article_loses_and_says_why()
    {
        var decision = FullTextRule.PageIsBetter(Words(10), true, "Title", new ExtractedPage { Kind = PageKind.Wall, Reason = "the page says \"verify you are human\"" });

        Assert.False(decision.Yes);
        Assert.Contains("verify you are human", decision.Reason);
    }

    [Fact]
    public void Equal_texts_stay_with_the_feed() => Assert.False(FullTextRule.PageIsBetter(Words(300), true, "Title", Page(310)).Yes);
}
