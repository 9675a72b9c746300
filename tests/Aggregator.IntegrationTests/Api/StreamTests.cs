using System.Text.Json;

namespace Aggregator.Api;

public sealed class StreamTests
{
    [Fact]
    public async Task Sends_what_matches_and_resumes_where_it_was()
    {
        await using var service = await TestService.StartAsync();
        service.Add("Battery one", 60);
        service.Add("Other news", 50);
        service.Add("Battery two", 40);

        // As a client that comes back after the first event.
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/stream?q=battery");
        request.Headers.Add("Last-Event-ID", "1");
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var answer = await service.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType!.MediaType);
        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync(patience.Token));

        Assert.Equal(("Battery two", "3"), await NextArticle(lines, patience.Token));
        service.Add("Battery three", 5);
        Assert.Equal(("Battery three", "4"), await NextArticle(lines, patience.Token));
    }

    private static async Task<(string Title, string Id)> NextArticle(StreamReader lines, CancellationToken cancellation)
    {
        var (type, title, id) = ("", "", "");
        while (await lines.ReadLineAsync(cancellation) is { } line)
        {
            if (line.StartsWith("event: ", StringComparison.Ordinal))
                type = line[7..];
            if (line.StartsWith("id: ", StringComparison.Ordinal))
                id = line[4..];
            if (line.StartsWith("data: {\"", StringComparison.Ordinal))
                title = JsonDocument.Parse(line[6..]).RootElement.GetProperty("title").GetString()!;
            if (line.Length > 0)
                continue;
            if (type == "article")
                return (title, id);
        }

        throw new InvalidOperationException("The stream ended.");
    }
}
