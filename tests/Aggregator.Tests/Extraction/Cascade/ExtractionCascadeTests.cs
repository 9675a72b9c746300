using Aggregator.Model;
using static Aggregator.Extraction.MadePage;

namespace Aggregator.Extraction.Cascade;

/// <summary>When a weaker reading or another source takes the place of the strict one.</summary>
public class ExtractionCascadeTests
{
    [Theory]
    [InlineData(249, true)]
    [InlineData(250, false)]
    public void A_short_text_is_tried_again_with_what_names_itself_furniture(int chars, bool rescued) =>
        Assert.Equal(rescued, Extract($"<main><p>{Prose(chars, "Short")}</p><div class=sidebar><p>{Prose(chars - 60, "Side")}</p><p>{Prose(60, "More")}</p></div></main>").Text.Contains("Side", StringComparison.Ordinal));

    [Theory]
    [InlineData(500, false)]
    [InlineData(501, true)]
    public void Structured_data_must_have_twice_the_text(int chars, bool taken)
    {
        var page = Extract($$"""<script type="application/ld+json">{"articleBody":"{{Prose(chars, "Data")}}"}</script><div class=article-body><p>{{Prose(250)}}</p></div>""");
        Assert.Equal(taken ? ExtractionRung.StructuredData : ExtractionRung.KnownContainer, page.Rung);
        Assert.Equal(taken, page.Text.StartsWith("Data", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(249, 800, true)]
    [InlineData(499, 1000, true)]
    [InlineData(500, 1100, false)]
    [InlineData(400, 800, false)]
    [InlineData(400, 802, true)]
    public void The_state_of_scripts_must_have_twice_a_short_text(int chars, int stated, bool taken)
    {
        var shown = Prose(chars, "Shown");
        var rest = stated - chars - 1;
        var page = Extract($$"""<div class=article-body><p>{{shown}}</p></div><script type="application/json">{"padding":"{{new string('x', 500)}}","body":["{{shown}}","{{Prose(rest, "State")}}"]}</script>""");
        Assert.Equal(taken, page.Text.Contains("State", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(500, 1.0)]
    [InlineData(250, 0.8)]
    [InlineData(100, 0.68)]
    public void Confidence_falls_with_the_length(int chars, double share)
    {
        var whole = Extract($"<div class=article-body><p>{Prose(900)}</p></div>").Confidence;
        Assert.Equal(whole * share, Extract($"<div class=article-body><p>{Prose(chars)}</p></div>").Confidence, 0.006);
    }

    [Fact]
    public void Confidence_falls_from_rung_to_rung()
    {
        var named = Extract($"<div class=article-body><p>{Prose(600)}</p></div>");
        var scored = Extract($"<div><p>{Prose(300)}</p><p>{Prose(300, "More")}</p></div>");
        var tags = Extract($"<div class=sidebar><p>{Prose(300)}</p></div><div class=sidebar><p>{Prose(300, "More")}</p></div>");
        Assert.Equal(ExtractionRung.ScoredCandidate, scored.Rung);
        Assert.True(named.Confidence > scored.Confidence && scored.Confidence > tags.Confidence, $"{named.Confidence} {scored.Confidence} {tags.Confidence}");
    }

    [Fact]
    public void A_text_that_is_little_of_the_page_is_suspect()
    {
        var side = string.Concat(Enumerable.Range(0, 4).Select(i => $"<p>{Prose(300, $"Side {i}")}</p>"));
        Assert.Contains("Side", Extract($"<main><p>{Prose(390, "Short")}</p></main><div class=newsletter>{side}</div><div class=related>{side.Replace("Side", "Rel", StringComparison.Ordinal)}</div>").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_no_box_holds_the_text_all_paragraphs_are_taken()
    {
        var cells = string.Concat(Enumerable.Range(0, 6).Select(i => $"<div class=c{i}><span>x</span><section class=s{i}><p>{Prose(60, $"Cell {i}")}</p></section></div>"));
        Assert.Contains("Cell 5", Extract($"<main>{cells}</main>").Text, StringComparison.Ordinal);
    }
}
