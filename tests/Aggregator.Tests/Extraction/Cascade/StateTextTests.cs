using System.Text;
using Aggregator.Model;

namespace Aggregator.Extraction.Cascade;

/// <summary>Pages whose text only their scripts carry.</summary>
public class StateTextTests
{
    private const string P1 = "The first paragraph of this story is long enough to count as prose, and it has a comma or two, as real ones do.";
    private const string P2 = "A second paragraph follows with more of the same kind of plain text, so that nobody mistakes it for a caption.";
    private const string P3 = "The third paragraph ends the matter with a sentence that says what happens next year, and who pays for it all.";
    private const string Story = $"{P1}\n{P2}\n{P3}";

    private static string TextOf(string body, string title = "Story") => ArticleExtractor.Extract(
        Encoding.UTF8.GetBytes($"<!doctype html><title>{title}</title><body>{body}"), new PageContext(new Uri("https://news.example/2024/story.html"), "text/html", "utf-8")).Text;

    [Fact]
    public void Goes_on_with_the_blocks_in_the_state_where_the_page_shows_the_first_paragraph_only()
    {
        var pictures = string.Concat(Enumerable.Repeat("""{"type":"image","url":"/1.jpg","caption":"A picture"},""", 12));

        Assert.Equal(Story, TextOf($$"""
            <article><p>{{P1}}</p></article>
            <script>window.App=window.App||{};App.content={"headline":"Story","content_elements":[{{pictures}}{"type":"text","content":"{{P1}}"},{"type":"text","content":"<b>A second</b>{{P2[8..]}}"},{"type":"text","content":"{{P3}}"}]};App.x=1;</script>
            """));
    }

    [Fact]
    public void Reads_paragraphs_that_are_cut_where_the_type_face_changes() => Assert.Equal(Story, TextOf($$"""
        <article><p>{{P1}}</p></article><script type="application/json">{"page":{"padding":"{{new string('x', 400)}}","body":[
        {"_type":"block","children":[{"text":"{{P1}}"}]},{"_type":"block","children":[{"text":"{{P2[..20]}}"},{"text":"{{P2[20..]}}"}]},{"_type":"block","children":[{"text":"{{P3}}"}]}]} }</script>
        """));

    [Fact]
    public void Takes_no_text_from_the_state_that_speaks_of_something_else() => Assert.Equal(P1, TextOf($$"""
        <article><p>{{P1}}</p></article><script type="application/json">{"padding":"{{new string('x', 400)}}","list":["{{P2}} {{P2}}","{{P3}} {{P3}}","{{P2}} {{P3}}"]}</script>
        """));

    [Fact]
    public void Reads_the_state_of_a_page_that_shows_nothing_if_it_has_the_words_of_the_title() => Assert.Equal(Story, TextOf($$"""
        <div id="root"></div><script type="application/json">{"padding":"{{new string('x', 400)}}","article":{"body":"<p>{{P1}}</p><p>{{P2}}</p><p>{{P3}}</p>"} }</script>
        """, "First paragraph and second paragraph mistake caption"));
}
