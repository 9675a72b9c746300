using System.Globalization;

namespace Aggregator.Feeds.Writing;

/// <summary>
/// The permanent ids of what is served, as tag URIs (RFC 4151). The authority is fixed in code on purpose: an id that followed
/// the address of the service would change with it, and every reader would then show every entry as new. It lies under
/// <c>.invalid</c> (RFC 2606), which nobody can own, so nobody else mints under it.
/// </summary>
public static class TagUri
{
    private const string Authority = "tag:aggregator.invalid,2026:";

    public static string Story(long id) => Make("story", id);

    public static string Article(long id) => Make("article", id);

    public static string Feed(string name) => $"{Authority}feed/{name}";

    private static string Make(string kind, long id) => string.Create(CultureInfo.InvariantCulture, $"{Authority}{kind}/{id}");
}
