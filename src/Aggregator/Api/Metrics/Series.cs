namespace Aggregator.Api.Metrics;

/// <summary>The values of one instrument under one set of labels.</summary>
internal sealed class Series(string labels)
{
    /// <summary>
    /// Upper bounds of histogram buckets: the advice of OpenTelemetry's semantic conventions for request durations in seconds, carried on to longer
    /// work.
    /// </summary>
    public static readonly double[] Bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

    private readonly Lock _lock = new();
    private readonly long[] _buckets = new long[Bounds.Length + 1];
    private double _sum;

    public string Labels => labels;

    public void Add(double value)
    {
        lock (_lock)
            _sum += value;
    }

    public void Set(double value)
    {
        lock (_lock)
            _sum = value;
    }

    public void Observe(double value)
    {
        var bucket = Array.FindIndex(Bounds, bound => value <= bound);
        lock (_lock)
        {
            _buckets[bucket < 0 ? Bounds.Length : bucket]++;
            _sum += value;
        }
    }

    /// <summary>Sum (or last value) and the counts of the buckets, not yet cumulated.</summary>
    public (double Sum, long[] Buckets) Read()
    {
        lock (_lock)
            return (_sum, [.. _buckets]);
    }
}
