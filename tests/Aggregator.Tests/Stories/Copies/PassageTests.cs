namespace Aggregator.Stories.Copies;

public class PassageTests
{
    [Fact]
    public void Quotes_the_longest_run_that_both_have_and_no_word_more() =>
        Assert.Equal("gold hills rise\nfrom deep water".Replace('\n', ' '), Longest(
            "Red boats sail north. Then gold hills rise\nfrom deep water, sailors say.", "Red boats sail south. Few gold hills rise from deep water again."));

    [Fact]
    public void Quotes_the_first_of_equal_runs() => Assert.Equal("red boats sail", Longest("red boats sail, gold hills rise", "gold hills rise. red boats sail"));

    [Fact]
    public void Quotes_a_run_that_ends_with_either_text()
    {
        Assert.Equal("red boats sail north", Longest("today red boats sail north", "red boats sail north tonight"));
        Assert.Equal("red boats sail north", Longest("red boats sail north tonight", "today red boats sail north"));
    }

    [Fact]
    public void Quotes_nothing_where_nothing_is_shared() => Assert.Equal("", Longest("red boats sail north", "gold hills rise high"));

    [Theory]
    [InlineData(240, false)]
    [InlineData(241, true)]
    public void Cuts_what_is_longer_than_a_reader_needs(int length, bool isCut)
    {
        var text = string.Join(' ', Enumerable.Range(0, 60).Select(i => $"word{(char)('a' + (i % 26))}{(char)('a' + (i / 26))}"))[..(length - 3)] + "xyz";
        var quote = Longest(text, text);
        Assert.Equal(isCut ? text[..240] + "…" : text, quote);
    }

    private static string Longest(string text, string other) => Passage.Longest(text, CopyWords.Of(text), [.. CopyWords.Of(other).Select(word => word.Code)]);
}
