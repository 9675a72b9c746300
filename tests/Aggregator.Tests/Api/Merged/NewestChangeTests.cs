namespace Aggregator.Api.Merged;

public sealed class NewestChangeTests
{
    private static readonly DateTimeOffset Second = new(2026, 11, 29, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Two_states_within_a_second_have_different_dates_in_order()
    {
        var first = NewestChange.After(null, 1, Second.AddMilliseconds(100), null, 1, 0);
        var second = NewestChange.After(first, 2, Second.AddMilliseconds(101), null, 2, 0);
        var third = NewestChange.After(second, 3, Second.AddMilliseconds(1100), null, 3, 0);
        var later = NewestChange.After(third, 4, Second.AddSeconds(10), null, 4, 0);

        Assert.Equal([Second, Second.AddSeconds(1), Second.AddSeconds(2), Second.AddSeconds(10)], ((NewestChange[])[first, second, third, later]).Select(change => change.Modified!.Value));
        Assert.True(first.Updated < second.Updated && second.Updated < third.Updated && third.Updated < later.Updated);
    }

    [Theory]
    [InlineData(5, 2)]
    [InlineData(null, 0)]
    public void What_leaves_a_feed_moves_its_date_on_too(int? secondsBefore, long sequence)
    {
        var before = NewestChange.After(null, 7, Second, null, 7, 0);
        var after = NewestChange.After(before, sequence, secondsBefore is { } s ? Second.AddSeconds(-s) : null, null, 8, 0);

        Assert.Equal(Second.AddSeconds(1), after.Modified);
        Assert.True(after.Updated > before.Updated);
    }

    [Fact]
    public void The_same_state_keeps_its_date()
    {
        var before = NewestChange.After(NewestChange.After(null, 1, Second, null, 1, 0), 2, Second, null, 2, 0);

        Assert.Equal(before.Modified, NewestChange.After(before, 2, Second, null, 3, 0).Modified);
    }

    [Fact]
    public void A_window_that_moved_on_is_a_change() =>
        Assert.Equal(Second.AddHours(1), NewestChange.After(null, 1, Second, Second.AddHours(1), 1, 0).Modified);

    [Fact]
    public void An_empty_feed_has_no_date() => Assert.Null(NewestChange.After(null, 0, null, null, 0, 0).Modified);
}
