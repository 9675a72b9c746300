namespace Aggregator.Stories.Clustering;

public class TermSumTests
{
    private static readonly Term[] One = [new(1, 10, TermKind.None), new(4, 20, TermKind.None)];
    private static readonly Term[] Two = [new(2, 30, TermKind.None), new(4, 5, TermKind.None)];

    [Fact]
    public void Has_the_terms_of_its_only_article() => Assert.Equal([(1, 10), (4, 20)], Of(Sum(One)));

    [Fact]
    public void Adds_the_weights_of_a_term_that_several_have() => Assert.Equal([(1, 10), (2, 30), (4, 25)], Of(Sum(One, Two)));

    [Fact]
    public void Has_what_was_there_before_when_an_article_is_taken_out()
    {
        var sum = Sum(One, Two);
        sum.Subtract(One);

        Assert.Equal(Of(Sum(Two)), Of(sum));
    }

    [Fact]
    public void Keeps_its_only_terms_when_an_article_without_any_is_taken_out()
    {
        var sum = Sum([], One);
        sum.Subtract(One);
        sum.Add(Two);
        sum.Subtract([]);

        Assert.Equal(Of(Sum(Two)), Of(sum));
    }

    [Fact]
    public void Is_empty_without_its_only_article()
    {
        var sum = Sum(One);
        sum.Subtract(One);

        Assert.Empty(Of(sum));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Finds_the_place_of_a_term(bool several) => Assert.Equal(several ? 2 : 1, (several ? Sum(One, Two) : Sum(One)).IndexOf(4, 0));

    private static TermSum Sum(params Term[][] articles)
    {
        var sum = new TermSum();
        foreach (var terms in articles)
            sum.Add(terms);
        return sum;
    }

    private static List<(int Term, int Weight)> Of(TermSum sum) => [.. Enumerable.Range(0, sum.Count).Select(i => sum[i])];
}
