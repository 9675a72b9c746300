using System.Collections.Frozen;
using Aggregator.Text;

namespace Aggregator.Urls;

/// <summary>What a parameter is to the identity of an article.</summary>
internal enum ParameterRule
{
    /// <summary>Part of the address.</summary>
    None,

    /// <summary>Says where the reader came from.</summary>
    Tracking,

    /// <summary>Used for tracking by some sites and as the article's number by others.</summary>
    Ambiguous,

    /// <summary>A visitor's session.</summary>
    Session,

    /// <summary>Asks for another presentation of the same article.</summary>
    Presentation,
}

/// <summary>The rules of <c>url-rules.txt</c>.</summary>
internal sealed class UrlRules
{
    private readonly FrozenDictionary<string, ParameterRule> _exact;
    private readonly List<(string Prefix, ParameterRule Rule)> _prefixes = [];
    private readonly List<(string Host, string Path, string Parameter)> _wrappers = [];

    private UrlRules(string text)
    {
        var exact = new Dictionary<string, ParameterRule>(StringComparer.OrdinalIgnoreCase);
        var section = "";
        foreach (var raw in text.Split('\n'))
        {
            var line = raw.Split('#')[0].Trim();
            if (line.StartsWith('['))
            {
                section = line.Trim('[', ']');
            }
            else if (section == "wrapper" && line.Length > 0)
            {
                AddWrapper(line);
            }
            else
            {
                foreach (var name in line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                    AddParameter(exact, name, Enum.Parse<ParameterRule>(section, ignoreCase: true));
            }
        }

        _exact = exact.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    public static UrlRules Default { get; } = new(EmbeddedFile.Read("Urls.url-rules.txt"));

    public ParameterRule Find(string name, string value)
    {
        // "amp;utm_source" is what "&amp;utm_source" leaves in some readers
        if (name.StartsWith("amp;", StringComparison.OrdinalIgnoreCase))
            name = name[4..];
        if (_exact.TryGetValue(name, out var rule) || _exact.TryGetValue($"{name}={value}", out rule))
            return rule;
        foreach (var (prefix, prefixRule) in _prefixes)
        {
            if (name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
                return prefixRule;
        }

        return ParameterRule.None;
    }

    public string Describe(string name, string value) => Find(name, value) switch
    {
        ParameterRule.Session => "session id",
        ParameterRule.Presentation => "presentation parameter",
        _ => "tracking parameter",
    };

    public IEnumerable<string> WrapperParameters(string host, string path) => _wrappers
        .Where(w => IsAtOrBelow(host, w.Host) && path.StartsWith(w.Path, StringComparison.Ordinal))
        .Select(w => w.Parameter);

    private static bool IsAtOrBelow(string host, string domain) =>
        host.EndsWith(domain, StringComparison.Ordinal) && (host.Length == domain.Length || host[^(domain.Length + 1)] == '.');

    private void AddWrapper(string line)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var slash = words[0].IndexOf('/', StringComparison.Ordinal);
        _wrappers.AddRange(words[1..].Select(p => (words[0][..slash], words[0][slash..], p)));
    }

    private void AddParameter(Dictionary<string, ParameterRule> exact, string name, ParameterRule rule)
    {
        if (name.EndsWith('*'))
            _prefixes.Add((name[..^1], rule));
        else
            exact[name] = rule;
    }
}
