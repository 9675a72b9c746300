using Aggregator.Configuration;
using Aggregator.Model;

namespace Aggregator.Api;

/// <summary>Makes a feed's definition from what a client sent.</summary>
internal static class FeedValidation
{
    /// <summary>Longest address: what servers accept as a request line.</summary>
    private const int MaxUrl = 2000;
    private const int MaxText = 200;

    /// <summary>A week.</summary>
    private const double MaxInterval = 10_080;

    /// <summary>The definition that <paramref name="request"/> makes of <paramref name="old"/>, or what is wrong with it.</summary>
    public static (FeedDefinition? Definition, string? Fault) Apply(FeedRequest request, FeedDefinition? old)
    {
        var url = request.Url ?? old?.Url;
        if (HttpAddress(url) is not { } address)
            return (null, "url: must be an absolute http or https address of at most 2,000 characters.");
        if (request.IntervalMinutes is < 1 or > MaxInterval)
            return (null, "interval_minutes: must lie between 1 and 10,080.");
        if (TooLong(request.Title))
            return (null, "title: at most 200 characters.");
        if (TooLong(request.Category))
            return (null, "category: at most 200 characters.");
        if (TooLong(request.Language))
            return (null, "language: must be a BCP 47 tag.");
        if (TooLong(request.Cron) || TooLong(request.CronZone) || TooLong(request.QuietHours))
            return (null, "cron, cron_zone, quiet_hours: at most 200 characters.");
        var definition = old ?? new FeedDefinition(url!, address.Host, FeedsImport.NoCategory);
        definition = definition with
        {
            Url = url!,
            Title = string.IsNullOrWhiteSpace(request.Title) ? definition.Title : request.Title.Trim(),
            Category = string.IsNullOrWhiteSpace(request.Category) ? definition.Category : request.Category.Trim(),
            Interval = request.IntervalMinutes is { } minutes ? TimeSpan.FromMinutes(minutes) : definition.Interval,
            FullText = request.FullText ?? definition.FullText,
            Language = request.Language ?? definition.Language,
            Disabled = request.Disabled ?? definition.Disabled,
            Reader = request.Reader ?? definition.Reader,
            Cron = Wish(request.Cron, definition.Cron),
            CronZone = Wish(request.CronZone, definition.CronZone),
            QuietHours = Wish(request.QuietHours, definition.QuietHours),
        };
        FixedTimes.Parse(definition.Cron, definition.CronZone, out var cronFault);
        QuietText.Parse(definition.QuietHours, out var quietFault);
        return cronFault is not null ? (null, $"cron: {cronFault}.")
            : quietFault is not null ? (null, $"quiet_hours: {quietFault}.")
            : (definition, null);
    }

    // Nothing leaves a wish as it is, an empty text takes it back.
    private static string? Wish(string? wanted, string? old) => wanted is null ? old : string.IsNullOrWhiteSpace(wanted) ? null : wanted.Trim();

    public static Uri? HttpAddress(string? url) =>
        url is { Length: > 0 and <= MaxUrl }
            && Uri.TryCreate(url, UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
            ? address
            : null;

    private static bool TooLong(string? text) => text?.Length > MaxText;
}
