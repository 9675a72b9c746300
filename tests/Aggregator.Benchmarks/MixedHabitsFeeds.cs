namespace Aggregator;

/// <summary>
/// A second family of another make. It was on screen when the constants were chosen, so it is no blind test; it tells whether the policy has learnt feeds or only the first family. Each feed has one habit:
/// a fixed time of day (15 %: digests and columns), one day of the week (10 %), steps with heavy-tailed gaps and no clock at all (25 %), a desk that works in
/// one to three sittings a day and posts several pieces in each (25 %), a wire that runs round the clock and excites itself when news breaks (15 %),
/// and dead or dying feeds (10 %).
/// </summary>
internal sealed class MixedHabitsFeeds
{
    private const double First = -SimulatedFeed.History * 24, End = SimulatedFeed.Days * 24;

    private readonly Random _random;
    private readonly List<double> _hours = [];

    private MixedHabitsFeeds(int seed) => _random = new Random(seed);

    public static SimulatedFeed Make(int seed)
    {
        var maker = new MixedHabitsFeeds(seed);
        return new SimulatedFeed(maker.Publisher(), maker._random.NextDouble());
    }

    private SimulatedPublisher Publisher()
    {
        var habit = _random.NextDouble();
        Action publish = habit < 0.15 ? Daily : habit < 0.25 ? Weekly : habit < 0.50 ? HeavyTailed : habit < 0.75 ? Sittings : habit < 0.90 ? Wire : Dying;
        publish();
        DateTimeOffset[] published = [.. _hours.Where(h => h < End).Order().Select(h => SimulatedFeed.Start.AddHours(h))];
        var perDay = published.Length / (double)(SimulatedFeed.History + SimulatedFeed.Days);
        var window = perDay > 40 ? _random.Pick(25, 40, 60, 100) : _random.Pick(5, 10, 10, 15, 20, 30, 40, 100);
        TimeSpan? ttl = _random.NextDouble() < 0.15 ? TimeSpan.FromMinutes(_random.Pick(1, 15, 30, 60, 60, 120, 180)) : null;
        TimeSpan? update = _random.NextDouble() < 0.3 ? TimeSpan.FromHours(1) : null;
        return new(published, window, _random.NextDouble() < 0.7, _random.MaxAge(), ttl, update);
    }

    /// <summary>At a set time, minutes early or late, some days not.</summary>
    private void Daily()
    {
        double hour = _random.NextDouble() * 24, late = 1 / 60.0 * _random.Pick(1, 5, 20, 60), missed = _random.NextDouble() * 0.3;
        var pieces = _random.Pick(1, 1, 1, 2, 5);
        for (var day = First; day < End; day += 24)
        {
            for (var i = 0; i < pieces && _random.NextDouble() >= missed; i++)
                _hours.Add(day + hour + (late * _random.Gauss()));
        }
    }

    private void Weekly()
    {
        double hour = (_random.Next(7) * 24) + (_random.NextDouble() * 24), late = _random.Pick(0, 1, 6);
        for (var week = First; week < End; week += 168)
            _hours.Add(week + hour + (late * _random.Gauss()));
    }

    /// <summary>Gaps of a lognormal with a wide spread: flurries and long silences, at any hour.</summary>
    private void HeavyTailed()
    {
        double median = 24 * Math.Exp(-1 + (1.8 * _random.Gauss())), spread = 1 + _random.NextDouble();
        for (var at = First; at < End; at += Math.Max(0.02, median * Math.Exp(spread * _random.Gauss())))
            _hours.Add(at);
    }

    /// <summary>Sittings that begin within the same hour on working days; pieces some minutes to half an hour apart.</summary>
    private void Sittings()
    {
        double[] starts = [.. Enumerable.Range(0, _random.Pick(1, 2, 3)).Select(_ => _random.NextDouble() * 24)];
        double pieces = 1 + (_random.NextDouble() * 6), apart = 0.05 + (_random.NextDouble() * 0.5), weekend = _random.NextDouble() * 0.4;
        for (var day = First; day < End; day += 24)
        {
            var works = SimulatedFeed.Start.AddHours(day).DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) || _random.NextDouble() < weekend;
            foreach (var start in works ? starts : [])
            {
                var at = day + start + (0.5 * _random.Gauss());
                for (var n = 1 + _random.Poisson(pieces - 1); n > 0; n--)
                    _hours.Add(at += _random.Exponential(apart));
            }
        }
    }

    /// <summary>A Hawkes process: every entry draws others after it for some two hours.</summary>
    private void Wire()
    {
        double perHour = Math.Exp((1.2 * _random.Gauss()) - 0.5), excited = 0.2 + (_random.NextDouble() * 0.6);
        for (var at = First; at < End && _hours.Count < 40_000; at += _random.Exponential(1 / (perHour * (1 - excited))))
            Cascade(at, excited);
    }

    private void Cascade(double at, double excited)
    {
        _hours.Add(at);
        for (var n = _random.Poisson(excited); n > 0; n--)
            Cascade(at + _random.Exponential(2), excited);
    }

    /// <summary>Lively once, then ever slower; a third wake up again.</summary>
    private void Dying()
    {
        double death = First + (_random.NextDouble() * (End - First)), waking = _random.NextDouble() < 0.33 ? death + 400 + _random.Exponential(400) : End;
        var gap = 1 + _random.Exponential(20);
        for (var at = First; at < End; at += _random.Exponential(gap))
        {
            if (at < death || at > waking)
                _hours.Add(at);
        }
    }
}
