using System.Collections.Concurrent;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Aggregator.Api.Http;

/// <summary>Chooses between the content codings that feeds are kept in.</summary>
internal static class ContentCoding
{
    // Browsers and readers send some dozens of different values.
    private const int MostRemembered = 500;

    private static readonly ConcurrentDictionary<string, string> Known = new(StringComparer.Ordinal);

    /// <summary>As <see cref="Choose"/>, without reading again what was read before.</summary>
    public static string? Remembered(StringValues acceptEncoding)
    {
        if (acceptEncoding.Count != 1)
            return Choose(acceptEncoding);
        var text = acceptEncoding[0]!;
        if (!Known.TryGetValue(text, out var chosen))
        {
            chosen = Choose(acceptEncoding) ?? "";
            if (Known.Count < MostRemembered)
                Known.TryAdd(text, chosen);
        }

        return chosen.Length == 0 ? null : chosen;
    }

    /// <summary>br, gzip or null for none: what the client weighs highest, brotli before gzip where it does not care.</summary>
    public static string? Choose(StringValues acceptEncoding)
    {
        if (acceptEncoding.Count == 0 || !StringWithQualityHeaderValue.TryParseList([.. acceptEncoding.OfType<string>()], out var accepted))
            return null;
        var brotli = Weight(accepted, "br");
        var gzip = Weight(accepted, "gzip");
        return Math.Max(brotli, gzip) <= 0 ? null : brotli >= gzip ? "br" : "gzip";
    }

    private static double Weight(IList<StringWithQualityHeaderValue> accepted, string coding)
    {
        var named = accepted.FirstOrDefault(value => value.Value.Equals(coding, StringComparison.OrdinalIgnoreCase))
            ?? accepted.FirstOrDefault(value => value.Value.Equals("*", StringComparison.Ordinal));
        return named is null ? 0 : named.Quality ?? 1;
    }
}
