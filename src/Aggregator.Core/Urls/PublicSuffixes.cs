using System.Collections.Frozen;
using System.Globalization;

namespace Aggregator.Urls;

/// <summary>Domain suffixes under which the public registers names, in the format and by the algorithm of publicsuffix.org.</summary>
public sealed class PublicSuffixes
{
    private readonly FrozenSet<string> _rules;
    private readonly FrozenSet<string> _wildcards;
    private readonly FrozenSet<string> _exceptions;

    private PublicSuffixes(IEnumerable<string> rules)
    {
        var all = rules.ToList();
        _exceptions = all.Where(r => r.StartsWith('!')).Select(r => r[1..]).ToFrozenSet(StringComparer.Ordinal);
        _wildcards = all.Where(r => r.StartsWith("*.", StringComparison.Ordinal)).Select(r => r[2..]).ToFrozenSet(StringComparer.Ordinal);
        _rules = all.Where(r => r[0] is not ('!' or '*')).ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>Reads a list: one rule a line, <c>//</c> starts a comment, <c>*.</c> a wildcard, <c>!</c> an exception.</summary>
    public static PublicSuffixes Parse(string publicSuffixListText)
    {
        ArgumentNullException.ThrowIfNull(publicSuffixListText);
        return new PublicSuffixes(publicSuffixListText.Split('\n')
            .Select(l => l.Trim().Split(' ', '\t')[0])
            .Where(l => l.Length > 0 && !l.StartsWith("//", StringComparison.Ordinal))
            .Select(Ascii));
    }

    /// <summary>How many labels at the end are the suffix; 1 where no rule matches.</summary>
    internal int CountLabels(ReadOnlySpan<string> labels)
    {
        for (var i = 0; i < labels.Length; i++)
        {
            var tail = string.Join('.', labels[i..]);
            if (_exceptions.Contains(tail))
                return labels.Length - i - 1;
            if (_rules.Contains(tail))
                return labels.Length - i;
            if (i + 1 < labels.Length && _wildcards.Contains(string.Join('.', labels[(i + 1)..])))
                return labels.Length - i;
        }

        return 1;
    }

    private static string Ascii(string rule)
    {
        if (System.Text.Ascii.IsValid(rule))
            return rule.ToLowerInvariant();
        try
        {
            return new IdnMapping().GetAscii(rule.ToLowerInvariant());
        }
        catch (ArgumentException)
        {
            return rule;
        }
    }
}
