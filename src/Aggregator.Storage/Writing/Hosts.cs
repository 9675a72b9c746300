namespace Aggregator.Writing;

internal static class Hosts
{
    /// <summary>Host and port of an absolute address; empty for anything else.</summary>
    public static string Of(string url) => Uri.TryCreate(url, UriKind.Absolute, out var address) ? address.Authority : "";
}
