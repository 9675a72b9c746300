using static Aggregator.Extraction.MadePage;

namespace Aggregator.Extraction.Cascade;

public class StreamedPartsTests
{
    [Theory]
    [InlineData("<div hidden id=\"S:1\">{0}</div>", true)]
    [InlineData("<section hidden id=\"S:1\">{0}</section>", false)]
    [InlineData("<div hidden id=\"T:1\">{0}</div>", false)]
    [InlineData("<div hidden>{0}</div>", false)]
    [InlineData("<div><div hidden id=\"S:1\">{0}</div></div>", false)]
    public void Only_hidden_boxes_of_the_page_that_are_named_so_are_put_in_place(string part, bool placed) =>
        Assert.Equal(placed ? Story : $"{P1}\n{P3}",
            Extract($"<main><article class=article-body><p>{P1}</p><template id=\"B:1\"></template><p>{P3}</p></article></main>{string.Format(null, part, $"<p>{P2}</p>")}").Text);

    [Fact]
    public void A_part_without_a_place_is_shown_where_it_stands() =>
        Assert.Equal(Story, Extract($"<div hidden id=\"S:4\">{Paragraphs}</div>").Text);

    [Fact]
    public void A_part_that_holds_its_own_place_stays_where_it_is() =>
        Assert.Equal(Story, Extract($"<div hidden id=\"S:4\">{Paragraphs}<template id=\"B:4\"></template></div>").Text);

    [Fact]
    public void A_box_of_the_name_that_is_shown_is_no_part() =>
        Assert.Equal($"{P1}\n{P3}\n{P2}", Extract($"<p>{P1}</p><template id=\"B:1\"></template><p>{P3}</p><div id=\"S:1\"><p>{P2}</p></div>").Text);
}
