namespace Aggregator;

/// <summary>
/// One feed with a rhythm like those met in the field. Shares and spreads were taken from a collection of some 130 real documents with dates: the median feed
/// has 0.85 entries a day, a quarter over 13, one in twenty around 100; documents hold 20 entries (10–100); nine tenths of a feed's entries
/// fall into a third of the day; a quarter of the gaps are under 15 minutes; one feed in ten publishes on the half hours; one in nine states a ttl.
/// What servers state of freshness is an estimate: there was no collection to count.
/// </summary>
internal sealed class SimulatedFeed
{
    public const int Days = 30;

    /// <summary>Days before the first poll, which fill the first document.</summary>
    private const int History = 90;

    private static readonly DateTimeOffset Start = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);

    private readonly Random _random;
    private readonly int _window;
    private readonly DateTimeOffset[] _published;

    public SimulatedFeed(int seed)
    {
        _random = new Random(seed);
        double rate = Math.Clamp(0.85 * Math.Exp(2.4 * Gauss()), 0.005, 200);
        int[] windows = [10, 10, 10, 15, 20, 20, 20, 25, 30, 50];
        _window = rate > 50 ? Pick(20, 30, 50, 100) : windows[_random.Next(windows.Length)];
        HasValidators = _random.NextDouble() < 0.75;
        MaxAge = _random.NextDouble() is var p && p < 0.50 ? null : TimeSpan.FromSeconds(p < 0.62 ? 0 : p < 0.70 ? 60 : p < 0.80 ? 300 : p < 0.86 ? 600 : p < 0.91 ? 900 : p < 0.94 ? 1800 : p < 0.99 ? 3600 : 86400);
        Ttl = _random.NextDouble() < 0.11 ? TimeSpan.FromMinutes(Pick(5, 10, 15, 30, 30, 40, 60, 60)) : null;
        UpdateInterval = _random.NextDouble() < 0.15 ? TimeSpan.FromHours(1) : null;
        _published = Publish(rate);
    }

    public bool HasValidators { get; }

    public TimeSpan? MaxAge { get; }

    public TimeSpan? Ttl { get; }

    public TimeSpan? UpdateInterval { get; }

    public SimulatedOutcome Run(SimulatedPoller poller)
    {
        DateTimeOffset end = Start.AddDays(Days);
        DateTimeOffset now = Start.AddMinutes(_random.NextDouble() * 60);
        int first = Count(now), seen = -1, full = 0, lost = 0, polls = 0;
        List<float> delays = [];
        for (; now < end; polls++)
        {
            int visible = Count(now), oldest = Math.Max(0, visible - _window);
            bool notModified = polls > 0 && HasValidators && visible == seen;
            for (int i = Math.Max(oldest, seen); polls > 0 && i < visible; i++)
                delays.Add((float)(now - _published[i]).TotalMinutes);
            lost += polls > 0 ? Math.Max(0, oldest - seen) : 0;
            int known = polls == 0 ? 0 : Math.Max(0, Math.Min(seen, visible) - oldest);
            full += notModified ? 0 : 1;
            now = notModified
                ? poller.Next(now, true, 0, 0, [])
                : poller.Next(now, false, visible - oldest, known, new ArraySegment<DateTimeOffset>(_published, oldest, visible - oldest));
            seen = visible;
        }

        return new(delays, polls, full, lost, Math.Max(0, seen - first));
    }

    private int Count(DateTimeOffset now)
    {
        int at = Array.BinarySearch(_published, now);
        return at < 0 ? ~at : at + 1;
    }

    private DateTimeOffset[] Publish(double rate)
    {
        double[] hours = DayShape();
        double weekend = _random.NextDouble() < 0.3 ? 1 : _random.NextDouble() * 0.5;
        bool onTheHalfHour = _random.NextDouble() < 0.1;
        // entries that come within minutes of another: none for most feeds, half of all for some
        double followers = Math.Max(0, (_random.NextDouble() * 0.9) - 0.3);
        double drift = _random.NextDouble() < 0.1 ? Math.Exp(Gauss()) : 1;
        int changeDay = _random.Next(History + Days);
        List<DateTimeOffset> published = [];
        for (int hour = -History * 24; hour < Days * 24; hour++)
        {
            DateTimeOffset at = Start.AddHours(hour);
            double day = at.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? weekend : 1;
            double mean = rate * 7 / (5 + (2 * weekend)) * day * hours[at.Hour] * (1 - followers) * ((hour / 24) + History > changeDay ? drift : 1);
            for (int n = Poisson(mean); n > 0; n--)
            {
                DateTimeOffset lead = at.AddMinutes(onTheHalfHour ? (30 * _random.Next(2)) + (_random.NextDouble() * 2) : _random.NextDouble() * 60);
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
        double[] shape = new double[24];
        int begin = Pick(6, 7, 8, 13, 14, 15, 16, 0), length = _random.Next(8, 15);
        double floor = _random.NextDouble() < 0.125 ? 1 : 0.02 + (0.08 * _random.NextDouble());
        for (int i = 0; i < 24; i++)
            shape[i] = floor;
        for (int i = 0; i < length && floor < 1; i++)
            shape[(begin + i) % 24] = 0.5 + Math.Sin(Math.PI * (i + 0.5) / length);
        double sum = shape.Sum();
        return [.. shape.Select(s => s / sum)];
    }

    private int Pick(params int[] choices) => choices[_random.Next(choices.Length)];

    private double Gauss() => Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble());

    private int Poisson(double mean)
    {
        double limit = Math.Exp(-mean), product = _random.NextDouble();
        int n = 0;
        for (; product > limit; n++)
            product *= _random.NextDouble();
        return n;
    }
}
