using System.Text.Json;

namespace Aggregator.Text.Json;

public class JsonRepairTests
{
    [Theory]
    [InlineData("[\"a\nb\"]", "a\nb")]
    [InlineData("""["it\'s"]""", "it's")]
    [InlineData("""["C:\docs"]""", """C:\docs""")]
    [InlineData("""["\u12"]""", """\u12""")]
    [InlineData("""["the "old" one"]""", """the "old" one""")]
    [InlineData("""["she said "yes", then "no""]""", """she said "yes", then "no" """)]
    [InlineData("""["a" "b"]""", "a")]
    [InlineData("""[,"a",,"b",]""", "a")]
    [InlineData("[\"a\"\0]", "a")]
    [InlineData("""[/* a "note" */"a"]""", "a")]
    [InlineData("""["\ud800 \ud83d\ude97"]""", "\uFFFD 🚗")]
    [InlineData("""["cut""", "cut")]
    [InlineData("""["cut\""", "cut")]
    [InlineData("""["cut",""", "cut")]
    public void Mends_what_is_no_json(string json, string first)
    {
        using var document = JsonDocument.Parse(JsonRepair.Run(json, close: true), new JsonDocumentOptions { AllowTrailingCommas = true });
        Assert.Equal(first.TrimEnd(), document.RootElement[0].GetString());
    }

    [Theory]
    [InlineData("""{"a":["b",{"c":"d \" e, \u00e9"},-1.5e3,true,null]}""")]
    [InlineData("""{ "a" : [ ] , "b" : "" }""")]
    public void Leaves_json_as_it_is(string json) => Assert.Equal(json, JsonRepair.Run(json, close: true));

    [Fact]
    public void Leaves_open_what_was_cut_off_when_told_so() => Assert.Equal("""[{"a":"b""", JsonRepair.Run("""[{"a":"b""", close: false));
}
