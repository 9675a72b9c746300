using static Aggregator.Extraction.MadePage;

namespace Aggregator.Extraction.Cascade;

/// <summary>The lead between headline and text.</summary>
public class LeadTests
{
    [Theory]
    [InlineData(39, false)]
    [InlineData(40, true)]
    [InlineData(1000, true)]
    [InlineData(1001, false)]
    public void A_lead_is_one_to_some_sentences(int chars, bool found) => Assert.Equal(found, IsFound($"<p class=standfirst>{Prose(chars, "Lead")}</p>"));

    [Theory]
    [InlineData(79, false)]
    [InlineData(80, true)]
    public void A_lead_without_a_name_is_as_long_as_a_paragraph(int chars, bool found) => Assert.Equal(found, IsFound($"<p>{Prose(chars, "Lead")}</p>"));

    [Theory]
    [InlineData(30, true)]
    [InlineData(31, false)]
    public void A_lead_may_have_some_links(int linked, bool found)
    {
        var text = Prose(100, "Leads");
        Assert.Equal(found, IsFound($"<p class=standfirst><a href=/x>{text[..linked]}</a>{text[linked..]}</p>"));
    }

    [Theory]
    [InlineData("<p class=standfirst hidden>{0}</p>", false)]
    [InlineData("<p class=standfirst>Sign up for {0}</p>", false)]
    [InlineData("<div class=standfirst><div><p>{0}</p></div></div>", true)]
    [InlineData("<div class=comments><p class=nothing>{0}</p></div>", false)]
    [InlineData("<div class=caption><p>{0}</p></div>", false)]
    [InlineData("<div class=caption><p class=standfirst>{0}</p></div>", true)]
    [InlineData("<div><p class='standfirst caption'>{0}</p></div>", false)]
    [InlineData("<aside><p>{0}</p></aside>", false)]
    [InlineData("<ul><li>{0}</li></ul>", false)]
    [InlineData("<ul><li class=standfirst>{0}</li></ul>", false)]
    [InlineData("<figure><p>{0}</p></figure>", false)]
    [InlineData("<table><tr><td><p>{0}</p></td></tr></table>", false)]
    [InlineData("<details><p>{0}</p></details>", false)]
    [InlineData("<blockquote>{0}</blockquote>", false)]
    [InlineData("<div>{0}</div>", true)]
    [InlineData("<div><div><div><p>{0}</p></div></div></div>", true)]
    [InlineData("<div><div><div><div><div><div><p>{0}</p></div></div></div></div></div></div>", false)]
    [InlineData("<div><div><div><div><p>{0}</p></div></div></div></div>", true)]
    [InlineData("<div class=byline><p>{0}</p></div>", false)]
    [InlineData("<form><p class=summary>{0}</p></form>", false)]
    public void What_stands_below_the_headline_is_a_lead_by_its_name_and_place(string part, bool found) =>
        Assert.Equal(found, IsFound(string.Format(null, part, Prose(90, "Lead"))));

    [Fact]
    public void What_stands_above_the_headline_is_no_lead() =>
        Assert.DoesNotContain("Lead", Extract($"<main><p>{Prose(90, "Lead")}</p><h1>Title</h1><div class=article-body>{Paragraphs}</div></main>").Text, StringComparison.Ordinal);

    [Fact]
    public void A_page_without_a_headline_has_no_lead_and_a_hidden_headline_is_none()
    {
        Assert.DoesNotContain("Lead", Extract($"<main><p class=standfirst>{Prose(90, "Lead")}</p><div class=article-body>{Paragraphs}</div></main>").Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Lead", Extract($"<main><h1 hidden>Title</h1><p class=standfirst>{Prose(90, "Lead")}</p><div class=article-body>{Paragraphs}</div></main>").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_last_headline_above_the_text_counts() =>
        Assert.Equal(Story, Extract($"<main><h1>Site</h1><p class=standfirst>{Prose(90, "Lead")}</p><h1>Title</h1><div class=article-body>{Paragraphs}</div></main>").Text);

    [Fact]
    public void A_lead_that_the_text_repeats_is_given_once()
    {
        Assert.Equal(Story, Extract($"<main><h1>Title</h1><p class=standfirst>{P1}</p><div class=article-body>{Paragraphs}</div></main>").Text);
        Assert.Equal(Story, Extract($"<main><h1>Title</h1><p class=standfirst>{P1[..60]} goes on otherwise.</p><div class=article-body>{Paragraphs}</div></main>").Text);
        Assert.StartsWith($"{P1[..59]}!", Extract($"<main><h1>Title</h1><p class=standfirst>{P1[..59]}! It goes on otherwise.</p><div class=article-body>{Paragraphs}</div></main>").Text, StringComparison.Ordinal);
    }

    private static bool IsFound(string part)
    {
        var text = Extract($"<main><header><h1>Title</h1>{part}</header><div class=article-body><p>{Prose(1500)}</p>{Paragraphs}</div></main>").Text;
        Assert.EndsWith(Story, text, StringComparison.Ordinal);
        return text.Contains("Lead", StringComparison.Ordinal);
    }
}
