namespace Aggregator.Api.Query;

public sealed class NearestNameTests
{
    [Theory]
    [InlineData("outlets", "outlet")]
    [InlineData("limt", "limit")]
    [InlineData("langauge", "language")]
    [InlineData("page_size", null)]
    [InlineData("x", null)]
    public void Guesses_only_what_is_near(string given, string? expected) =>
        Assert.Equal(expected, NearestName.Find(given, Parameters.FilterAnd(Parameters.Limit(50, 1000, "articles")).Parameters.Select(parameter => parameter.Name)));

    [Fact]
    public void Is_not_led_into_endless_work() => Assert.Null(NearestName.Find(new string('a', 1_000_000), ["outlet"]));
}
