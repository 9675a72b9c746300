namespace Aggregator.Stories.Copies;

public class FactCheckTests
{
    private const string Text = "Shares of carmaker Norvik rose sharply on Monday after the board confirmed 400 new jobs in the northern plant.";

    [Fact]
    public void Facts_in_the_same_surroundings_agree() => Assert.Equal(new FactCheck(3, 0), Of(Text, Text));

    [Theory]
    [InlineData("Norvik", "Hallgren")]
    [InlineData("400", "900")]
    public void Another_fact_in_the_same_surroundings_differs(string fact, string other) => Assert.Equal(new FactCheck(2, 1), Of(Text, Text.Replace(fact, other)));

    [Fact]
    public void The_words_before_or_behind_a_fact_are_enough_to_know_it_by()
    {
        Assert.Equal(new FactCheck(1, 0), Of("old grey bridges near Lindesund fell", "old grey bridges near Lindesund stood"));
        Assert.Equal(new FactCheck(1, 0), Of("near Lindesund old grey bridges", "beyond Lindesund old grey bridges"));
        Assert.Equal(new FactCheck(0, 1), Of("old grey bridges Lindesund fell", "old grey bridges Marvika stood"));
    }

    [Fact]
    public void Facts_in_other_surroundings_count_neither_way() =>
        Assert.Equal(new FactCheck(0, 0), Of("old grey bridges Lindesund fell over night", "young blue rivers Lindesund froze last winter"));

    [Fact]
    public void Surroundings_are_two_words_on_one_side()
    {
        Assert.Equal(new FactCheck(0, 0), Of("old bridges Lindesund fell", "new bridges Lindesund stood"));
        Assert.Equal(new FactCheck(0, 0), Of("bridges grey Lindesund", "today Lindesund grey bridges"));
    }

    [Fact]
    public void One_agreement_of_two_surroundings_is_enough()
    {
        // the first surroundings stand twice in the longer text, once with the same name
        Assert.Equal(new FactCheck(1, 0), Of("old grey bridges Lindesund", "old grey bridges Marvika stood tall, old grey bridges Lindesund fell low"));
    }

    [Theory]
    [InlineData(2, 2, false)]
    [InlineData(2, 3, true)]
    public void More_facts_that_differ_than_agree_make_a_template(int agree, int differ, bool isTemplate) =>
        Assert.Equal(isTemplate, new FactCheck(agree, differ).IsTemplate);

    private static FactCheck Of(string a, string b)
    {
        var check = FactCheck.Of(Codes(a), Codes(b));
        Assert.Equal(check, FactCheck.Of(Codes(b), Codes(a)));
        return check;
    }

    private static ushort[] Codes(string text) => [.. CopyWords.Of(text).Select(word => word.Code)];
}
