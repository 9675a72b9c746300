using static Aggregator.Extraction.MadePage;

namespace Aggregator.Extraction.Cascade;

/// <summary>Pages whose text only their scripts carry.</summary>
public class StateTextTests
{
    [Fact]
    public void Goes_on_with_the_blocks_in_the_state_where_the_page_shows_the_first_paragraph_only()
    {
        var pictures = string.Concat(Enumerable.Repeat("""{"type":"image","url":"/1.jpg","caption":"A picture"},""", 12));

        Assert.Equal(Story, Extract($$"""
            <article><p>{{P1}}</p></article>
            <script>window.App=window.App||{};App.content={"headline":"Story","content_elements":[{{pictures}}{"type":"text","content":"{{P1}}"},{"type":"text","content":"<b>A second</b>{{P2[8..]}}"},{"type":"text","content":"{{P3}}"}]};App.x=1;</script>
            """).Text);
    }

    [Fact]
    public void Reads_paragraphs_that_are_cut_where_the_type_face_changes() => Assert.Equal(Story, Extract($$"""
        <article><p>{{P1}}</p></article><script type="application/json">{"page":{"padding":"{{new string('x', 400)}}","body":[
        {"_type":"block","children":[{"text":"{{P1}}"}]},{"_type":"block","children":[{"text":"{{P2[..20]}}"},{"text":"{{P2[20..]}}"}]},{"_type":"block","children":[{"text":"{{P3}}"}]}]} }</script>
        """).Text);

    [Fact]
    public void Takes_no_text_from_the_state_that_speaks_of_something_else() => Assert.Equal(P1, Extract($$"""
        <article><p>{{P1}}</p></article><script type="application/json">{"padding":"{{new string('x', 400)}}","list":["{{P2}} {{P2}}","{{P3}} {{P3}}","{{P2}} {{P3}}"]}</script>
        """).Text);

    [Fact]
    public void Reads_the_state_of_a_page_that_shows_nothing_if_it_has_the_words_of_the_title() => Assert.Equal(Story, Extract($$"""
        <div id="root"></div><script type="application/json">{"padding":"{{new string('x', 400)}}","article":{"body":"<p>{{P1}}</p><p>{{P2}}</p><p>{{P3}}</p>"} }</script>
        """, "First paragraph and second paragraph mistake caption").Text);
}
