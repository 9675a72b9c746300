namespace Aggregator.Stories.Copies;

public class ReplacementsTests
{
    private const string Notice = "The plant of Norvik in Lindesund will close 400 of its jobs next year, and the grey old bridges near the harbour are to be painted by Hallgren as soon as the cold winter weather allows such work.";

    [Fact]
    public void A_text_replaces_nothing_of_itself() => Assert.Equal(0, Of(Notice, Notice).Count);

    [Theory]
    [InlineData("Norvik", "Tessera", 1)]
    [InlineData("400", "900", 1)]
    [InlineData("Norvik in Lindesund will close 400", "Tessera in Marvika will close 900", 3)]
    public void A_fact_with_another_in_its_place_is_replaced(string from, string to, int count) => Assert.Equal(count, Of(Notice, Notice.Replace(from, to)).Count);

    [Theory]
    [InlineData("Norvik in ", "")]
    [InlineData("jobs", "posts")]
    [InlineData("400 of its jobs", "jobs")]
    public void What_was_left_out_or_is_no_fact_is_not_replaced(string from, string to) => Assert.Equal(0, Of(Notice, Notice.Replace(from, to)).Count);

    [Theory]
    [InlineData("43", "forty-three")]
    [InlineData("343", "three hundred and forty-three")]
    [InlineData("5", "five")]
    [InlineData("5", "fünf")]
    public void A_number_that_is_written_out_is_the_same_number(string figures, string words)
    {
        Assert.Equal(0, Of(Notice.Replace("400", figures), Notice.Replace("400", words)).Count);
        Assert.Equal(1, Of(Notice.Replace("400", "17"), Notice.Replace("400", words)).Count);
    }

    [Fact]
    public void A_second_name_for_the_same_is_replaced_once()
    {
        const string Text = Notice + " Workers of Norvik were told by letter on a cold evening.";

        Assert.Equal(1, Of(Text, Text.Replace("Norvik", "Tessera")).Count);
    }

    [Fact]
    public void A_fact_that_the_other_text_has_elsewhere_is_not_replaced() =>
        Assert.Equal(0, Of(Notice + " Marit Solheim spoke.", Notice.Replace("Hallgren", "Solheim") + " Marit Hallgren spoke.").Count);

    [Fact]
    public void Another_dateline_is_no_other_fact() => Assert.Equal(0, Of("LONDON (Reuters) – " + Notice, "OSLO (NTB) – " + Notice).Count);

    [Theory]
    [InlineData(1, 1, 10, 100, false)]
    [InlineData(2, 0, 71, 100, true)]
    [InlineData(2, 0, 72, 100, false)]
    [InlineData(3, 3, 1000, 2000, true)]
    [InlineData(3, 2, 1000, 2000, false)]
    [InlineData(2, 2, 960, 1000, true)]
    [InlineData(2, 2, 959, 1000, false)]
    [InlineData(2, 1, 998, 1000, false)]
    public void Two_replaced_facts_make_a_template_unless_they_are_few_for_its_length(int count, int inLead, int matched, int words, bool isTemplate) =>
        Assert.Equal(isTemplate, new Replacements(count, inLead, matched, words).IsTemplate);

    private static Replacements Of(string a, string b)
    {
        var (one, other) = (Codes(a), Codes(b));
        Assert.Equal(Replacements.Of(one, other).Count, Replacements.Of(other, one).Count);
        return Replacements.Of(one, other);
    }

    private static ushort[] Codes(string text) => [.. CopyWords.Of(text).Select(word => word.Code)];
}
