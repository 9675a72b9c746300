using System.Security.Cryptography;
using System.Text;
using Aggregator.Html;
using Aggregator.Model;
using Aggregator.Urls;

namespace Aggregator.Stories;

/// <summary>Who an entry is.</summary>
/// <param name="EntryKey">Key of the sighting within its feed.</param>
/// <param name="LaterKeys">The same key made from less, in order, for the case that the feed used the ones before for another article.</param>
/// <param name="ArticleKey">Key of the article over all feeds, where nothing is stored of it yet.</param>
/// <param name="AddressKey">The canonical address; null where it names no article.</param>
/// <param name="OwnKey">Its key where other articles have the address too; null where there is no address that names an article.</param>
/// <param name="Url">The page's address as the feed gave it, absolute http or https; null when the entry names none.</param>
/// <param name="Outlet">Registrable domain of <paramref name="Url"/>, or of the feed where there is none.</param>
/// <param name="IsOwn">The feed is of that outlet.</param>
/// <param name="Id">The feed's id for it; null where it gives none that can be trusted.</param>
/// <param name="Fragment">Of its link, without <c>#</c>; empty where there is none.</param>
/// <param name="Identity">Why the keys are what they are.</param>
public sealed record EntryKeys(
    string EntryKey, IReadOnlyList<string> LaterKeys, string ArticleKey, string? AddressKey, string? OwnKey, string? Url, string Outlet, bool IsOwn, string? Id,
    string Fragment, Decision Identity);

/// <summary>
/// Settles which sighting and which article an entry is. The entry key is the guid if it can be trusted, else the link, else a hash of title and date.
/// The article key is the canonical address, or one of the feed's own where there is no address that tells the entry from others.
/// </summary>
public static class EntryIdentity
{
    /// <summary>Longer keys are hashed: PostgreSQL's index rows hold 2,704 bytes, and no reader gains from more.</summary>
    private const int MaxKeyLength = 512;

    /// <summary>Articles at one address that an entry is compared with.</summary>
    private const int MostCompared = 50;

    /// <summary>One result per entry, in the document's order; entries that are the same one get the same keys.</summary>
    public static IReadOnlyList<EntryKeys> Identify(ParsedFeed feed, Uri feedUrl) => Identify(feed, feedUrl, RegistrableDomains.Default);

    /// <inheritdoc cref="Identify(ParsedFeed, Uri)"/>
    public static IReadOnlyList<EntryKeys> Identify(ParsedFeed feed, Uri feedUrl, RegistrableDomains outlets)
    {
        ArgumentNullException.ThrowIfNull(feed);
        ArgumentNullException.ThrowIfNull(feedUrl);
        ArgumentNullException.ThrowIfNull(outlets);
        var claims = feed.Entries.Select(e => Claim.Of(e, feedUrl)).ToList();
        foreach (var repeated in claims.Where(c => c.Id is not null).GroupBy(c => c.Id!, StringComparer.Ordinal).Where(IsRepeated).SelectMany(g => g))
            repeated.TrustsId = false;
        foreach (var sharing in claims.Where(c => c.Link is not null).GroupBy(c => c.Link!.Key, StringComparer.Ordinal).Where(g => g.Skip(1).Any()))
            FindArticles(sharing);
        return [.. claims.Select(c => KeysOf(c, feedUrl, outlets))];
    }

    /// <summary>An id that stands at two links, or at two titles and two dates, is no id. The same item printed twice keeps it.</summary>
    private static bool IsRepeated(IEnumerable<Claim> sameId)
    {
        var first = sameId.First();
        return sameId.Any(c => c.Link?.Key != first.Link?.Key || (c.Title != first.Title && (c.Date is null || c.Date != first.Date)));
    }

    /// <summary>Finds which of the entries at one address are one article, and whether the address has several.</summary>
    private static void FindArticles(IEnumerable<Claim> sharing)
    {
        List<Claim> articles = [];
        foreach (var claim in sharing)
        {
            // Whoever lists hundreds of things at one address means another one each time; comparing all with all would take seconds.
            var same = articles.Count > MostCompared ? null : articles.Find(a => SameItem.Judge(a.Traits, claim.Traits, MetIn.Document).Same);
            if (same is null)
                articles.Add(claim);
            claim.First = same ?? claim;
        }

        foreach (var claim in sharing)
            claim.SharesLink = articles.Count > 1;
    }

    private static EntryKeys KeysOf(Claim claim, Uri feedUrl, RegistrableDomains outlets)
    {
        var evidence = new List<string>();
        var (rule, entryKeys) = EntryKeysOf(claim, evidence);
        var outlet = outlets.Of(claim.Url ?? feedUrl);
        var isOwn = outlet == outlets.Of(feedUrl);
        string articleKey;
        string? addressKey = null, ownKey = null;
        if (claim.Link is { } link && NamesArticle(link, evidence))
        {
            addressKey = Short(link.Key);
            ownKey = $"{(link.Key.Length <= MaxKeyLength / 2 ? link.Key : Hash(link.Key))} {Hash(claim.First.Name)[..32]}";
            articleKey = claim.SharesLink ? ownKey : addressKey;
            evidence.Add($"article: canonical address {Clip(link.Key)}");
            if (claim.SharesLink)
                evidence.Add("article: other entries of the document have that address, so its id, or title and date, beside it");
            if (link.Applied.Count > 0)
                evidence.Add($"address as given: {Clip(claim.Url!.AbsoluteUri)}");
            evidence.AddRange(link.Applied.Select(rule => $"dropped or rewritten: {rule}"));
        }
        else
        {
            articleKey = $"feed:{Hash(feedUrl.AbsoluteUri)[..16]}/{Hash(entryKeys[0])[..32]}";
            evidence.Add("article: no address that names it, so its feed and entry key");
        }

        return new EntryKeys(entryKeys[0], entryKeys[1..], articleKey, addressKey, ownKey, claim.Url?.AbsoluteUri, outlet, isOwn, claim.TrustedId,
            claim.Fragment, new Decision("identity", rule, null, null, evidence));
    }

    private static (string Rule, string[] Keys) EntryKeysOf(Claim claim, List<string> evidence)
    {
        var byContent = "hash:" + Hash(claim.Content);
        string[] later = claim is { Link: { } link, SharesLink: false } && NamesArticle(link, evidence: null)
            ? [Short("link:" + link.Key), byContent]
            : [byContent];
        if (claim.TrustedId is { } id)
        {
            evidence.Add($"entry: id {Clip(id)}");
            return ("guid", [Short("id:" + id), .. later]);
        }

        if (claim.Id is not null)
            evidence.Add($"entry: id {Clip(claim.Id)} is used for other entries too");
        var byLink = later.Length > 1;
        evidence.Add(byLink ? $"entry: link {Clip(claim.Link!.Key)}" : claim.Date is null ? "entry: hash of title and text" : "entry: hash of title and date");
        return (byLink ? "link" : "content", later);
    }

    /// <summary>Feeds of headlines without pages of their own link them all to the front page.</summary>
    private static bool NamesArticle(CanonicalUrl link, List<string>? evidence)
    {
        if (link.Key.AsSpan().ContainsAny('/', '?', '#'))
            return true;
        evidence?.Add($"link {link.Key} is a front page");
        return false;
    }

    private static string Short(string key) => key.Length <= MaxKeyLength ? key : "sha256:" + Hash(key);

    private static string Clip(string text) => text.Length <= 200 ? text : text[..200] + "…";

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>What an entry says that identity may rest on.</summary>
    private sealed class Claim(string? id, Uri? url, string title, DateTimeOffset? date, string text)
    {
        /// <summary>Characters; servers refuse longer ones from about 8,000 on, so such a link leads nowhere.</summary>
        private const int LongestAddress = 8000;

        private ItemTraits? _traits;

        public string? Id => id;

        public Uri? Url => url;

        public CanonicalUrl? Link { get; } = url is null ? null : UrlCanonicalizer.Canonicalize(url.AbsoluteUri);

        public string Fragment => url?.Fragment.TrimStart('#') ?? "";

        public string Title => title;

        public DateTimeOffset? Date => date;

        /// <summary>No other entry of the document has the id.</summary>
        public bool TrustsId { get; set; } = true;

        public string? TrustedId => TrustsId ? id : null;

        /// <summary>Other entries of the document have the address and are other articles.</summary>
        public bool SharesLink { get; set; }

        /// <summary>The first entry of the document that is the same article at the same address; often itself.</summary>
        public Claim First
        {
            get => field ?? this;
            set;
        }

        /// <summary>Title and date, or title and text where there is no date, and the place in the page.</summary>
        public string Content => title + "\n" + (date?.ToUniversalTime().ToString("O") ?? text) + (Fragment.Length > 0 ? "\n#" + Fragment : "");

        /// <summary>What tells the article from others at its address.</summary>
        public string Name => TrustedId ?? Content;

        public ItemTraits Traits => _traits ??= new ItemTraits(TrustedId, Fragment, TitleText.Of(title), date, () => PlainText.FromHtml(text));

        public static Claim Of(ParsedEntry entry, Uri feedUrl)
        {
            var id = string.IsNullOrWhiteSpace(entry.Id) ? null : entry.Id.Trim();
            return new Claim(id, Http(entry.Link, feedUrl) ?? Http(id, null), entry.Title?.Trim() ?? "", (entry.Published ?? entry.Updated)?.Instant,
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
