using Aggregator.Model;

namespace Aggregator.Text.Dates;

/// <summary>Reads the time of day and the zone that may follow a day.</summary>
internal static class DateClock
{
    /// <summary>Words between a day and its time ("at", "um", "à"): more than this many and the time belongs to something else.</summary>
    private const int MaxGap = 3;

    public static ReadDate Complete(DateTime day, List<DateToken> tokens, int next)
    {
        var midnight = new ReadDate(new DateTimeOffset(day, TimeSpan.Zero), DatePrecision.Day);
        for (var i = next; i < tokens.Count && i <= next + MaxGap; i++)
        {
            if (tokens[i] is { IsNumber: true, Digits: <= 2, Value: <= 23 }
                && i + 1 < tokens.Count
                && tokens[i + 1] is { IsNumber: true, Digits: 2, Value: <= 59, Separator: ':', Joined: true })
            {
                return Clock(day, tokens, i);
            }

            if (tokens[i].IsNumber)
                break;
        }

        return midnight;
    }

    private static ReadDate Clock(DateTime day, List<DateToken> tokens, int i)
    {
        var time = new TimeSpan(tokens[i].Value, tokens[i + 1].Value, 0);
        i += 2;
        if (i < tokens.Count && tokens[i] is { IsNumber: true, Digits: 2, Value: <= 59, Separator: ':' })
        {
            time += TimeSpan.FromSeconds(tokens[i].Value);
            i++;
            if (i < tokens.Count && tokens[i] is { IsNumber: true, Separator: '.' or ',', Joined: true })
                i++;
        }

        if (i < tokens.Count && tokens[i].Text is "am" or "pm")
        {
            if (tokens[i].Text == "pm" && time.Hours < 12)
                time += TimeSpan.FromHours(12);
            else if (tokens[i].Text == "am" && time.Hours == 12)
                time -= TimeSpan.FromHours(12);
            i++;
        }

        var zone = Zone(tokens, i);
        return new ReadDate(new DateTimeOffset(day + time, zone ?? TimeSpan.Zero), zone is null ? DatePrecision.NoZone : DatePrecision.Full);
    }

    private static TimeSpan? Zone(List<DateToken> tokens, int i)
    {
        if (i < tokens.Count && ZoneNames.TryGetValue(tokens[i].Text, out var hours))
        {
            // "GMT+02:00" names the offset after the letters
            if (hours == 0 && i + 1 < tokens.Count && tokens[i + 1] is { IsNumber: true, Separator: '+' or '-' })
                return Offset(tokens, i + 1) ?? TimeSpan.Zero;
            return TimeSpan.FromHours(hours);
        }

        // "10:00 - 12" is a span of time, "10:00-05:00" and "10:00 -0500" are offsets
        return i < tokens.Count && (tokens[i].Joined || tokens[i].Digits == 4) ? Offset(tokens, i) : null;
    }

    private static TimeSpan? Offset(List<DateToken> tokens, int i)
    {
        if (i >= tokens.Count || tokens[i] is not { IsNumber: true, Separator: '+' or '-' } sign)
            return null;
        int minutes;
        if (sign.Digits == 4)
            minutes = (sign.Value / 100 * 60) + (sign.Value % 100);
        else if (sign.Digits == 2)
            minutes = (sign.Value * 60) + (i + 1 < tokens.Count && tokens[i + 1] is { IsNumber: true, Digits: 2, Separator: ':' } rest ? rest.Value : 0);
        else
            return null;
        // DateTimeOffset takes at most 14 hours
        return minutes <= 14 * 60 ? TimeSpan.FromMinutes(sign.Separator == '-' ? -minutes : minutes) : null;
    }

    /// <summary>
    /// Hours from UTC of the zone names met in datelines; names with several meanings (IST, BST, CST in China) take the one of English-language news.
    /// </summary>
    private static readonly Dictionary<string, int> ZoneNames = ReadZones(
        "z=0 utc=0 gmt=0 bst=1 cet=1 mez=1 cest=2 mesz=2 eet=2 eest=3 msk=3 est=-5 edt=-4 cst=-6 cdt=-5 mst=-7 mdt=-6 pst=-8 pdt=-7 jst=9 aest=10 aedt=11");

    private static Dictionary<string, int> ReadZones(string zones) =>
        zones.Split(' ')
            .Select(zone => zone.Split('='))
            .ToDictionary(zone => zone[0], zone => int.Parse(zone[1], System.Globalization.CultureInfo.InvariantCulture), StringComparer.Ordinal);
}
