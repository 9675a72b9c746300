using System.Text;
using Aggregator.Model;

namespace Aggregator.Configuration;

public class FeedsFileWriterTests
{
    private const string A = """{ "url": "https://a.example/f", "title": "A", "category": "C" }""";
    private static readonly FeedDefinition New = new("https://new.example/f", "New", "C");

    [Theory]
    [InlineData("{ \"feeds\": [] }", 1)]
    [InlineData("{\"feeds\":[A]}", 2)]
    [InlineData("{ \"feeds\": [ A, ], }", 2)]
    [InlineData("{\n  // ours, [ and ]\n  \"feeds\": [\n    A, // the first, ]\n    /* , */\n  ],\n  \"note\": [1, 2]\n}\n", 2)]
    [InlineData("{\n  \"feeds\": [\n    A // no comma, yet\n  ]\n}\n", 2)]
    [InlineData("{ \"note\": { \"feeds\": [] }, \"feeds\": [ A ] }", 2)]
    public void Adds_feeds_at_the_end_and_leaves_the_rest_as_it_was_written(string pattern, int count)
    {
        var old = pattern.Replace("A", A, StringComparison.Ordinal);

        var list = FeedsFileWriter.Append(Encoding.UTF8.GetBytes(old), [New]);

        var read = FeedsFile.Parse(Encoding.UTF8.GetBytes(list), "feeds.json");
        Assert.Empty(read.Faults);
        Assert.Equal((count, New), (read.Feeds.Count, read.Feeds[^1]));
        foreach (var kept in (string[])["// ours, [ and ]", "// the first, ]", "/* , */", "// no comma, yet", "\"note\": [1, 2]", "\"note\": { \"feeds\": [] }"])
            Assert.Equal(old.Contains(kept, StringComparison.Ordinal), list.Contains(kept, StringComparison.Ordinal));
    }

    [Fact]
    public void Reads_past_a_byte_order_mark() =>
        Assert.Equal(2, FeedsFile.Parse(Encoding.UTF8.GetBytes(FeedsFileWriter.Append([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes($"{{ \"feeds\": [ {A} ] }}")], [New])), "f").Feeds.Count);
}
