using System.Security.Cryptography;
using System.Text;
using Aggregator.Model;
using Aggregator.Stores;

namespace Aggregator.Storage;

/// <summary>Entries, polls and assignments with everything that a test does not care about filled in.</summary>
internal static class Make
{
    public static readonly DateTimeOffset Now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    public static FeedDefinition Feed(string name = "a", string category = "EV") => new($"https://{name}.example/feed.xml", $"Feed {name}", category);

    public static ClaimedDate Date(DateTimeOffset at) => new(at, DatePrecision.Full, "rss:pubDate");

    public static IdentifiedEntry Entry(string key, string? title = null, string? text = null, DateTimeOffset? published = null, bool readPage = false, string outlet = "news.example", string? article = null)
    {
        title ??= $"Title of {key}";
        text ??= $"Text of {key} about batteries.";
        var url = $"https://www.{outlet}/{article ?? key}";
        return new IdentifiedEntry
        {
            EntryKey = key,
            ArticleKey = url,
            Identity = new Decision("identity", "canonical-url", null, null, [url]),
            ContentHash = Hash(title + "\n" + text),
            Url = url,
            Outlet = outlet,
            Title = title,
            Published = Date(published ?? Now.AddHours(-1)),
            Text = text,
            ContentHtml = $"<p>{text}</p>",
            Summary = "Summary of " + key,
            ReadPage = readPage,
            Fate = ReadFate.FeedText,
        };
    }

    public static PollCommit Poll(long feed, params IdentifiedEntry[] entries) => new()
    {
        FeedId = feed,
        State = new FeedState { NextPollAt = Now.AddHours(1), LastPolledAt = Now, LastFate = FetchFate.Updated },
        Fetch = new FetchRecord { At = Now, Fate = FetchFate.Updated, Entries = entries.Length, NextPollAt = Now.AddHours(1) },
        Entries = entries,
        Now = Now,
    };

    public static ReadCommit Read(UnreadArticle article, string text, string? title = null, DateTimeOffset? published = null, string? canonical = null) => new()
    {
        Id = article.Id,
        Fate = ReadFate.Extracted,
        Content = new ReadContent
        {
            Title = title ?? article.Title,
            Published = published is { } at ? new ClaimedDate(at, DatePrecision.Full, "json-ld") : article.Published,
            Text = text,
            ContentHtml = $"<p>{text}</p>",
            WordCount = text.Split(' ').Length,
            Rung = ExtractionRung.KnownContainer,
            Confidence = 0.9,
            Language = "en",
            CanonicalKey = canonical,
        },
    };

    public static AssignCommit Assign(long id, long? story = null, params Tag[] tags) => new() { ArticleId = id, StoryId = story ?? id, StoryLead = story ?? id, Tags = tags };

    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
