namespace Aggregator.Trends;

public sealed class SurpriseTests
{
    /// <summary>Worked out by hand: 10 of 100 now, 10 of 700 before; share 20/800, expected 2.5 and 17.5; 2·(10·ln 4 + 10·ln(10/17.5)) = 27.7259 − 11.1923.</summary>
    [Fact]
    public void Is_the_log_likelihood_ratio() => Assert.Equal(16.5336, Surprise.Score(10, 100, 10, 700), 4);

    /// <summary>Never seen before: 3 of 100 now; expected 3/8; 2·3·ln 8 = 12.4766.</summary>
    [Fact]
    public void Takes_what_was_never_seen_before_without_smoothing() => Assert.Equal(12.4766, Surprise.Score(3, 100, 0, 700), 4);

    /// <summary>The share has halved: 5 of 100, 70 of 700 before; share 75/800, expected 9.375 and 65.625; 2·(5·ln(5/9.375) + 70·ln(70/65.625)) = −6.2861 + 9.0354.</summary>
    [Fact]
    public void Is_below_zero_for_what_has_become_rarer() => Assert.Equal(-2.7493, Surprise.Score(5, 100, 70, 700), 4);

    [Theory]
    [InlineData(10, 100, 70, 700)]
    [InlineData(1, 10, 7, 70)]
    [InlineData(0, 100, 0, 700)]
    public void Is_zero_for_an_unchanged_share(int count, int total, int past, int pastTotal) => Assert.Equal(0, Surprise.Score(count, total, past, pastTotal), 9);

    [Theory]
    [InlineData(5, 5, 0, 0)]
    [InlineData(0, 0, 5, 5)]
    public void Is_zero_where_there_is_nothing_to_compare(int count, int total, int past, int pastTotal) => Assert.Equal(0, Surprise.Score(count, total, past, pastTotal));

    [Fact]
    public void A_rare_name_that_comes_up_stands_out_more_than_a_common_one_that_stays_common() =>
        Assert.True(Surprise.Score(8, 1000, 2, 7000) > Surprise.Score(120, 1000, 770, 7000));

    [Fact]
    public void Expects_the_share_of_the_past() => Assert.Equal(11, Surprise.Expected(1000, 77, 7000), 9);
}
