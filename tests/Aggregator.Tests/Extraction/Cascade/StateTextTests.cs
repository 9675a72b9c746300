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

    [Theory]
    [InlineData(500, true)]
    [InlineData(499, false)]
    public void A_script_of_a_few_lines_is_no_state(int chars, bool read)
    {
        var json = $$"""{"list":["{{Shown}}","{{Prose(300, "State")}}"],"pad":"#"}""";
        Assert.Equal(read, IsRead($"<script>{json.Replace("#", new string('x', chars - json.Length + 1), StringComparison.Ordinal)}</script>"));
    }

    [Theory]
    [InlineData("<script>#</script>", true)]
    [InlineData("<script> #</script>", true)]
    [InlineData("<script>window.state = #;</script>", true)]
    [InlineData("<script>a = {b: 1}; window.state=#;</script>", true)]
    [InlineData("<script>load(#);</script>", false)]
    [InlineData("<script src=/x.js>#</script>", false)]
    [InlineData("<script type=application/ld+json>#</script>", false)]
    [InlineData("<script type=application/json>#</script>", true)]
    [InlineData("<script>a={\"b\": oops}; c=#</script>", true)]
    [InlineData("<script>x={};y=#</script>", true)]
    [InlineData("<script>x=</script>", false)]
    public void State_is_an_object_that_a_script_is_or_assigns(string script, bool read) =>
        Assert.Equal(read, IsRead(script.Replace("#", State($"[\"{Shown}\",\"{Prose(300, "State")}\"]"), StringComparison.Ordinal)));

    [Theory]
    [InlineData(7, true)]
    [InlineData(8, false)]
    public void A_script_is_given_up_after_some_objects_that_are_no_state(int broken, bool read) =>
        Assert.Equal(read, IsRead($"<script>{string.Concat(Enumerable.Repeat("a={\"b\": oops};", broken))}c={State($"[\"{Shown}\",\"{Prose(300, "State")}\"]")}</script>"));

    [Theory]
    [InlineData("""["@","#"]""", true)]
    [InlineData("""["@",["#"]]""", false)]
    [InlineData("""[{"text":"@"},{"html":"#"}]""", true)]
    [InlineData("""[{"value":"@"},{"body":"#"}]""", true)]
    [InlineData("""[{"text":"@"},{"title":"#"}]""", false)]
    [InlineData("""[{"text":"@"},{"text":"#","url":"/x"}]""", false)]
    [InlineData("""[{"text":"@"},{"text":"#","href":"/x"}]""", false)]
    [InlineData("""[{"text":"@"},{"text":"#","url":null}]""", true)]
    [InlineData("""[{"text":"@"},{"text":7,"value":"#"}]""", true)]
    [InlineData("""[{"text":"@"},{"children":[{"text":"#"}]}]""", true)]
    [InlineData("""[{"text":"@"},{"content":[{"text":"#"},7,{"text":8},{"x":""}]}]""", true)]
    [InlineData("""[{"text":"@"},{"children":"#"}]""", false)]
    [InlineData("""{"x":{"y":["@","#"]}}""", true)]
    [InlineData("""{"comments":["@","#"]}""", false)]
    [InlineData("""{"related":["@","#"]}""", false)]
    [InlineData("""{"x":"<p>@</p><p>#</p>"}""", true)]
    [InlineData("""{"x":"<P>@</P><P>#</P>"}""", true)]
    [InlineData("""{"x":"@ #"}""", false)]
    public void Text_is_a_list_of_blocks_or_a_string_of_paragraphs(string json, bool read) =>
        Assert.Equal(read, IsRead($"<script type=application/json>{State(json.Replace("@", Shown, StringComparison.Ordinal).Replace("#", Prose(300, "State"), StringComparison.Ordinal))}</script>"));

    [Theory]
    [InlineData(40, true)]
    [InlineData(39, false)]
    public void Two_blocks_of_a_list_are_as_long_as_paragraphs(int chars, bool read)
    {
        var blocks = string.Concat(Enumerable.Range(0, 20).Select(i => $$""",{"text":"State {{i}} of barley"}"""));
        Assert.Equal(read, IsRead($$"""<script type=application/json>{{State($$"""[{"text":"{{Shown}}"},{"text":"{{Prose(chars, "State")}}"}{{blocks}}]""")}}</script>"""));
    }

    [Theory]
    [InlineData(60, true)]
    [InlineData(59, false)]
    public void A_state_belongs_to_the_page_if_it_goes_on_with_its_longest_line(int chars, bool belongs) =>
        Assert.Equal(belongs, StateText.BelongsTo($"xx{Prose(100)}", $"Short\n{Prose(100)[..chars]}\nLine", null));

    [Theory]
    [InlineData("Prices barley mills", true)]
    [InlineData("Prices barley", false)]
    [InlineData("Prices barley rivers unknown", true)]
    [InlineData("Prices barley secret unknown", true)]
    [InlineData("Prices hidden secret unknown", false)]
    [InlineData("Prices of the old mill", false)]
    [InlineData(null, false)]
    public void A_state_belongs_to_a_page_that_shows_nothing_if_it_has_half_the_words_of_the_title(string? title, bool belongs) =>
        Assert.Equal(belongs, StateText.BelongsTo("The prices of barley rise, say mills by the rivers.", "", title));

    private static readonly string Shown = Prose(100, "Shown");

    private static string State(string json) => $$"""{"padding":"{{new string('x', 500)}}","page":{{json}}}""";

    private static bool IsRead(string script) => Extract($"<article><p>{Shown}</p></article>{script}").Text.Contains("State", StringComparison.Ordinal);
}
