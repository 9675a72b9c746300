using System.Collections.Frozen;
using System.Globalization;
using Aggregator.Extraction.Words;
using Aggregator.Text.Dates;

namespace Aggregator.Extraction.Metadata;

/// <summary>
/// The zone of an outlet: told by the country of its address, else by the page's language where nearly all who write it live in one zone. Countries
/// of several zones and domains sold to all the world (<c>.co</c>, <c>.io</c>, <c>.me</c>) tell nothing.
/// </summary>
/// <remarks>
/// The offsets are those of today in the IANA time zone database. Their history is left out: it would need the database on the machine, and matters
/// only for the few of these countries whose zone has changed since the first news sites.
/// </remarks>
internal static class OutletZones
{
    private static readonly FrozenDictionary<string, OutletZone> Zones = Read("zones-with-summer", hasSummer: true)
        .Concat(Read("zones", hasSummer: false)).ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Languages of one zone, with a country of that zone.</summary>
    private static readonly FrozenDictionary<string, string> Countries = WordLists.Names("zone-languages")
        .Select(pair => pair.Split('=')).ToFrozenDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);

    public static OutletZone? Find(PageData page)
    {
        var domain = DomainOf(page);
        if (Zones.TryGetValue(domain, out var zone))
            return zone;
        return !IsCountry(domain) && LanguageOf(page) is { } language && Countries.TryGetValue(language, out var country) ? Zones[country] : null;
    }

    /// <summary>The last part of the host.</summary>
    internal static string DomainOf(PageData page) => page.Url.Host[(page.Url.Host.LastIndexOf('.') + 1)..];

    /// <summary>Whether an outlet under the domain is in its country.</summary>
    internal static bool IsCountry(string domain) => domain.Length == 2 && domain is not ("io" or "co" or "ai" or "tv" or "me");

    private static string? LanguageOf(PageData page) => PageLanguage.Normalize(page.Survey.DeclaredLanguage)?.Split('-')[0];

    private static IEnumerable<KeyValuePair<string, OutletZone>> Read(string section, bool hasSummer) =>
        from line in WordLists.Names(section)
        let parts = line.Split('=')
        let zone = new OutletZone(TimeSpan.FromHours(double.Parse(parts[0], CultureInfo.InvariantCulture)), hasSummer)
        from country in parts[1].Split(',')
        select KeyValuePair.Create(country, zone);
}
