using System.Collections.Frozen;
using System.Globalization;
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
    /// <summary>Countries, by the hours that their clocks are ahead of UTC in winter, whose clocks keep the summer time of the European Union.</summary>
    private static readonly string[] WithSummer =
    [
        "0=uk,ie,pt",
        "1=de,at,ch,li,lu,nl,be,fr,it,es,pl,cz,sk,hu,si,hr,rs,ba,mk,al,dk,no,se,mt",
        "2=fi,ee,lv,lt,ro,bg,gr,cy,ua,md",
    ];

    private static readonly string[] WithoutSummer =
    [
        "-6=cr,gt,sv,hn,ni", "-5=pe,pa,ec", "-4=bo,ve,do,pr", "-3=uy,ar", "0=is,gh,sn", "1=ng,dz,tn", "2=za,zw,zm,bw,mz", "3=tr,by,sa,iq,kw,qa,ke,ug,tz,et",
        "4=ae,om,am,ge,az", "5=pk,uz", "5.5=in,lk", "5.75=np", "6=bd", "7=th,vn,kh", "8=cn,tw,hk,sg,my,ph", "9=jp,kr",
    ];

    /// <summary>Languages of one zone, with a country of that zone.</summary>
    private const string Languages =
        "de=de it=it pl=pl cs=cz sk=sk hu=hu sl=si hr=hr nl=nl da=dk nb=no nn=no no=no sv=se sq=al mk=mk fi=fi et=ee lv=lv lt=lt ro=ro bg=bg el=gr "
            + "uk=ua is=is tr=tr hy=am ka=ge az=az bn=bd ne=np th=th vi=vn km=kh ja=jp ko=kr";

    private static readonly FrozenDictionary<string, OutletZone> Zones = WithSummer.SelectMany(line => Read(line, hasSummer: true))
        .Concat(WithoutSummer.SelectMany(line => Read(line, hasSummer: false))).ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Countries =
        Languages.Split(' ').Select(pair => pair.Split('=')).ToFrozenDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);

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

    private static IEnumerable<KeyValuePair<string, OutletZone>> Read(string line, bool hasSummer)
    {
        var parts = line.Split('=');
        var zone = new OutletZone(TimeSpan.FromHours(double.Parse(parts[0], CultureInfo.InvariantCulture)), hasSummer);
        return parts[1].Split(',').Select(country => KeyValuePair.Create(country, zone));
    }
}
