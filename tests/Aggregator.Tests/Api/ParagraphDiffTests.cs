namespace Aggregator.Api;

public sealed class ParagraphDiffTests
{
    [Theory]
    [InlineData("a\nb\nc", "a\nb\nc", "")]
    [InlineData("a\nb\nc", "a\nx\nc", "-b +x")]
    [InlineData("a\nb\nc", "a\nc", "-b")]
    [InlineData("a\nc", "a\nb\nc", "+b")]
    [InlineData("a\nb\nc\nd", "x\nb\nd\ne", "-a +x -c +e")]
    [InlineData("a", "", "-a +")]
    public void Names_what_was_removed_and_added(string before, string after, string changes) =>
        Assert.Equal(changes, string.Join(' ', ParagraphDiff.Of(before, after).Select(change => (change.Change == "added" ? "+" : "-") + change.Text)));
}
