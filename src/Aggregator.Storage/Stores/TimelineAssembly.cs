namespace Aggregator.Stores;

/// <summary>Makes a timeline of counts by quarter of an hour.</summary>
internal static class TimelineAssembly
{
    // Eleven years of hours. A longer span is cut to where there are matches.
    private const int MostBuckets = 100_000;

    /// <param name="totals">Of first and last moment, in Unix milliseconds, the second exclusive: all articles by quarter.</param>
    public static Timeline Of(
        ArticleFilter filter, TimelineRequest request, Dictionary<long, int> matches, Dictionary<(long Quarter, string Group), int> groups,
        Func<long, long, IEnumerable<(long Quarter, int Count)>> totals)
    {
        ZoneCalendar calendar = new(request.Zone, request.Interval);
        if (Span(filter, calendar, matches) is not { } span)
            return new Timeline([]);
        Dictionary<DateTimeOffset, Bucket> buckets = [];
        List<Bucket> ordered = [];
        for (var start = span.First; start <= span.Last; start = calendar.Next(start))
        {
            Bucket bucket = new(start);
            ordered.Add(bucket);
            buckets.Add(start, bucket);
        }

        Bucket? BucketOf(long quarter) => buckets.GetValueOrDefault(calendar.Floor(Start(quarter)));
        foreach ((var quarter, var count) in matches)
            BucketOf(quarter)?.Count += count;
        foreach (((var quarter, var group), var count) in groups)
        {
            if (BucketOf(quarter) is { } bucket)
                bucket.Groups[group] = bucket.Groups.GetValueOrDefault(group) + count;
        }

        // What a bound cuts off is in no count, so it is in no total.
        var from = Math.Max(span.First.ToUnixTimeMilliseconds(), filter.From is { } low ? TimeBounds.Ms(low) : long.MinValue);
        var to = Math.Min(calendar.Next(span.Last).ToUnixTimeMilliseconds(), filter.To is { } high ? TimeBounds.Ms(high) : long.MaxValue);
        foreach ((var quarter, var count) in totals(from, to))
            BucketOf(quarter)?.Total += count;
        return new Timeline([.. ordered.Select(bucket => new TimelineBucket(bucket.Start, bucket.Count, bucket.Total, bucket.Groups))]);
    }

    // From the filter's bounds where it has them, else from the first match to the last.
    private static (DateTimeOffset First, DateTimeOffset Last)? Span(ArticleFilter filter, ZoneCalendar calendar, Dictionary<long, int> matches)
    {
        DateTimeOffset? low = matches.Count == 0 ? null : Start(matches.Keys.Min());
        DateTimeOffset? high = matches.Count == 0 ? null : Start(matches.Keys.Max());
        DateTimeOffset? from = filter.From ?? low, to = filter.To?.AddTicks(-1) ?? high;
        if (from is null || to is null || from > to)
            return null;
        var tooLong = (to.Value - from.Value).TotalHours > MostBuckets;
        return tooLong && low is null ? null : (calendar.Floor(tooLong ? low!.Value : from.Value), calendar.Floor(tooLong ? high!.Value : to.Value));
    }

    private static DateTimeOffset Start(long quarter) => DateTimeOffset.FromUnixTimeMilliseconds(quarter * QuarterHours.Milliseconds);

    private sealed record Bucket(DateTimeOffset Start)
    {
        public int Count { get; set; }

        public int Total { get; set; }

        public Dictionary<string, int> Groups { get; } = new(StringComparer.Ordinal);
    }
}
