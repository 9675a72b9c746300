using System.Net.Http.Headers;

namespace Aggregator.Fetching;

/// <summary>
/// The headers of an answer, byte for byte. Read before anything else touches the response, because the framework's typed properties
/// rewrite what they parse: <c>w/"a"</c> comes back as <c>W/"a"</c> and odd dates as others.
/// </summary>
internal sealed class RawHeaders
{
    private readonly Dictionary<string, string> _first = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<string>> _all = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Headers of which several lines mean one list (RFC 9110 §5.3); of all others the first line counts.</summary>
    private static readonly string[] Lists = ["Cache-Control", "Content-Encoding"];

    public static RawHeaders Of(HttpResponseMessage response)
    {
        var headers = new RawHeaders();
        headers.Add(response.Headers.NonValidated);
        headers.Add(response.Content.Headers.NonValidated);
        return headers;
    }

    /// <summary>The value; null when the header is absent.</summary>
    public string? this[string name] => _first.GetValueOrDefault(name);

    public IReadOnlyList<string> All(string name) => _all.GetValueOrDefault(name) ?? [];

    private void Add(HttpHeadersNonValidated source)
    {
        foreach ((var name, var values) in source)
        {
            foreach (var value in values)
            {
                if (_all.TryGetValue(name, out var all))
                    all.Add(value);
                else
                    _all[name] = [value];
            }

            if (_all.TryGetValue(name, out var read))
                _first.TryAdd(name, Array.Exists(Lists, l => l.Equals(name, StringComparison.OrdinalIgnoreCase)) ? string.Join(", ", read) : read[0]);
        }
    }
}
