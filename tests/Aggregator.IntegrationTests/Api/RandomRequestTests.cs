using System.Net;
using System.Text.Json;
using Aggregator.Stores;
using Aggregator.Support;

namespace Aggregator.Api;

/// <summary>Requests made at random from the OpenAPI document, over the real store: whatever is asked is answered or refused in words.</summary>
public sealed class RandomRequestTests
{
    private const int Requests = 1500;

    private static readonly string[] Words =
        ["battery", "plant", "\"solid", "state\"", "\"", "AND", "OR", "NOT", "-", "(", ")", "NEAR/3", "title:", "author:", "outlet:", "*", "bat*", "日本", "%", "_", "^", "+", "🙂", "\ue000", "text:x", new('a', 300)];

    private static readonly string[] Times = ["7d", "30m", "2026-11-01", "2026-11-20T10:00:00Z", "0001-01-01", "9999-12-31T23:59:59Z", "1969-12-31", "999999w", "2026-11-22T00:00:00+14:00"];

    private static readonly string[] Numbers = ["0", "1", "5", "100", "1000", "-1", "9223372036854775807", "99999999999999999999"];

    private static readonly string[] Texts = ["EV", "a.example", "en", "electric vehicles", "1", "1,2,3", "'", "UTC", "Europe/Berlin", "Pacific/Apia", "24h", "x"];

    [Theory]
    [InlineData(Engines.Sqlite)]
    [InlineData(Engines.LiteDb)]
    public async Task Nothing_that_can_be_asked_is_an_internal_error(string engine)
    {
        var folder = Directory.CreateTempSubdirectory("aggregator");
        await using (var store = await Engines.OpenAsync(engine, folder.FullName))
        await using (var service = await TestService.StartAsync(store: store))
        {
            await FillAsync(store);
            var operations = (await service.GetJsonAsync("/openapi/v1.json")).GetProperty("paths").EnumerateObject()
                .Where(path => path.Value.TryGetProperty("get", out _) && !path.Name.EndsWith("/stream", StringComparison.Ordinal)).ToList();
            Assert.True(operations.Count > 15, "The document lists the addresses.");
            var random = new Random(1);
            for (var i = 0; i < Requests; i++)
            {
                var address = Make(operations[random.Next(operations.Count)], random);
                using var answer = await service.Client.GetAsync(address);
                Assert.True(answer.StatusCode < HttpStatusCode.InternalServerError, $"{address}: {answer.StatusCode}");
                if (answer.StatusCode == HttpStatusCode.BadRequest)
                    Assert.True(JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("detail").GetString()!.Length > 10, address);
            }
        }

        folder.Delete(recursive: true);
    }

    private static string Make(JsonProperty operation, Random random)
    {
        var path = operation.Name;
        List<string> query = [];
        foreach (var parameter in operation.Value.GetProperty("get").TryGetProperty("parameters", out var all) ? all.EnumerateArray().ToArray() : [])
        {
            var name = parameter.GetProperty("name").GetString()!;
            var inPath = parameter.GetProperty("in").GetString() == "path";
            if (!inPath && (parameter.GetProperty("in").GetString() != "query" || random.Next(4) > 0))
                continue;
            var value = Uri.EscapeDataString(Value(name, parameter.TryGetProperty("schema", out var schema) ? schema : default, random));
            if (inPath)
                path = path.Replace("{" + name + "}", value, StringComparison.Ordinal);
            else
                query.Add($"{name}={value}");
        }

        return $"{path}?{string.Join('&', query)}";
    }

    private static string Value(string name, JsonElement schema, Random random)
    {
        if (name == "q")
            return string.Join(' ', Enumerable.Range(0, random.Next(1, 6)).Select(_ => Pick(Words)));
        if (name is "from" or "to")
            return Pick(Times);
        if (schema.ValueKind == JsonValueKind.Object && schema.TryGetProperty("enum", out var allowed))
            return Pick([.. allowed.EnumerateArray().Select(value => value.ToString())]);
        return random.Next(2) == 0 ? Pick(Numbers) : Pick(Texts);

        string Pick(string[] from) => from[random.Next(from.Length)];
    }

    private static async Task FillAsync(IStore store)
    {
        var feed = (await store.AddFeedAsync(Storage.Make.Feed(), Storage.Make.Now, CancellationToken.None)).Id;
        await store.CommitPollAsync(
            Storage.Make.Poll(feed, [.. Enumerable.Range(1, 30).Select(i => Storage.Make.Entry($"e{i}", $"Battery plant {i}", published: Storage.Make.Now.AddHours(-i)))]), CancellationToken.None);
        await store.CommitAssignAsync([.. (await store.ListUnassignedAsync(100, CancellationToken.None)).Select(article => Storage.Make.Assign(article.Article.Id))], Storage.Make.Now, CancellationToken.None);
    }
}
