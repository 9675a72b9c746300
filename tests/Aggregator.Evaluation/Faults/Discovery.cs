using System.Net.Http.Json;

namespace Aggregator.Faults;

/// <summary>Looking for feeds on pages, as somebody who adds one does.</summary>
internal static class Discovery
{
    public static async Task<IReadOnlyList<string>> FaultsAsync(HttpClient client, FaultServers server)
    {
        var faults = new List<string>();
        foreach (var (path, found, never) in new[] { ("/h/alternate", "/ok/rss", "canary"), ("/h/alternate-many", "/ok/atom", "javascript:"), ("/ok/rss", "/ok/rss", "canary") })
        {
            using var answer = await client.PostAsJsonAsync("/api/v1/feeds/discover", new { url = server.Url(path, "discover-" + FaultServers.HostOf(path)) });
            var text = await answer.Content.ReadAsStringAsync();
            if (!text.Contains(found, StringComparison.Ordinal) || text.Contains(never, StringComparison.OrdinalIgnoreCase))
                faults.Add($"discovering {path} gives {text}");
        }

        return faults;
    }
}
