using static Aggregator.Extraction.MadePage;

namespace Aggregator.Extraction.Cascade;

public class EndingsTests
{
    [Theory]
    [InlineData(350, false)]
    [InlineData(351, true)]
    public void A_long_paragraph_that_begins_like_a_call_is_prose_wherever_it_stands(int chars, bool kept) =>
        Assert.Equal(kept, Text($"{Paragraphs}<p>{Prose(chars, "Sign up for")}</p>").Contains("Sign up for", StringComparison.Ordinal));

    [Theory]
    [InlineData("<p>Comments are due by the end of the month, the regulator said, and will all be published.</p>")]
    [InlineData("<p>Want more range from the same pack? The maker says that a change of coolant gives eight percent.</p>")]
    [InlineData("<p>Updated: the council has changed the date of the hearing to Friday, its clerk said in the evening.</p>")]
    [InlineData("<p>Foto: So nennt der Rat das größte Problem der Anlage, denn niemand im Ort glaubt mehr an Batterien.</p>")]
    [InlineData("<p>Image: that is what the council calls the greatest problem of the plant, for nobody believes in it.</p>")]
    public void A_sentence_amid_the_text_is_kept_however_it_begins(string line)
    {
        Assert.Equal(5, Text($"<p>{P1}</p>{line}<p>{P2}</p><p>{P3}</p><p>{Prose(120, "Last")}</p>").Split('\n').Length);
        Assert.Equal(Story, Text($"{Paragraphs}{line.Replace("</p>", " <a href=/x>More</a></p>", StringComparison.Ordinal)}"));
    }

    [Theory]
    [InlineData("<p>Subscribe to our newsletter and get all the news of the day in your inbox every morning at six.</p>")]
    [InlineData("<p>This article was originally published by the local paper and is printed here with its permission.</p>")]
    [InlineData("<p>Photo: Getty Images, taken in the evening of the first test at full load in the council's own hall.</p>")]
    [InlineData("<p>Want more range?</p>")]
    [InlineData("<p>Sign up for the night tariff <a href=/tariff>on the page of the operator, where all the tariffs are</a>.</p>")]
    public void A_call_amid_the_text_goes(string line) => Assert.Equal(Story, Text($"<p>{P1}</p>{line}<p>{P2}</p><p>{P3}</p>"));

    [Theory]
    [InlineData("<ol><li>Download the app from the store</li><li><p>Create an account with the number on the lid</p></li></ol>", 5)]
    [InlineData("<ul><li>Subscribe to the grid messages so that the charger may wait.</li><li>Sign up now</li></ul>", 4)]
    [InlineData("<ul><li>Subscribe to one of the tariffs.</li><li>Share on Facebook.</li></ul>", 4)]
    [InlineData("<ul><li><a href=/s>Share on a network of your choice with one click.</a></li></ul>", 3)]
    public void Steps_are_kept_however_they_begin(string list, int lines) =>
        Assert.Equal(lines, Text($"<p>{P1}</p><p>{P2}</p>{list}<p>{P3}</p>").Split('\n').Length);

    [Fact]
    public void What_follows_a_closing_heading_goes_up_to_the_next_heading_that_is_no_deeper() =>
        Assert.Equal($"{P1}\n{P2}\nPrices\n{P3}", Text(
            $"<p>{P1}</p><p>{P2}</p><h3>Further reading</h3><p>Barley is dear this year.</p><h4>Rye</h4><p>Rye is dear too.</p><h3>Prices</h3><p>{P3}</p>"));

    [Fact]
    public void A_higher_heading_ends_what_goes_too() =>
        Assert.Equal($"{P1}\n{P2}\nPrices\n{P3}", Text($"<p>{P1}</p><p>{P2}</p><h3>Further reading</h3><p>Barley is dear this year.</p><h2>Prices</h2><p>{P3}</p>"));

    [Theory]
    [InlineData(199, false)]
    [InlineData(200, true)]
    public void Long_prose_behind_a_closing_heading_is_the_article_again(int chars, bool kept) =>
        Assert.Equal(kept, Text($"{Paragraphs}{Paragraphs.Replace("The", "Yet the", StringComparison.Ordinal)}<h3>Further reading</h3><p>Barley is dear this year.</p><p>{Prose(chars, "Again")}</p>").Contains("Again", StringComparison.Ordinal));

    [Theory]
    [InlineData(39, true)]
    [InlineData(40, false)]
    public void Prose_that_is_partly_links_is_not_the_article_again(int linked, bool kept)
    {
        var text = Prose(200, "Again");
        Assert.Equal(kept, Text($"{Paragraphs}{Paragraphs.Replace("The", "Yet the", StringComparison.Ordinal)}<h3>Further reading</h3><p><a href=/x>{text[..linked]}</a>{text[linked..]}</p>").Contains("Again", StringComparison.Ordinal));
    }

    [Fact]
    public void An_authors_life_goes_however_long_it_is() =>
        Assert.Equal(Story, Text($"{Paragraphs}<h3>About the author</h3><p>{Prose(250, "Life")}</p>"));

    [Fact]
    public void A_closing_heading_in_the_first_half_is_one_of_the_articles_own()
    {
        Assert.Contains("Further reading", Text($"<p>{P1}</p><h3>Further reading</h3>{Paragraphs.Replace("The", "Yet the", StringComparison.Ordinal)}"), StringComparison.Ordinal);
        Assert.DoesNotContain("Further reading", Text($"{Paragraphs}<h3>Further reading</h3><p>Barley is dear this year.</p>"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<p>Further reading</p>", false)]
    [InlineData("<blockquote>Further <a href=/x>reading</a></blockquote>", true)]
    public void A_closing_line_counts_where_it_is_no_link(string line, bool kept) =>
        Assert.Equal(kept, Text($"{Paragraphs}{line}<p>Barley is dear this year.</p>").Contains("Barley", StringComparison.Ordinal));

    [Theory]
    [InlineData(0, false)]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public void Contacts_go_from_the_last_three_lines(int linesBehind, bool kept) =>
        Assert.Equal(kept, Text($"{Paragraphs}<p>Email the desk at desk@news.example</p>{string.Concat(Enumerable.Range(0, linesBehind).Select(i => $"<p>Line {i} says what barley costs.</p>"))}").Contains("Email", StringComparison.Ordinal));

    [Fact]
    public void Contacts_above_a_heading_stay() =>
        Assert.Contains("Email", Text($"{Paragraphs}<p>Email the desk at desk@news.example</p><h3>Prices</h3><p>Barley is dear this year.</p>"), StringComparison.Ordinal);

    [Theory]
    [InlineData(350, false)]
    [InlineData(351, true)]
    public void A_long_last_paragraph_that_names_an_account_is_prose(int chars, bool kept) =>
        Assert.Equal(kept, Text($"{Paragraphs}<p>{Prose(chars, "Email to a@b.example was slow,")}</p>").Contains("Email", StringComparison.Ordinal));

    [Fact]
    public void A_page_of_one_line_keeps_it() =>
        Assert.Equal("Email the desk at desk@news.example before Friday.", Text("<p>Email the desk at desk@news.example before Friday.</p>"));

    private static string Text(string body) => Extract($"<div class=article-body>{body}</div>").Text;
}
