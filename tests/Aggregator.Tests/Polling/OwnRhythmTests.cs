using Aggregator.Model;

namespace Aggregator.Polling;

public sealed class OwnRhythmTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    private static readonly PollingOptions Options = new() { MinInterval = TimeSpan.FromSeconds(1), MaxInterval = TimeSpan.FromDays(5) };
    private static readonly PollObservation Unchanged = new() { Fate = FetchFate.NotModified, Status = 304 };

    /// <summary>Nine entries of a document, of which so many are known.</summary>
    private static PollObservation Document(int known, int entries = 9) =>
        new() { Fate = FetchFate.Updated, Status = 200, Entries = entries, Known = known };

    [Theory]
    [InlineData(0.9, 9, 1)]
    [InlineData(0.5, 9, 0)]
    [InlineData(0.1, 8, -1)]
    [InlineData(0.64, 9, 1)]
    [InlineData(0.62, 9, 0)]
    [InlineData(0.38, 8, 0)]
    [InlineData(0.36, 8, -1)]
    public void The_share_of_polls_without_news_steers_the_interval(double share, int known, int direction)
    {
        var (_, memory) = Next(Memory(share, 1), Document(known));
        Assert.Equal(direction, Math.Sign(memory.Correction!.Value - 1));
        Assert.InRange(memory.Correction.Value, 0.9, 1.1);
    }

    [Fact]
    public void A_poll_without_news_raises_the_share_and_one_with_news_lowers_it()
    {
        Assert.Equal(0.55, Next(Memory(0.5, 1), Unchanged).Memory.SeenShare!.Value, 4);
        Assert.Equal(0.45, Next(Memory(0.5, 1), Document(8)).Memory.SeenShare!.Value, 4);
        Assert.Equal(0.55, Next(Memory(null, null), Unchanged).Memory.SeenShare!.Value, 4);
    }

    [Theory]
    [InlineData(2, true)]
    [InlineData(3, false)]
    public void A_document_of_which_less_than_a_third_is_known_halves_the_interval(int known, bool halves) =>
        Assert.Equal(halves ? 0.5 : 1, Next(Memory(0.5, 1), Document(known)).Memory.Correction!.Value, 4);

    [Fact]
    public void A_delta_shows_no_turnover() => Assert.Equal(1, Next(Memory(0.5, 1), Document(0) with { IsDelta = true }).Memory.Correction);

    [Fact]
    public void What_a_silence_lengthened_ends_with_it()
    {
        Assert.Equal(2, Next(Memory(0.5, 2), Document(8)).Memory.Correction);
        Assert.Equal(1, Next(Memory(0.5, 2), Document(7)).Memory.Correction);
        Assert.Equal(0.8, Next(Memory(0.5, 0.8), Document(7)).Memory.Correction);
    }

    [Fact]
    public void The_correction_stays_within_bounds_that_mirror_each_other()
    {
        var (most, least) = (1.0, 1.0);
        for (var i = 0; i < 60; i++)
        {
            most = Next(Memory(1, most), Unchanged).Memory.Correction!.Value;
            least = Next(Memory(0, least), Document(8)).Memory.Correction!.Value;
        }

        Assert.Equal(1, most * least, 3);
        Assert.InRange(most, 2, 3);
    }

    [Fact]
    public void A_correction_stretches_the_interval() =>
        Assert.Equal(2, Next(Memory(0.5, 2, window: 0), Unchanged).Rhythm / Next(Memory(0.5, 1, window: 0), Unchanged).Rhythm, 3);

    [Fact]
    public void Livelier_feeds_are_polled_more_often_but_find_more_each_time()
    {
        var (slow, fast) = (Next(Memory(0.5, 1, rate: 1), Unchanged).Rhythm, Next(Memory(0.5, 1, rate: 16), Unchanged).Rhythm);
        Assert.InRange(slow, TimeSpan.FromHours(12), TimeSpan.FromHours(24));
        Assert.InRange(slow / fast, 4, 15);
    }

    [Fact]
    public void A_rare_publisher_is_polled_after_the_longest_interval() =>
        Assert.Equal(Options.MaxInterval, Next(Memory(0.5, 1, rate: 0.01), Unchanged).Rhythm);

    [Fact]
    public void A_short_document_is_polled_before_it_turns_over()
    {
        var (rhythm, memory) = Next(Memory(0.5, 1, rate: 24), Document(6, entries: 6));
        Assert.Equal(6, memory.Window);
        Assert.InRange(memory.SafeMinutes!.Value, 60, 180);
        var twice = Next(Memory(0.5, 1, rate: 24), Document(12, entries: 12)).Memory;
        Assert.Equal(2, twice.SafeMinutes!.Value / memory.SafeMinutes.Value, 2);
        Assert.Equal(memory.SafeMinutes.Value, Next(Memory(0.5, 1, rate: 1), Document(6, entries: 6)).Memory.SafeMinutes!.Value / 24, 0);
        Assert.True(rhythm.TotalMinutes <= memory.SafeMinutes);
        var (tight, one) = Next(Memory(0.5, 2.5, rate: 24), Document(1, entries: 1));
        Assert.Equal(one.SafeMinutes!.Value, tight.TotalMinutes, 3);
    }

    [Fact]
    public void Neither_a_delta_nor_a_304_tells_how_long_the_document_is()
    {
        Assert.Equal(40, Next(Memory(0.5, 1, window: 40), Document(0) with { IsDelta = true }).Memory.Window);
        Assert.Equal(40, Next(Memory(0.5, 1, window: 40), Unchanged).Memory.Window);
        Assert.Null(Next(Memory(0.5, 1, window: 0), Unchanged).Memory.SafeMinutes);
    }

    [Fact]
    public void Entries_that_come_together_leave_the_document_together()
    {
        var alone = Memory(0.5, 1, rate: 24);
        var together = alone with { Activity = alone.Activity! with { Entries = alone.Activity.Entries * 3 } };
        Assert.Equal(3, Next(alone, Document(9)).Memory.SafeMinutes!.Value / Next(together, Document(9)).Memory.SafeMinutes!.Value, 2);
    }

    [Fact]
    public void Owners_may_go_below_the_shortest_interval()
    {
        var busy = Memory(0.5, 1, rate: 10_000);
        Assert.Equal(TimeSpan.FromMinutes(5), OwnRhythm.Next(busy, Unchanged, new(), Now).Rhythm);
        Assert.Equal(TimeSpan.FromMinutes(1), OwnRhythm.Next(busy, Unchanged, new() { OwnerInterval = TimeSpan.FromMinutes(1) }, Now).Rhythm);
    }

    [Fact]
    public void The_weekend_is_waited_for_where_a_feed_publishes_on_weekends()
    {
        var weekend = Memory(0.5, 1, rate: 1) with { };
        weekend = weekend with { Activity = weekend.Activity! with { Since = Now.AddDays(-60), Weekend = 100, Hours = [.. Enumerable.Repeat(100.0 / 24, 24)] } };
        var (monday, saturday) = (Now, Now.AddDays(5));
        Assert.True(OwnRhythm.Next(weekend, Unchanged, Options, monday).Rhythm > 3 * OwnRhythm.Next(weekend with { Activity = weekend.Activity with { Until = saturday } }, Unchanged, Options, saturday).Rhythm);
    }

    private static (TimeSpan Rhythm, PollMemory Memory) Next(PollMemory memory, PollObservation seen) => OwnRhythm.Next(memory, seen, Options, Now);

    /// <summary>Of a feed that publishes evenly, watched for ten days.</summary>
    private static PollMemory Memory(double? share, double? correction, double rate = 24, int? window = 200) => new()
    {
        SeenShare = share,
        Correction = correction,
        Window = window,
        Activity = new() { Newest = Now, Since = Now, Until = Now, Count = rate * 10, Entries = rate * 10, Days = 10, Hours = new double[24] },
    };
}
