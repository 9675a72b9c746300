using static Aggregator.Extraction.MadePage;

namespace Aggregator.Extraction.Cascade;

/// <summary>Lists of links, repeated paragraphs and headings without a text.</summary>
public class LinkListTests
{
    [Theory]
    [InlineData(70, true)]
    [InlineData(71, false)]
    public void A_list_stays_while_it_is_not_mostly_links(int linked, bool kept)
    {
        var text = new string('b', 50) + " " + new string('c', 49);
        Assert.Equal(kept, Text($"<ul><li><a href=/x>{text[..linked]}</a>{text[linked..]}</li></ul>").Contains("bbb", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(199, false)]
    [InlineData(200, true)]
    public void A_list_stays_that_says_much_beside_its_links(int beside, bool kept)
    {
        var linked = new string('b', 800);
        Assert.Equal(kept, Text($"<ul><li><a href=/x>{linked}</a>{new string('c', beside)}</li></ul>").Contains("bbb", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("https://else.example/1", "/2", false)]
    [InlineData("https://else.example/1", "https://else.example/2", true)]
    [InlineData("/1", "/2", false)]
    public void A_list_stays_whose_links_mostly_lead_to_other_sites(string first, string second, bool kept) =>
        Assert.Equal(kept, Text($"<ul><li><a href={first}>Barley prices</a></li><li><a href={second}>Rye prices</a></li></ul>").Contains("Barley", StringComparison.Ordinal));

    [Fact]
    public void A_line_of_links_to_other_sites_goes_all_the_same() =>
        Assert.DoesNotContain("Barley", Text("<p><a href=https://else.example/1>Barley prices</a></p>"), StringComparison.Ordinal);

    [Theory]
    [InlineData("The price of barley rose.", true)]
    [InlineData("Price of barley all rose.", true)]
    [InlineData("Prices of barley do rose", false)]
    [InlineData("Prices of barley all up.", false)]
    public void A_sentence_that_is_a_link_stays(string sentence, bool kept) =>
        Assert.Equal(kept && sentence.Length >= 25, Text($"<p><a href=/x>{sentence}</a></p>").Contains(sentence, StringComparison.Ordinal));

    [Theory]
    [InlineData(40, false)]
    [InlineData(41, true)]
    public void A_short_link_behind_the_text_goes(int chars, bool kept)
    {
        var link = new string('b', chars);
        Assert.Equal(kept, Extract($"<div class=article-body>{Paragraphs}<blockquote><a href=/x>{link}</a></blockquote></div>").Text.Contains(link, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<a href=/x>Back to news.</a>", true)]
    [InlineData("<a href=/x>Back to</a> news", true)]
    [InlineData("<a href=/x>Back to news</a>", false)]
    public void What_ends_a_sentence_or_is_more_than_a_link_stays_behind_the_text(string line, bool kept) =>
        Assert.Equal(kept, Extract($"<div class=article-body>{Paragraphs}<blockquote>{line}</blockquote></div>").Text.Contains("Back to", StringComparison.Ordinal));

    [Fact]
    public void Several_links_behind_the_text_go_and_one_amid_it_stays()
    {
        const string Link = "<blockquote><a href=/x>Back</a></blockquote>";
        Assert.Equal($"{P1}\nBack\n{P2}\n{P3}", Extract($"<div class=article-body><p>{P1}</p>{Link}<p>{P2}</p><p>{P3}</p>{Link}{Link}</div>").Text);
    }

    [Theory]
    [InlineData("p", 60, 1)]
    [InlineData("p", 59, 2)]
    [InlineData("li", 60, 2)]
    [InlineData("td", 60, 2)]
    public void A_paragraph_that_is_given_twice_is_kept_once(string element, int chars, int times)
    {
        var text = Prose(chars, "Twice");
        var line = element == "td" ? $"<table><tr><td>{text}</td></tr></table>" : element == "li" ? $"<ul><li>{text}</li></ul>" : $"<p>{text}</p>";
        Assert.Equal(times, Text(line + line).Split("Twice").Length - 1);
    }

    [Fact]
    public void A_heading_without_text_behind_it_goes()
    {
        Assert.Equal(Story, Extract($"<div class=article-body>{Paragraphs}<h2>Prices of barley</h2><h3>And of rye</h3></div>").Text);
        Assert.Equal($"{P1}\nPrices of barley\n{P2}", Extract($"<div class=article-body><p>{P1}</p><h2>Prices of barley</h2><p>{P2}</p></div>").Text);
    }

    [Fact]
    public void The_headline_is_not_part_of_the_text_but_one_further_down_is()
    {
        Assert.Equal(Story, Extract($"<div class=article-body><h1>Prices of barley</h1>{Paragraphs}</div>").Text);
        Assert.Equal($"{P1}\nPrices of barley\n{P2}", Extract($"<div class=article-body><p>{P1}</p><h1>Prices of barley</h1><p>{P2}</p></div>").Text);
        Assert.Equal($"Short note\n{P1}", Extract($"<div class=article-body><div>Short note</div><h1>Prices of barley</h1><p>{P1}</p></div>").Text);
    }

    private static string Text(string part) => Extract($"<div class=article-body><p>{P1}</p>{part}<p>{P2}</p><p>{P3}</p></div>").Text;
}
