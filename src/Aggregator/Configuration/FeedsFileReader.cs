using System.Globalization;
using System.Text.Json;
using Aggregator.Model;

namespace Aggregator.Configuration;

/// <summary>Reads one list of feeds token by token, so that each fault knows its line.</summary>
internal ref struct FeedsFileReader
{
    private static readonly string[] KnownKeys =
        ["url", "title", "category", "interval", "full_text", "language", "disabled", "reader", "cron", "cron_zone", "quiet_hours"];

    private readonly string _file;
    private readonly ReadOnlySpan<byte> _json;
    private readonly List<FeedDefinition> _feeds = [];
    private readonly List<FeedsFileFault> _faults = [];
    private readonly Dictionary<string, int> _lineOfUrl = new(StringComparer.Ordinal);
    private Utf8JsonReader _reader;

    public FeedsFileReader(string file, ReadOnlySpan<byte> json, JsonReaderOptions options)
    {
        _file = file;
        _json = json;
        _reader = new Utf8JsonReader(json, options);
    }

    /// <summary>Whether a list may name it as the address of a feed.</summary>
    public static bool IsAddress(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var parsed) && parsed.Scheme is "http" or "https" && parsed.Host.Length > 0;

    public static bool IsInterval(TimeSpan span) => span >= TimeSpan.FromMinutes(1) && span <= TimeSpan.FromDays(7);

    private readonly int Line => _json[..(int)_reader.TokenStartIndex].Count((byte)'\n') + 1;

    public FeedsFile Read()
    {
        _reader.Read();
        if (_reader.TokenType != JsonTokenType.StartObject)
        {
            Fault(null, """must be an object such as { "feeds": [ … ] }""");
            return new FeedsFile([], _faults);
        }

        var found = false;
        while (_reader.Read() && _reader.TokenType == JsonTokenType.PropertyName)
        {
            var isFeeds = _reader.ValueTextEquals("feeds");
            _reader.Read();
            if (isFeeds && _reader.TokenType == JsonTokenType.StartArray)
            {
                found = true;
                ReadFeeds();
            }
            else
            {
                _reader.Skip();
            }
        }

        if (!found)
            Fault(null, """has no array "feeds" """.TrimEnd());
        // Whatever follows the object is read too, so that a broken end of the file is reported.
        while (_reader.Read())
        {
        }

        return new FeedsFile(_feeds, _faults);
    }

    private void ReadFeeds()
    {
        for (var position = 1; _reader.Read() && _reader.TokenType != JsonTokenType.EndArray; position++)
        {
            if (_reader.TokenType == JsonTokenType.StartObject)
            {
                ReadFeed(position);
            }
            else
            {
                Fault($"number {position}", "is no object");
                _reader.Skip();
            }
        }
    }

    private void ReadFeed(int position)
    {
        var line = Line;
        var values = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        var unknown = new List<(string Key, int Line)>();
        while (_reader.Read() && _reader.TokenType == JsonTokenType.PropertyName)
        {
            var key = _reader.GetString()!;
            if (!KnownKeys.Contains(key))
                unknown.Add((key, Line));
            _reader.Read();
            values[key] = JsonElement.ParseValue(ref _reader);
        }

        var name = Text(values, "title") ?? Text(values, "url") ?? $"number {position}";
        foreach (var (key, at) in unknown)
            _faults.Add(new FeedsFileFault(_file, at, name, $"unknown setting \"{key}\"; known are {string.Join(", ", KnownKeys)}"));
        Add(values, name, line);
    }

    private readonly void Add(Dictionary<string, JsonElement> values, string name, int line)
    {
        var faults = new List<string>();
        var url = Text(values, "url");
        if (url is null)
            faults.Add("has no \"url\"");
        else if (!IsAddress(url))
            faults.Add($"\"url\" is no absolute http or https address: {url}");
        else if (!_lineOfUrl.TryAdd(url, line))
            faults.Add($"the same \"url\" stands in line {_lineOfUrl[url]} already");
        if (Text(values, "title") is null)
            faults.Add("has no \"title\"");
        if (Text(values, "category") is null)
            faults.Add("has no \"category\"");

        var interval = Interval(values, faults);
        var fullText = FullText(values, faults);
        var disabled = values.TryGetValue("disabled", out var d) && d.ValueKind == JsonValueKind.True;
        if (values.ContainsKey("disabled") && d.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
            faults.Add("\"disabled\" must be true or false");

        var wishes = Wishes(values, faults);

        if (faults.Count == 0)
        {
            _feeds.Add(wishes with
            {
                Url = url!,
                Title = Text(values, "title")!,
                Category = Text(values, "category")!,
                Interval = interval,
                FullText = fullText,
                Language = Text(values, "language"),
                Disabled = disabled,
            });
        }

        foreach (var fault in faults)
            _faults.Add(new FeedsFileFault(_file, line, name, fault));
    }

    private static TimeSpan? Interval(Dictionary<string, JsonElement> values, List<string> faults)
    {
        if (!values.TryGetValue("interval", out var value))
            return null;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var minutes) && minutes is >= 1 and <= 10080)
            return TimeSpan.FromMinutes(minutes);
        if (value.ValueKind == JsonValueKind.String && TimeSpan.TryParse(value.GetString(), CultureInfo.InvariantCulture, out var span) && IsInterval(span))
            return span;

        faults.Add("\"interval\" must be minutes from 1 to 10080 or a time such as \"00:30:00\"");
        return null;
    }

    private static FeedDefinition Wishes(Dictionary<string, JsonElement> values, List<string> faults)
    {
        FeedReaderKind? reader = null;
        if (values.ContainsKey("reader"))
        {
            if (ReaderNames.Find(Text(values, "reader")) is { } kind)
                reader = kind;
            else
                faults.Add($"\"reader\" must be {ReaderNames.All}");
        }

        foreach (var key in (string[])["cron", "cron_zone", "quiet_hours"])
        {
            if (values.ContainsKey(key) && Text(values, key) is null)
                faults.Add($"\"{key}\" must be a text");
        }

        FixedTimes.Parse(Text(values, "cron"), Text(values, "cron_zone"), out var cronFault);
        QuietText.Parse(Text(values, "quiet_hours"), out var quietFault);
        if (cronFault is not null)
            faults.Add(cronFault);
        if (quietFault is not null)
            faults.Add($"\"quiet_hours\" {quietFault}");
        return new FeedDefinition("", "", "")
        {
            Reader = reader,
            Cron = Text(values, "cron"),
            CronZone = Text(values, "cron_zone"),
            QuietHours = Text(values, "quiet_hours"),
        };
    }

    private static FullTextMode FullText(Dictionary<string, JsonElement> values, List<string> faults)
    {
        if (!values.TryGetValue("full_text", out var value))
            return FullTextMode.Auto;
        switch (value.ValueKind)
        {
            case JsonValueKind.True:
                return FullTextMode.Always;
            case JsonValueKind.False:
                return FullTextMode.Never;
            case JsonValueKind.String when Enum.TryParse<FullTextMode>(value.GetString(), ignoreCase: true, out var mode):
                return mode;
            default:
                faults.Add("\"full_text\" must be \"auto\", \"always\" or \"never\"");
                return FullTextMode.Auto;
        }
    }

    private static string? Text(Dictionary<string, JsonElement> values, string key) =>
        values.TryGetValue(key, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { } text && !string.IsNullOrWhiteSpace(text)
            ? text.Trim()
            : null;

    private readonly void Fault(string? feed, string fault) => _faults.Add(new FeedsFileFault(_file, Line, feed, fault));
}
