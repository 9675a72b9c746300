namespace Aggregator;

/// <summary>
/// Feeds as met in the field, on which the policy was set. Shares and spreads were taken from a collection of some 130 real documents with dates: the median feed
/// has 0.85 entries a day, a quarter over 13, one in twenty around 100; documents hold 20 entries (10–100); nine tenths of a feed's entries
/// fall into a third of the day; a quarter of the gaps are under 15 minutes; one feed in ten publishes on the half hours; one in nine states a ttl.
/// Entries come as a Poisson process whose rate follows hour and weekday, each followed by others within minutes in some feeds; one feed in ten changes its rate for good at some day.
/// </summary>
internal sealed class OfficeHoursFeeds
{
    private readonly Random _random;

    private OfficeHoursFeeds(int seed) => _random = new Random(seed);

    public static SimulatedFeed Make(int seed)
    {
        var maker = new OfficeHoursFeeds(seed);
        return new SimulatedFeed(maker.Publisher(), maker._random.NextDouble());
    }

    private SimulatedPublisher Publisher()
    {
        var rate = Math.Clamp(0.85 * Math.Exp(2.4 * _random.Gauss()), 0.005, 200);
        var window = rate > 50 ? _random.Pick(20, 30, 50, 100) : _random.Pick(10, 10, 10, 15, 20, 20, 20, 25, 30, 50);
        var hasValidators = _random.NextDouble() < 0.75;
        var maxAge = _random.MaxAge();
        TimeSpan? ttl = _random.NextDouble() < 0.11 ? TimeSpan.FromMinutes(_random.Pick(5, 10, 15, 30, 30, 40, 60, 60)) : null;
        TimeSpan? update = _random.NextDouble() < 0.15 ? TimeSpan.FromHours(1) : null;
        return new(Publish(rate), window, hasValidators, maxAge, ttl, update);
    }

    private DateTimeOffset[] Publish(double rate)
    {
        var hours = DayShape();
        var weekend = _random.NextDouble() < 0.3 ? 1 : _random.NextDouble() * 0.5;
        var onTheHalfHour = _random.NextDouble() < 0.1;
        // entries that come within minutes of another: none for most feeds, half of all for some
        var followers = Math.Max(0, (_random.NextDouble() * 0.9) - 0.3);
        var drift = _random.NextDouble() < 0.1 ? Math.Exp(_random.Gauss()) : 1;
        var changeDay = _random.Next(SimulatedFeed.History + SimulatedFeed.Days);
        List<DateTimeOffset> published = [];
        for (var hour = -SimulatedFeed.History * 24; hour < SimulatedFeed.Days * 24; hour++)
        {
            var at = SimulatedFeed.Start.AddHours(hour);
            var day = at.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? weekend : 1;
            var mean = rate * 7 / (5 + (2 * weekend)) * day * hours[at.Hour] * (1 - followers) * ((hour / 24) + SimulatedFeed.History > changeDay ? drift : 1);
            for (var n = _random.Poisson(mean); n > 0; n--)
            {
                var lead = at.AddMinutes(onTheHalfHour ? (30 * _random.Next(2)) + (_random.NextDouble() * 2) : _random.NextDouble() * 60);
                published.Add(lead);
                while (_random.NextDouble() < followers)
                    published.Add(lead = lead.AddMinutes(_random.NextDouble() * 15));
            }
        }

        published.Sort();
        return [.. published];
    }

    /// <summary>Shares of the 24 hours, UTC: a working day of eight to fourteen hours in some time zone over a low floor; one feed in eight runs round the clock.</summary>
    private double[] DayShape()
    {
        var shape = new double[24];
        int begin = _random.Pick(6, 7, 8, 13, 14, 15, 16, 0), length = _random.Next(8, 15);
        var floor = _random.NextDouble() < 0.125 ? 1 : 0.02 + (0.08 * _random.NextDouble());
        for (var i = 0; i < 24; i++)
            shape[i] = floor;
        for (var i = 0; i < length && floor < 1; i++)
            shape[(begin + i) % 24] = 0.5 + Math.Sin(Math.PI * (i + 0.5) / length);
        var sum = shape.Sum();
        return [.. shape.Select(s => s / sum)];
    }
}
