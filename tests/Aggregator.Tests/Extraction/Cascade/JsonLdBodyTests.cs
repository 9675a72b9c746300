using Aggregator.Model;
using static Aggregator.Extraction.MadePage;

namespace Aggregator.Extraction.Cascade;

public class JsonLdBodyTests
{
    private static readonly string Body = Prose(300, "Data");

    [Theory]
    [InlineData("""{"articleBody":"@"}""", true)]
    [InlineData("""{"reviewBody":"@"}""", true)]
    [InlineData("""[{"@type":"WebPage"},{"mainEntity":{"articleBody":"@"}}]""", true)]
    [InlineData("""{"articleBody":"short","@graph":[{"articleBody":"@"},{"articleBody":"short"}]}""", true)]
    [InlineData("""{"articleBody":"@",}""", true)]
    [InlineData("""{/* made by hand */"articleBody":"@"}""", true)]
    [InlineData("{\"articleBody\":\n\"@\"}", true)]
    [InlineData("{\"headline\":\"a\n\tb\",\"articleBody\":\"@\"}", true)]
    [InlineData("""{"description":"@","x":"articleBody"}""", false)]
    [InlineData("""{"comment":{"articleBody":"@"}}""", false)]
    [InlineData("""{"review":[{"reviewBody":"@"}]}""", false)]
    [InlineData("""{"articleBody":["@"]}""", false)]
    public void The_longest_body_is_found_wherever_it_stands(string json, bool found) => Assert.Equal(found, IsFound("application/ld+json", json));

    [Theory]
    [InlineData("Application/LD+JSON; charset=utf-8", true)]
    [InlineData("text/plain", false)]
    public void Only_scripts_of_its_type_are_read(string type, bool found) => Assert.Equal(found, IsFound(type, """{"articleBody":"@"}"""));

    [Fact]
    public void The_longest_of_several_scripts_counts() => Assert.Equal(Body, Extract(
        $$"""<script type="application/ld+json">{"articleBody":"short"}</script><script type="application/ld+json">{"articleBody":"{{Body}}"}</script><script type="application/ld+json">{"articleBody":"{{Prose(200, "Other")}}"}</script><p>Stub.</p>""").Text);

    [Theory]
    [InlineData("<p>{0}</p><p>{1}</p>")]
    [InlineData("{0}<br>{1}")]
    [InlineData("{0}\\n{1}")]
    [InlineData("&lt;p>{0}&lt;/p>&lt;p>{1}&lt;/p>")]
    [InlineData("&lt;p>{0}&lt;p>{1}")]
    [InlineData("&lt;b>{0}&lt;/b>\\n{1}")]
    public void Markup_and_line_breaks_make_lines(string format) => Assert.Equal($"{P1}\n{P2}", Extract(
        $$"""<script type="application/ld+json">{"articleBody":"{{string.Format(null, format, P1, P2)}}"}</script><p>Stub.</p>""").Text);

    private static bool IsFound(string type, string json)
    {
        var page = Extract($"""<script type="{type}">{json.Replace("\"@\"", $"\"{Body}\"", StringComparison.Ordinal)}</script><main><p>A stub of one sentence stands here, no more.</p></main>""");
        Assert.Equal(page.Rung == ExtractionRung.StructuredData, page.Text == Body);
        return page.Text == Body;
    }
}
