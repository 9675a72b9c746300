using Aggregator.Model;

namespace Aggregator.Pipeline;

public class StoredDateTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Leaves_a_date_of_the_past_alone()
    {
        var claim = new ClaimedDate(Now.AddHours(-3), DatePrecision.Day, "rss:pubDate");

        Assert.Equal(claim, StoredDate.Clamp(claim, Now));
    }

    [Fact]
    public void A_date_in_the_future_becomes_the_time_it_was_first_seen_and_says_so()
    {
        var clamped = StoredDate.Clamp(new ClaimedDate(Now.AddDays(30), DatePrecision.Full, "rss:pubDate"), Now);

        Assert.Equal(new ClaimedDate(Now, DatePrecision.Full, "first-seen (claim in the future)"), clamped);
    }

    [Fact]
    public void A_missing_date_is_first_seen()
    {
        Assert.Equal(new ClaimedDate(Now, DatePrecision.Full, "first-seen"), StoredDate.Clamp(null, Now));
    }
}
