using System.Text.Json;

namespace Aggregator.Faults;

/// <summary>What the server of faults may never have seen.</summary>
internal static class Wire
{
    private static readonly string[] NeverSent = ["authorization", "cookie", "referer", "x-injected", "range", "traceparent"];

    public static IEnumerable<string> Faults(JsonElement log)
    {
        foreach (var visit in log.GetProperty("canary").EnumerateArray())
            yield return $"was led to the canary: {visit.GetProperty("request").GetString()?.Split('\r')[0]}";
        foreach (var request in log.GetProperty("last").EnumerateObject())
        {
            foreach (var header in request.Value.EnumerateObject().Where(h => NeverSent.Contains(h.Name)))
                yield return $"{request.Name}: sent {header.Name}: {header.Value}";
            if (!request.Value.TryGetProperty("user-agent", out _))
                yield return $"{request.Name}: asked without a name";
        }

        foreach (var path in log.GetProperty("hits").EnumerateObject().Where(h => h.Name is "/neighbour" or "/article/private/1"))
            yield return $"{path.Name} was asked for";
    }
}
