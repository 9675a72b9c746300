namespace Aggregator.Stories.Copies;

public class AlignmentTests
{
    [Fact]
    public void Equal_texts_are_one_run() => Assert.Equal([new AlignedRun(0, 0, 5)], Of("red green blue white black", "red green blue white black"));

    [Fact]
    public void A_word_in_place_of_another_parts_two_runs() =>
        Assert.Equal([new AlignedRun(0, 0, 2), new AlignedRun(3, 3, 2)], Of("red green blue white black", "red green grey white black"));

    [Fact]
    public void A_passage_that_only_one_has_parts_them_too() =>
        Assert.Equal([new AlignedRun(0, 0, 2), new AlignedRun(2, 4, 3)], Of("red green blue white black", "red green large stones blue white black"));

    [Fact]
    public void Of_passages_that_changed_places_the_longer_row_is_kept() =>
        Assert.Equal([new AlignedRun(0, 2, 4)], Of("red green blue white large stones", "large stones red green blue white"));

    [Fact]
    public void Words_that_repeat_are_joined_to_a_run_that_is_sure() =>
        Assert.Equal([new AlignedRun(0, 0, 6)], Of("red green red green blue white", "red green red green blue white"));

    [Theory]
    [InlineData("", "")]
    [InlineData("red", "red")]
    [InlineData("red green", "blue white")]
    public void Texts_without_a_common_pair_have_no_run(string a, string b) => Assert.Empty(Of(a, b));

    private static List<AlignedRun> Of(string a, string b) => Alignment.Of(Codes(a), Codes(b));

    private static ushort[] Codes(string text) => [.. CopyWords.Of(text).Select(word => word.Code)];
}
