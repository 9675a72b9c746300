namespace Aggregator.Polling;

public sealed class FreshnessTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("max-age=3600", 3600)]
    [InlineData("public, max-age=3600", 3600)]
    [InlineData("MAX-AGE=3600", 3600)]
    [InlineData("max-age=3600;public", 3600)]
    [InlineData("max-age=\"3600\"", 3600)]
    [InlineData("max-age = 3600", 3600)]
    [InlineData("max-age=3600.5", 3600)]
    [InlineData("max-age=99999999999999999999", 31536000)]
    [InlineData("max-age=600, max-age=300", 300)]
    [InlineData("s-maxage=10, max-age=300", 300)]
    [InlineData("max-age=0", 0)]
    public void Reads_max_age_however_it_is_written(string header, int seconds)
    {
        var freshness = Freshness.Parse(header, null, null, null, Now);
        Assert.Equal(TimeSpan.FromSeconds(seconds), freshness.Lifetime);
        Assert.Equal("cache-control", freshness.Source);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("public")]
    [InlineData("max-age=-1")]
    [InlineData("max-age=soon")]
    [InlineData("max-age")]
    [InlineData("no-cache, max-age=3600")]
    [InlineData("no-store")]
    public void States_nothing_where_nothing_usable_is_stated(string? header) =>
        Assert.Null(Freshness.Parse(header, null, null, null, Now).Lifetime);

    [Fact]
    public void Age_is_already_spent() =>
        Assert.Equal(TimeSpan.FromSeconds(3000), Freshness.Parse("max-age=3600", null, "600", null, Now).Lifetime);

    [Fact]
    public void Age_beyond_the_lifetime_leaves_nothing() =>
        Assert.Equal(TimeSpan.Zero, Freshness.Parse("max-age=60", null, "600", null, Now).Lifetime);

    [Fact]
    public void Expires_is_meant_against_the_clock_of_the_server()
    {
        var freshness = Freshness.Parse(null, "Mon, 02 Mar 2026 09:30:00 GMT", null, "Mon, 02 Mar 2026 09:00:00 GMT", Now);
        Assert.Equal(TimeSpan.FromMinutes(30), freshness.Lifetime);
        Assert.Equal("expires", freshness.Source);
    }

    [Fact]
    public void Age_is_spent_of_expires_too() =>
        Assert.Equal(TimeSpan.FromMinutes(20), Freshness.Parse(null, "Mon, 02 Mar 2026 12:30:00 GMT", "600", null, Now).Lifetime);

    [Fact]
    public void Max_age_goes_before_expires() =>
        Assert.Equal(TimeSpan.FromMinutes(1), Freshness.Parse("max-age=60", "Mon, 02 Mar 2026 18:00:00 GMT", null, null, Now).Lifetime);

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("Thu, 01 Jan 1970 00:00:00 GMT")]
    public void Invalid_and_past_expires_means_already_expired(string expires) =>
        Assert.Equal(TimeSpan.Zero, Freshness.Parse(null, expires, null, null, Now).Lifetime);
}
