namespace Aggregator.Fetching;

/// <summary>What can be said against an address before a name is resolved. The address behind the name is judged by <see cref="SafeConnect"/>.</summary>
internal sealed class TargetRules(AllowedHosts allowed)
{
    /// <summary>Everything else is some other service's port, unless the owner allows it (fetching.md rule 22).</summary>
    private static readonly int[] WebPorts = [80, 443];

    /// <summary>Longer ones are attacks or broken; servers refuse them from about 8,000 on.</summary>
    private const int MostCharacters = 8000;

    /// <summary>Why the address may not be fetched; null when nothing speaks against it.</summary>
    public string? Refusal(Uri url)
    {
        if (!url.IsAbsoluteUri)
            return "not an absolute address";
        if (url.Scheme != Uri.UriSchemeHttp && url.Scheme != Uri.UriSchemeHttps)
            return $"scheme {url.Scheme}: only http and https are fetched";
        if (url.OriginalString.Length > MostCharacters)
            return $"address longer than {MostCharacters} characters";
        if (url.UserInfo.Length > 0)
            return "address with a user name";
        if (HostOf(url) is not { Length: > 0 } host)
            return "address without a host";
        if (allowed.Allows(host, url.Port) || Array.IndexOf(WebPorts, url.Port) >= 0)
            return null;
        return $"port {url.Port} is none of the web's";
    }

    /// <summary>Null for what can be parsed as an address and yet is no name that could be resolved.</summary>
    private static string? HostOf(Uri url)
    {
        try
        {
            return url.IdnHost;
        }
        catch (UriFormatException)
        {
            return null;
        }
    }
}
