using Aggregator.Model;

namespace Aggregator.Search;

public sealed class SearchQueryTests
{
    [Theory]
    [InlineData("battery", "battery")]
    [InlineData("  battery   charging ", "(battery AND charging)")]
    [InlineData("battery AND charging", "(battery AND charging)")]
    [InlineData("battery OR charging", "(battery OR charging)")]
    [InlineData("a1 b1 OR c1 d1", "((a1 AND b1) OR (c1 AND d1))")]
    [InlineData("a1 (b1 OR c1)", "(a1 AND (b1 OR c1))")]
    [InlineData("battery -lead", "(battery AND NOT lead)")]
    [InlineData("battery NOT lead", "(battery AND NOT lead)")]
    [InlineData("battery AND NOT lead", "(battery AND NOT lead)")]
    [InlineData("-lead", "NOT lead")]
    [InlineData("NOT NOT lead", "lead")]
    [InlineData("-(lead OR acid)", "NOT (lead OR acid)")]
    [InlineData("a1 OR -b1", "(a1 OR NOT b1)")]
    [InlineData("\"solid state\" battery", "(\"solid state\" AND battery)")]
    [InlineData("“solid state”", "\"solid state\"")]
    [InlineData("\"battery\"", "battery")]
    [InlineData("batter*", "batter*")]
    [InlineData("title:tesla", "title:tesla")]
    [InlineData("TITLE:\"model 3\"", "title:\"model 3\"")]
    [InlineData("title:(tesla OR byd) china", "((title:tesla OR title:byd) AND china)")]
    [InlineData("title:(tesla text:china)", "(title:tesla AND text:china)")]
    [InlineData("-author:smith", "NOT author:smith")]
    [InlineData("outlet:example.com", "outlet:example.com")]
    [InlineData("charging NEAR/5 network", "NEAR(charging network, 5)")]
    [InlineData("charging NEAR network", "NEAR(charging network, 10)")]
    [InlineData("\"fast charging\" NEAR/3 network", "NEAR(fast charging network, 3)")]
    [InlineData("a1 NEAR/5 b1 NEAR/3 c1", "(NEAR(a1 b1, 5) AND NEAR(b1 c1, 3))")]
    [InlineData("title:charging NEAR/2 network", "title:NEAR(charging network, 2)")]
    [InlineData("and or not near", "(and AND or AND not AND near)")]
    [InlineData("\"AND\"", "AND")]
    [InlineData("e-car 12:30 https://a.example/x", "(e-car AND 12:30 AND https://a.example/x)")]
    [InlineData("research & development", "(research AND development)")]
    [InlineData("Tesla: a story", "(Tesla: AND a AND story)")]
    [InlineData("電気自動車", "電気自動車")]
    [InlineData("\"電気自動車\" 充電", "(電気自動車 AND 充電)")]
    [InlineData("「電気自動車」", "電気自動車")]
    [InlineData("比亚迪　特斯拉", "(比亚迪 AND 特斯拉)")]
    [InlineData("（比亚迪 OR 特斯拉）", "(比亚迪 OR 特斯拉)")]
    public void Reads_what_was_meant(string text, string tree) => Assert.Equal(tree, Show(Assert.IsType<SearchParse.Parsed>(SearchQuery.Parse(text)).Expression));

    [Theory]
    [InlineData("", 0, "nothing to search for")]
    [InlineData("  ", 0, "nothing to search for")]
    [InlineData("& -- !", 0, "nothing to search for")]
    [InlineData("tesla \"model 3", 6, "never closed")]
    [InlineData("(tesla", 0, "never closed")]
    [InlineData("tesla)", 5, "closes nothing")]
    [InlineData("()", 1, "missing before")]
    [InlineData("AND tesla", 0, "AND stands where")]
    [InlineData("tesla AND", 9, "ends where")]
    [InlineData("tesla OR OR byd", 9, "OR stands where")]
    [InlineData("tesla NOT", 9, "ends where")]
    [InlineData("tesla NEAR/0 byd", 6, "distance")]
    [InlineData("tesla NEAR/x byd", 6, "distance")]
    [InlineData("tes* NEAR/3 byd", 5, "two words or phrases")]
    [InlineData("(a1 b1) NEAR c1", 8, "two words or phrases")]
    [InlineData("te*la", 2, "only end a word")]
    [InlineData("t*", 0, "before the star")]
    [InlineData("*", 0, "before the star")]
    [InlineData("\"solid sta\"*", 11, "cannot follow a phrase")]
    [InlineData("tesla titel:byd", 6, "no field “titel”")]
    [InlineData("title:author:smith", 6, "cannot follow a field")]
    public void Says_where_and_what_is_wrong(string text, int position, string message)
    {
        var invalid = Assert.IsType<SearchParse.Invalid>(SearchQuery.Parse(text));

        Assert.Equal(position, invalid.Position);
        Assert.Contains(message, invalid.Message);
        Assert.NotEmpty(invalid.Hint);
    }

    [Fact]
    public void Refuses_what_is_too_long_too_deep_or_too_much()
    {
        Assert.Contains("longer", Message(new string('a', SearchQuery.MostCharacters + 1)));
        Assert.Contains("deep", Message(new string('(', 30) + "a" + new string(')', 30)));
        Assert.Contains("more than 100", Message(string.Join(' ', Enumerable.Range(0, 101))));
    }

    private static string Message(string text) => Assert.IsType<SearchParse.Invalid>(SearchQuery.Parse(text)).Message;

    private static string Show(SearchExpression expression) => expression switch
    {
        SearchExpression.Word w => Field(w.Field) + w.Text + (w.Prefix ? "*" : ""),
        SearchExpression.Phrase p => $"{Field(p.Field)}\"{string.Join(' ', p.Words)}\"",
        SearchExpression.Near n => $"{Field(n.Field)}NEAR({string.Join(' ', n.Words)}, {n.Distance})",
        SearchExpression.And a => $"({string.Join(" AND ", a.Parts.Select(Show))})",
        SearchExpression.Or o => $"({string.Join(" OR ", o.Parts.Select(Show))})",
        SearchExpression.Not n => "NOT " + Show(n.Part),
        _ => throw new InvalidOperationException(),
    };

    private static string Field(SearchField field) => field == SearchField.Any ? "" : field.ToString().ToLowerInvariant() + ":";
}
