namespace Aggregator.Polling;

/// <summary>How long an answer says that it stays fresh, which for a poller means: do not ask sooner.</summary>
/// <param name="Lifetime">What is left of the lifetime; null when the answer states none. Never negative, at most a year.</param>
/// <param name="Source"><c>cache-control</c> or <c>expires</c>; null with <paramref name="Lifetime"/>.</param>
public sealed record Freshness(TimeSpan? Lifetime, string? Source)
{
    /// <summary>RFC 9111 §1.2.2 lets a recipient cut large numbers; servers send ten years and more.</summary>
    private const long MostSeconds = 365 * 86400L;

    public static Freshness None { get; } = new(null, null);

    /// <summary>
    /// Reads the raw headers as RFC 9111 §4.2.1 orders them (max-age, then Expires − Date, less Age). <c>s-maxage</c> is for shared caches and passed
    /// over. <c>no-cache</c> and <c>no-store</c> take a stated lifetime away: they tell how to ask and to keep, not how often.
    /// </summary>
    /// <param name="date">The server's own <c>Date</c>, against which its Expires is meant; <paramref name="now"/> stands in.</param>
    public static Freshness Parse(string? cacheControl, string? expires, string? age, string? date, DateTimeOffset now)
    {
        var spent = LeadingNumber(age) ?? 0;
        var unstorable = false;
        long? maxAge = null;
        foreach ((var name, var value) in Directives(cacheControl))
        {
            if (name == "max-age" && LeadingNumber(value) is { } seconds)
                maxAge = maxAge is { } before ? Math.Min(before, seconds) : seconds;
            else if (name is "no-cache" or "no-store" && value is null)
                unstorable = true;
        }

        if (unstorable)
            return None;
        if (maxAge is { } stated)
            return new(TimeSpan.FromSeconds(Math.Max(0, stated - spent)), "cache-control");
        if (expires is null)
            return None;
        var sent = HttpDate.Parse(date) ?? now;
        // "0" and other invalid dates mean "already expired" (RFC 9111 §5.3)
        var left = HttpDate.Parse(expires) is { } until ? (until - sent).TotalSeconds - spent : 0;
        return new(TimeSpan.FromSeconds(Math.Clamp(left, 0, MostSeconds)), "expires");
    }

    /// <summary>Splits at commas, and at the semicolons that some servers write in their place.</summary>
    private static IEnumerable<(string Name, string? Value)> Directives(string? header)
    {
        foreach (var part in (header ?? "").Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            yield return equals < 0
                ? (part.ToLowerInvariant(), null)
                : (part[..equals].Trim().ToLowerInvariant(), part[(equals + 1)..].Trim());
        }
    }

    /// <summary>The digits at the start of a possibly quoted value, saturated; null when there are none (<c>-1</c>, <c>soon</c>).</summary>
    internal static long? LeadingNumber(string? text)
    {
        var rest = (text ?? "").AsSpan().Trim().TrimStart('"').TrimStart();
        long number = 0;
        var digits = 0;
        while (digits < rest.Length && char.IsAsciiDigit(rest[digits]))
            number = Math.Min(MostSeconds, (number * 10) + (rest[digits++] - '0'));
        return digits == 0 ? null : number;
    }
}
