using Aggregator.Model;

namespace Aggregator.Polling;

public sealed class BackOffTests
{
    private static readonly PollingOptions Options = new() { MaxInterval = TimeSpan.FromDays(365) };
    private static readonly TimeSpan Passing = Wait(FetchFate.Timeout), Lasting = Wait(FetchFate.NotAFeed);

    [Theory]
    [InlineData(FetchFate.NetworkError, null, true)]
    [InlineData(FetchFate.Timeout, null, true)]
    [InlineData(FetchFate.InternalError, 200, true)]
    [InlineData(FetchFate.RateLimited, 429, true)]
    [InlineData(FetchFate.HttpError, 500, true)]
    [InlineData(FetchFate.HttpError, 408, true)]
    [InlineData(FetchFate.HttpError, 425, true)]
    [InlineData(FetchFate.HttpError, 499, false)]
    [InlineData(FetchFate.HttpError, 404, false)]
    [InlineData(FetchFate.TooLarge, 200, false)]
    public void What_may_pass_by_itself_is_asked_for_sooner(FetchFate fate, int? status, bool passes)
    {
        Assert.True(Passing < Lasting);
        Assert.Equal(passes ? Passing : Lasting, Wait(fate, status));
    }

    [Theory]
    [InlineData(2, 2)]
    [InlineData(5, 16)]
    [InlineData(12, 2048)]
    [InlineData(13, 2048)]
    [InlineData(int.MaxValue, 2048)]
    public void Each_failure_doubles_the_wait_until_it_is_over_a_week(int failures, int factor) =>
        Assert.Equal(Passing * factor, Wait(FetchFate.Timeout, failures: failures));

    [Fact]
    public void The_own_interval_counts_where_it_is_longer()
    {
        Assert.Equal(Passing, Wait(FetchFate.Timeout, own: Passing / 2));
        Assert.Equal(Passing * 1.5, Wait(FetchFate.Timeout, own: Passing * 1.5));
        Assert.Equal(Lasting, Wait(FetchFate.NotAFeed, own: Passing * 1.5));
    }

    [Fact]
    public void No_wait_is_over_the_longest_interval() =>
        Assert.Equal(TimeSpan.FromHours(24), BackOff.Interval(new() { Fate = FetchFate.Timeout }, 100, TimeSpan.Zero, new()));

    private static TimeSpan Wait(FetchFate fate, int? status = null, int failures = 1, TimeSpan own = default) =>
        BackOff.Interval(new() { Fate = fate, Status = status }, failures, own, Options);
}
