using System.Security.Cryptography;
using System.Text;
using Aggregator.Model;
using Aggregator.Urls;

namespace Aggregator.Stories;

/// <summary>Who an entry is.</summary>
/// <param name="EntryKey">Key of the sighting within its feed.</param>
/// <param name="ArticleKey">Key of the article over all feeds.</param>
/// <param name="Url">The page's address as the feed gave it, absolute http or https; null when the entry names none.</param>
/// <param name="Outlet">Registrable domain of <paramref name="Url"/>, or of the feed where there is none.</param>
/// <param name="Identity">Why the keys are what they are.</param>
public sealed record EntryKeys(string EntryKey, string ArticleKey, string? Url, string Outlet, Decision Identity);

/// <summary>
/// Settles which sighting and which article an entry is. The entry key is the guid if it can be trusted, else the link, else a hash of title and date.
/// The article key is the canonical address, or one of the feed's own where there is no address that tells the entry from others.
/// </summary>
public static class EntryIdentity
{
    /// <summary>Longer keys are hashed: PostgreSQL's index rows hold 2,704 bytes, and no reader gains from more.</summary>
    private const int MaxKeyLength = 512;

    /// <summary>One result per entry, in the document's order; entries that are the same one get the same keys.</summary>
    public static IReadOnlyList<EntryKeys> Identify(ParsedFeed feed, Uri feedUrl) => Identify(feed, feedUrl, RegistrableDomains.Default);

    /// <inheritdoc cref="Identify(ParsedFeed, Uri)"/>
    public static IReadOnlyList<EntryKeys> Identify(ParsedFeed feed, Uri feedUrl, RegistrableDomains outlets)
    {
        ArgumentNullException.ThrowIfNull(feed);
        ArgumentNullException.ThrowIfNull(feedUrl);
        ArgumentNullException.ThrowIfNull(outlets);
        var claims = feed.Entries.Select(e => Claim.Of(e, feedUrl)).ToList();
        var repeatedIds = Clashing(claims, c => c.Id, c => c.Link?.Key ?? c.Title);
        var sharedLinks = Clashing(claims.Where(c => c.Id is not null), c => c.Link?.Key, c => c.Id + "\n" + c.Title);

        // a link that two titles share under two ids is a section or front page, not an article
        var shared = sharedLinks.Where(l => claims.Where(c => c.Link?.Key == l).DistinctBy(c => c.Title).Skip(1).Any()).ToHashSet(StringComparer.Ordinal);
        return [.. claims.Select(c => KeysOf(c, repeatedIds, shared, feedUrl, outlets))];
    }

    private static EntryKeys KeysOf(Claim claim, HashSet<string> repeatedIds, HashSet<string> sharedLinks, Uri feedUrl, RegistrableDomains outlets)
    {
        var evidence = new List<string>();
        var (rule, entryKey) = EntryKey(claim, repeatedIds, sharedLinks, evidence);
        string articleKey;
        if (claim.Link is { } link && NamesArticle(link, sharedLinks, evidence))
        {
            articleKey = Short(link.Key);
            evidence.Add($"article: canonical address {Clip(link.Key)}");
            if (link.Applied.Count > 0)
                evidence.Add($"address as given: {Clip(claim.Url!.AbsoluteUri)}");
            evidence.AddRange(link.Applied.Select(rule => $"dropped or rewritten: {rule}"));
        }
        else
        {
            articleKey = $"feed:{Hash(feedUrl.AbsoluteUri)[..16]}/{Hash(entryKey)[..32]}";
            evidence.Add("article: no address that names it, so its feed and entry key");
        }

        var outlet = outlets.Of(claim.Url ?? feedUrl);
        return new EntryKeys(entryKey, articleKey, claim.Url?.AbsoluteUri, outlet, new Decision("identity", rule, null, null, evidence));
    }

    private static (string Rule, string Key) EntryKey(Claim claim, HashSet<string> repeatedIds, HashSet<string> sharedLinks, List<string> evidence)
    {
        if (claim.Id is { } id && !repeatedIds.Contains(id))
        {
            evidence.Add($"entry: id {Clip(id)}");
            return ("guid", Short("id:" + id));
        }

        if (claim.Id is not null)
            evidence.Add($"entry: id {Clip(claim.Id)} is used for other entries too");
        if (claim.Link is { } link && NamesArticle(link, sharedLinks, evidence: null))
        {
            evidence.Add($"entry: link {Clip(link.Key)}");
            return ("link", Short("link:" + link.Key));
        }

        evidence.Add(claim.Date is null ? "entry: hash of title and text" : "entry: hash of title and date");
        return ("content", "hash:" + Hash(claim.Title + "\n" + (claim.Date ?? claim.Text)));
    }

    /// <summary>Feeds of headlines without pages of their own link them all to the front page.</summary>
    private static bool NamesArticle(CanonicalUrl link, HashSet<string> sharedLinks, List<string>? evidence)
    {
        if (!link.Key.Contains('/', StringComparison.Ordinal)
            && !link.Key.Contains('?', StringComparison.Ordinal)
            && !link.Key.Contains('#', StringComparison.Ordinal))
        {
            evidence?.Add($"link {link.Key} is a front page");
            return false;
        }

        if (!sharedLinks.Contains(link.Key))
            return true;
        evidence?.Add($"link {Clip(link.Key)} is shared by entries with other titles");
        return false;
    }

    /// <summary>Keys under which two claims stand that differ in <paramref name="by"/>.</summary>
    private static HashSet<string> Clashing(IEnumerable<Claim> claims, Func<Claim, string?> key, Func<Claim, string> by) => claims
        .Where(c => key(c) is not null)
        .GroupBy(c => key(c)!, StringComparer.Ordinal)
        .Where(g => g.Select(by).Distinct(StringComparer.Ordinal).Skip(1).Any())
        .Select(g => g.Key)
        .ToHashSet(StringComparer.Ordinal);

    private static string Short(string key) => key.Length <= MaxKeyLength ? key : "sha256:" + Hash(key);

    private static string Clip(string text) => text.Length <= 200 ? text : text[..200] + "…";

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>What an entry says that identity may rest on.</summary>
    private sealed record Claim(string? Id, Uri? Url, CanonicalUrl? Link, string Title, string? Date, string Text)
    {
        /// <summary>Characters; servers refuse longer ones from about 8,000 on, so such a link leads nowhere.</summary>
        private const int LongestAddress = 8000;

        public static Claim Of(ParsedEntry entry, Uri feedUrl)
        {
            var id = string.IsNullOrWhiteSpace(entry.Id) ? null : entry.Id.Trim();
            var url = Http(entry.Link, feedUrl) ?? Http(id, null);
            var date = (entry.Published ?? entry.Updated)?.Instant.ToUniversalTime().ToString("O");
            return new Claim(id, url, url is null ? null : UrlCanonicalizer.Canonicalize(url.AbsoluteUri), entry.Title?.Trim() ?? "", date,
                (entry.Content ?? entry.Summary ?? "").Trim());
        }

        /// <summary>Other schemes (<c>javascript:</c>, <c>data:</c>, <c>file:</c>, <c>mailto:</c>) name no page that may be fetched or shown.</summary>
        private static Uri? Http(string? text, Uri? feedUrl)
        {
            text = text?.Trim();
            if (string.IsNullOrEmpty(text) || text.Length > LongestAddress)
                return null;
            var absolute = Uri.TryCreate(text, UriKind.Absolute, out var url)
                && (url.Scheme != Uri.UriSchemeFile || text.StartsWith("file:", StringComparison.OrdinalIgnoreCase));
            if (!absolute && (feedUrl is null || !Uri.TryCreate(feedUrl, text, out url)))
                return null;
            return (url!.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps) && url.Host.Length > 0 ? url : null;
        }
    }
}
