using System.Text;
using Aggregator.Model;

namespace Aggregator.Fetching;

/// <summary>Where a Location header leads, read as leniently as browsers do.</summary>
internal static class RedirectTarget
{
    /// <exception cref="FetchFailedException">The header is absent, empty or no address.</exception>
    public static Uri Resolve(Uri from, string? location)
    {
        var text = Utf8(location ?? "").Trim();
        if (text.Length == 0)
            throw new FetchFailedException(FetchFate.HttpError, "redirect without a target");
        if (!Uri.TryCreate(from, text, out var target))
            throw new FetchFailedException(FetchFate.HttpError, $"redirect to no address: {(text.Length > 100 ? text[..100] : text)}");
        return target.IsAbsoluteUri && target.Fragment.Length > 0 && target.Scheme is "http" or "https"
            ? new Uri(target.GetLeftPart(UriPartial.Query))
            : target;
    }

    /// <summary>Headers are read as Latin-1; servers that do not escape their addresses write UTF-8.</summary>
    private static string Utf8(string header)
    {
        if (!header.Any(c => c > 127))
            return header;
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(Encoding.Latin1.GetBytes(header));
        }
        catch (DecoderFallbackException)
        {
            return header;
        }
    }
}
