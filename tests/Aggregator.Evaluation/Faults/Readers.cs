using System.Net;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using Aggregator.Html;

namespace Aggregator.Faults;

/// <summary>What the service shows to readers of all that it was served.</summary>
internal static class Readers
{
    private static readonly string[] Hostile = ["\"", "*", "NEAR(", "\"foo NEAR( bar* AND OR - ^ : col:", "'); DROP TABLE story;--", "{x}", "title:", "-", "^", "a AND", "(((", "col:x"];

    public static async Task<IReadOnlyList<string>> FaultsAsync(HttpClient client)
    {
        var faults = new List<string>();
        foreach (var line in (await client.GetStringAsync("/api/v1/export?copies=keep")).Split('\n', StringSplitOptions.RemoveEmptyEntries))
            Check(JsonDocument.Parse(line).RootElement, faults);
        foreach (var address in (string[])["/feed.atom?limit=200&copies=keep&group=article", "/feed.rss?limit=200&copies=keep&group=article"])
        {
            // Throws on whatever XML forbids.
            using var reader = XmlReader.Create(await client.GetStreamAsync(address), new XmlReaderSettings { Async = true, CheckCharacters = true, DtdProcessing = DtdProcessing.Prohibit });
            await XDocument.LoadAsync(reader, LoadOptions.None, CancellationToken.None);
        }

        foreach (var address in (string[])["/feed.json?limit=200&copies=keep&group=article", "/api/v1/stories?limit=200", "/api/v1/feeds", "/api/v1/facets"])
            JsonDocument.Parse(await client.GetStringAsync(address));
        foreach (var words in Hostile)
        {
            using var answer = await client.GetAsync("/api/v1/articles?q=" + Uri.EscapeDataString(words));
            if (answer.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.BadRequest))
                faults.Add($"searching for {words} gives {answer.StatusCode}");
        }

        return faults;
    }

    private static void Check(JsonElement article, List<string> faults)
    {
        var id = article.GetProperty("id").GetString();
        var html = article.GetProperty("content_html").GetString() ?? "";
        if (HtmlSanitizer.Sanitize(html, null) != html)
            faults.Add($"article {id} is shown with HTML that is not settled: {html[..Math.Min(100, html.Length)]}");
        if (article.GetProperty("url").GetString() is { } url && !(Uri.TryCreate(url, UriKind.Absolute, out var parsed) && parsed.Scheme is "http" or "https"))
            faults.Add($"article {id} leads to {url}");
        var title = article.GetProperty("title").GetString() ?? "";
        if (title.Length is 0 or > 2000)
            faults.Add($"article {id} has a title of {title.Length} characters");
        if (title.Any(c => (char.IsControl(c) && c is not ('\n' or '\t')) || c is >= '\u202a' and <= '\u202e' or >= '\u2066' and <= '\u2069'))
            faults.Add($"article {id} has controls in its title");
        if ((article.GetProperty("text").GetString() ?? "").Contains("%PDF", StringComparison.Ordinal))
            faults.Add($"article {id} holds a binary");
    }
}
