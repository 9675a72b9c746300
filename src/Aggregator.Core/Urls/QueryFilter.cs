namespace Aggregator.Urls;

/// <summary>Keeps the parameters that say which article is meant and puts them in order.</summary>
internal static class QueryFilter
{
    /// <returns>The empty string, or a question mark and the parameters.</returns>
    public static string Normalize(string query, string path, List<string> applied)
    {
        if (query.Length == 0)
            return "";
        var all = Split(query);
        var kept = all.Where(p => !IsDropped(p, path, all)).ToList();
        applied.AddRange(all.Except(kept).Select(p => $"{UrlRules.Default.Describe(p.Name, p.Value)} {p.Name}").Distinct());
        if (kept.Count == 0)
            return "";
        return "?" + string.Join('&', kept
            .Select(p => PercentEncoding.Normalize(p.Name, PercentEncoding.Parameter) + "=" + PercentEncoding.Normalize(p.Value, PercentEncoding.Parameter))
            .Order(StringComparer.Ordinal));
    }

    private static List<Parameter> Split(string query)
    {
        var parameters = new List<Parameter>();

        // "&amp;" comes from feeds that escape twice; "?id=5?utm_source=x" from tools that append blindly
        foreach (var pair in query.Replace("&amp;", "&", StringComparison.OrdinalIgnoreCase)
            .Replace("?utm_", "&utm_", StringComparison.OrdinalIgnoreCase)
            .Split('&'))
        {
            var trimmed = (pair.StartsWith("%3F", StringComparison.OrdinalIgnoreCase) ? pair[3..] : pair).TrimStart('?');
            if (trimmed.Length == 0)
                continue;
            var equals = trimmed.IndexOf('=', StringComparison.Ordinal);
            var (name, value) = equals < 0 ? (trimmed, "") : (trimmed[..equals], trimmed[(equals + 1)..]);
            parameters.Add(new Parameter(Form(name), Form(value)));
        }

        return parameters;
    }

    /// <summary>In a form-encoded query a plus is a space.</summary>
    private static string Form(string text) => text.Replace("+", "%20", StringComparison.Ordinal);

    private static bool IsDropped(Parameter parameter, string path, List<Parameter> all) => UrlRules.Default.Find(parameter.Name, parameter.Value) switch
    {
        ParameterRule.None => false,
        ParameterRule.Ambiguous => ArticlePath.NamesArticle(path)
            || (!ArticlePath.IsId(parameter.Value) && (!ArticlePath.IsScript(path) || all.Count > 1)),
        _ => true,
    };

    private sealed record Parameter(string Name, string Value);
}
