namespace Aggregator.Fetching;

/// <summary>Finds targets in <c>Link</c> headers (RFC 8288).</summary>
internal static class LinkHeader
{
    /// <summary>The first http or https target with the relation, absolute; null when there is none.</summary>
    public static string? Find(IReadOnlyList<string> headers, string relation, Uri origin)
    {
        foreach (var header in headers)
        {
            var at = 0;
            while ((at = header.IndexOf('<', at)) >= 0)
            {
                var close = header.IndexOf('>', at);
                if (close < 0)
                    break;
                var next = header.IndexOf('<', close);
                var parameters = next < 0 ? header[(close + 1)..] : header[(close + 1)..next];
                if (HasRelation(parameters, relation)
                    && Uri.TryCreate(origin, header[(at + 1)..close].Trim(), out var target)
                    && target.Scheme is "http" or "https")
                {
                    return target.AbsoluteUri;
                }

                at = close;
            }
        }

        return null;
    }

    private static bool HasRelation(string parameters, string relation)
    {
        foreach (var parameter in parameters.Split(';', StringSplitOptions.TrimEntries))
        {
            if (!parameter.StartsWith("rel", StringComparison.OrdinalIgnoreCase)
                || parameter.IndexOf('=', StringComparison.Ordinal) is var equals && equals < 0)
            {
                continue;
            }

            var names = parameter[(equals + 1)..].Trim(' ', '"', ',').Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (parameter[..equals].Trim().Equals("rel", StringComparison.OrdinalIgnoreCase) && names.Contains(relation, StringComparer.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
