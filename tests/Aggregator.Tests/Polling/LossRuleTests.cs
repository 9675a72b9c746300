using Aggregator.Model;

namespace Aggregator.Polling;

public sealed class LossRuleTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    private static readonly FeedState Read = new() { LastFullAt = Now.AddDays(-1), LastNewAt = Now.AddDays(-1) };
    private static readonly PollObservation TurnedOver = new() { Fate = FetchFate.Updated, Entries = 7, Known = 0, EntryDates = [Now.AddDays(-1), Now] };

    [Fact]
    public void A_document_that_shares_no_entry_with_the_last_may_have_lost_as_many() => Assert.Equal(7, LossRule.Estimate(Read, TurnedOver));

    [Fact]
    public void Nothing_is_lost_where_one_entry_is_known() => Assert.Equal(0, LossRule.Estimate(Read, TurnedOver with { Known = 1 }));

    [Fact]
    public void Nothing_is_lost_of_a_delta() => Assert.Equal(0, LossRule.Estimate(Read, TurnedOver with { IsDelta = true }));

    [Fact]
    public void Nothing_is_lost_before_there_was_a_document_with_entries()
    {
        Assert.Equal(0, LossRule.Estimate(Read with { LastFullAt = null }, TurnedOver));
        Assert.Equal(0, LossRule.Estimate(Read with { LastNewAt = null }, TurnedOver));
    }

    [Fact]
    public void Old_entries_that_are_not_known_are_renamed_ones() =>
        Assert.Equal(0, LossRule.Estimate(Read, TurnedOver with { EntryDates = [Now.AddDays(-1).AddSeconds(-1), Now] }));
}
