using System.Net;

namespace Aggregator.Urls;

/// <summary>Hosts that serve the same articles: <c>www.</c>, <c>www2.</c>, mobile and AMP hosts. Language and section hosts are others.</summary>
internal static class HostVariants
{
    public static string Normalize(string host, List<string>? applied = null)
    {
        if (IPAddress.TryParse(host, out _))
            return host;
        var domain = RegistrableDomains.Default.Of(host);
        if (host.Length <= domain.Length)
            return host;

        var labels = host[..^(domain.Length + 1)].Split('.').ToList();
        for (var i = labels.Count - 1; i >= 0; i--)
        {
            // "amp-culture.example.com" is the AMP host of "culture.example.com"
            if (labels[i].StartsWith("amp-", StringComparison.Ordinal) && labels[i].Length > 4)
                (labels[i], _) = (labels[i][4..], Note("AMP host"));
            else if (Variant(labels[i]) is { } what && Note(what))
                labels.RemoveAt(i);
        }

        return string.Join('.', [.. labels, domain]);

        bool Note(string what)
        {
            applied?.Add(what);
            return true;
        }
    }

    private static string? Variant(string label) => label switch
    {
        "amp" or "amphtml" => "AMP host",
        "m" or "mobile" or "mobil" or "wap" or "touch" => "mobile host",
        _ when label.StartsWith("www", StringComparison.Ordinal)
            && label.Length <= 5
            && label.AsSpan(3).ContainsAnyExceptInRange('0', '9') is false => "www host",
        _ => null,
    };
}
