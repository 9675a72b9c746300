using Aggregator.Model;

namespace Aggregator.Api;

public sealed class DecisionWordsTests
{
    [Theory]
    [InlineData("copy", "containment", 0.93, 0.5, "Its text is that of “Recall”: 93 % of the shorter one's word triples are in both, and 50 % is enough.")]
    [InlineData("story", "join", 0.61, 0.234, "It is like the story “Recall”: 0.61, and 0.23 is enough.")]
    [InlineData("story", "new", 0.1, 0.234, "It opened a story: the likest one so far, “Recall”, reaches 0.10 of the 0.23 that it would take.")]
    [InlineData("story", "new", null, null, "It opened a story: nothing recent is like it.")]
    [InlineData("story", "merge", 0.61, 0.234, "It is like the story “Recall” (0.61, and 0.23 is enough) and shows that it and other stories are one.")]
    [InlineData("correction", "split", null, null, "A person told its story apart from another.")]
    [InlineData("story", "shared-terms", null, null, "It opened a story: nothing recent is like it.")]
    public void Says_a_decision_in_one_sentence(string kind, string rule, double? score, double? threshold, string sentence) =>
        Assert.Equal(sentence, DecisionWords.Of(new Decision(kind, rule, score, threshold, []), "Recall"));

    [Fact]
    public void Does_without_a_title_that_is_gone() =>
        Assert.Equal("It is like the story another: 0.61, and 0.23 is enough.", DecisionWords.Of(new Decision("story", "join", 0.61, 0.23, [], 7), null));
}
