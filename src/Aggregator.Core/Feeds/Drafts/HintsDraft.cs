using System.Globalization;
using Aggregator.Model;

namespace Aggregator.Feeds.Drafts;

/// <summary>The publisher's wishes about polling, from RSS 2.0 and the RSS 1.0 syndication module.</summary>
internal sealed class HintsDraft
{
    private static readonly string[] Days = Enum.GetNames<DayOfWeek>();

    private readonly List<int> _skipHours = [];
    private readonly List<DayOfWeek> _skipDays = [];
    private TimeSpan? _ttl;
    private TimeSpan? _period;
    private int _frequency = 1;

    // RSS 2.0, "ttl": minutes. Above a year it is a slip of units (seconds, milliseconds) and says nothing.
    public void Ttl(string? minutes)
    {
        if (int.TryParse(minutes, NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) && value is > 0 and <= 366 * 24 * 60)
            _ttl = TimeSpan.FromMinutes(value);
    }

    // RSS 1.0 syndication module: updatePeriod is one of five words, updateFrequency how often in it (default 1).
    public void Period(string? word) => _period = word?.ToLowerInvariant() switch
    {
        "hourly" => TimeSpan.FromHours(1),
        "daily" => TimeSpan.FromDays(1),
        "weekly" => TimeSpan.FromDays(7),
        "monthly" => TimeSpan.FromDays(30),
        "yearly" => TimeSpan.FromDays(365),
        _ => _period,
    };

    public void Frequency(string? times)
    {
        if (int.TryParse(times, NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) && value > 0)
            _frequency = value;
    }

    // RSS 2.0: 0 to 23; RSS 0.91 counted 1 to 24, so 24 is midnight.
    public void SkipHour(string? hour)
    {
        if (int.TryParse(hour, NumberStyles.Integer, CultureInfo.InvariantCulture, out var value)
            && value is >= 0 and <= 24
            && !_skipHours.Contains(value % 24))
        {
            _skipHours.Add(value % 24);
        }
    }

    public void SkipDay(string? day)
    {
        var value = Array.FindIndex(Days, name => name.Equals(day, StringComparison.OrdinalIgnoreCase));
        if (value >= 0 && !_skipDays.Contains((DayOfWeek)value))
            _skipDays.Add((DayOfWeek)value);
    }

    public PublisherHints Build() =>
        _ttl is null && _period is null && _skipHours.Count == 0 && _skipDays.Count == 0
            ? PublisherHints.None
            : new PublisherHints(_ttl, _period / _frequency, _skipHours, _skipDays);
}
