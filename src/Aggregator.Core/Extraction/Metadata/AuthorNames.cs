namespace Aggregator.Extraction.Metadata;

/// <summary>Turns what pages write in author fields into names: splits lists, drops "By", addresses, handles, job titles and duplicates.</summary>
internal static class AuthorNames
{
    private const int MaxLength = 80;

    private static readonly string[] Prefixes = ["written by", "posted by", "published by", "by", "von", "par", "por", "di", "door", "av", "af", "text", "autor", "autorin", "author", "auteur", "words by", "story by", "reviewed by"];

    private static readonly string[] Joiners = [" and ", " und ", " et ", " y ", " & ", " AND ", " And "];

    public static IReadOnlyList<string> Clean(IEnumerable<string> raw)
    {
        var names = new List<string>();
        foreach (var value in raw)
        {
            foreach (var part in Split(value))
            {
                var name = CleanOne(part);
                if (name.Length > 0 && !names.Contains(name, StringComparer.OrdinalIgnoreCase))
                    names.Add(name);
            }
        }

        return names;
    }

    private static string[] Split(string value)
    {
        foreach (var joiner in Joiners)
            value = value.Replace(joiner, ",", StringComparison.Ordinal);
        return value.Split([',', ';', '|', '\n', '·', '•', '，', '、'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
    }

    private static string CleanOne(string part)
    {
        var name = ElementText.Collapse(part);
        foreach (var prefix in Prefixes)
        {
            if (name.Length > prefix.Length + 1 && name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) && name[prefix.Length] is ' ' or ':')
            {
                name = name[(prefix.Length + 1)..].Trim(' ', ':');
                break;
            }
        }

        if (name.Length > MaxLength || name.Contains("://", StringComparison.Ordinal) || name.Contains("www.", StringComparison.Ordinal) || name.StartsWith('@') || !name.Any(char.IsLetter))
            return "";
        return name;
    }
}
