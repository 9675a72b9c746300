using System.Security.Cryptography;
using System.Text;
using Aggregator.Extraction;
using Aggregator.Feeds;
using Aggregator.Html;
using Aggregator.Model;
using Aggregator.Stores;
using Aggregator.Stories;
using Aggregator.Text.Languages;

namespace Aggregator.Pipeline;

/// <summary>Turns the entries of a parsed document into what a poll commits: keys, clean fields, dates that can be trusted.</summary>
internal static class EntryReading
{
    // fetching.md /i/long-title: a title beyond this is no title; the longest real headline in the feed corpora has some 300 characters.
    private const int LongestTitle = 500;
    private const int LongestSummary = 600;
    private const int MostCategories = 32;
    private const int MostAuthors = 16;
    private const int MostEnclosures = 32;

    public static IReadOnlyList<IdentifiedEntry> Read(Feed feed, ParsedFeed document, Uri url, DateTimeOffset now)
    {
        // Keys may be made of dates, so they are made before a feed's clock is set right, which depends on when it is read.
        var keys = EntryIdentity.Identify(document, url);
        var parsed = FeedClock.SetRight(document, now);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var entries = new List<IdentifiedEntry>(keys.Count);
        for (var i = 0; i < keys.Count; i++)
        {
            if (seen.Add(keys[i].EntryKey) && ReadOne(feed, parsed, parsed.Entries[i], keys[i], url, now) is { } entry)
                entries.Add(entry);
        }

        return entries;
    }

    private static IdentifiedEntry? ReadOne(Feed feed, ParsedFeed parsed, ParsedEntry entry, EntryKeys keys, Uri url, DateTimeOffset now)
    {
        var body = entry.Content ?? entry.Summary ?? "";
        var bases = ContentBases.Of(entry, parsed, url);
        var html = HtmlSanitizer.Sanitize(body, bases.Address, bases.Page);
        var text = PlainText.FromHtml(html);
        var closed = Forms.AskForPassword(body);
        // Beside a question for a password, the summary says that there is none.
        var summary = Shorten(entry.Summary is null || (closed && text.Length == 0) ? text : OneLine(PlainText.FromHtml(entry.Summary)), LongestSummary);
        var given = Shorten(OneLine(TitleText.Of(entry.Title ?? "")), LongestTitle);
        if (given.Length == 0 && text.Length == 0 && keys.Url is null)
            return null;

        var needsPage = feed.Definition.FullText switch
        {
            FullTextMode.Always => true,
            FullTextMode.Never => false,
            _ => !FullTextRule.FeedTextIsEnough(text, entry.Content is not null).Yes,
        };
        var title = given.Length == 0 ? StandInTitle.Of(summary) : given;
        var authors = entry.Authors.Select(a => OneLine(PlainText.FromHtml(a))).Where(a => a.Length > 0).Take(MostAuthors).ToList();
        return new IdentifiedEntry
        {
            EntryKey = keys.EntryKey,
            ArticleKey = keys.ArticleKey,
            AddressKey = keys.AddressKey,
            OwnKey = keys.OwnKey,
            LaterKeys = keys.LaterKeys,
            IsOwn = keys.IsOwn,
            Id = keys.Id,
            Fragment = keys.Fragment,
            Identity = keys.Identity,
            ContentHash = Hash(title, text, authors, keys.AddressKey, entry.Enclosures),
            Url = keys.Url,
            Outlet = keys.Outlet,
            Title = title,
            IsUntitled = given.Length == 0,
            Authors = authors,
            Published = StoredDate.Clamp(StoredDate.Meant(entry.Published, entry.Updated), now),
            Updated = StoredDate.Meant(entry.Updated),
            Summary = summary.Length == 0 ? null : summary,
            ContentHtml = html,
            Text = text,
            IsContent = entry.Content is not null,
            Paywalled = closed,
            Language = TextLanguage.Of(entry.Language ?? parsed.Language ?? feed.Definition.Language, text.Length == 0 ? title : $"{title}\n{text}"),
            Image = entry.Image,
            Enclosures = [.. entry.Enclosures.Where(IsServable).Take(MostEnclosures)],
            Categories = [.. entry.Categories.Take(MostCategories)],
            ReadPage = keys.Url is not null && needsPage,
            Fate = keys.Url is null ? ReadFate.NoLink : needsPage ? ReadFate.Pending : ReadFate.FeedText,
        };
    }

    // What is served goes to people's readers: no scripts, no files of this machine.
    private static bool IsServable(Enclosure file) =>
        Uri.TryCreate(file.Url, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps);

    private static string OneLine(string text) => string.Join(' ', Neutral(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Without the marks that force a direction: in a title they would turn round what stands beside it (Unicode TR 36, section 2.4).</summary>
    private static string Neutral(string text) =>
        text.AsSpan().ContainsAnyInRange('\u202a', '\u202e') || text.AsSpan().ContainsAnyInRange('\u2066', '\u2069')
            ? string.Concat(text.Where(c => c is not ((>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069'))))
            : text;

    /// <summary>At most so many characters, the last of them an ellipsis where something was left out.</summary>
    public static string Shorten(string text, int most)
    {
        if (text.Length <= most)
            return text;
        var end = most - 1;
        // Never in the middle of a character that takes two code units.
        if (char.IsHighSurrogate(text[end - 1]))
            end--;
        return string.Concat(text.AsSpan(0, end).TrimEnd(), "…");
    }

    // Files come last and only where there are some, so that the hashes of older stores stand.
    private static string Hash(string title, string text, List<string> authors, string? address, IReadOnlyList<Enclosure> files) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
            $"{title}\n{string.Join('\n', authors)}\n{text}\n{address}{string.Concat(files.Select(file => $"\n{file.Url} {file.Type} {file.Length}"))}")));
}
