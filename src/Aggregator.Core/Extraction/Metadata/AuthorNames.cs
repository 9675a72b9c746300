namespace Aggregator.Extraction.Metadata;

/// <summary>Turns what pages write in author fields into names: splits lists, drops "By", dates, addresses, handles, job titles and duplicates.</summary>
internal static class AuthorNames
{
    /// <summary>Characters and words; longer values are sentences.</summary>
    private const int MaxLength = 60, MaxWords = 6;

    public static IReadOnlyList<string> Clean(IEnumerable<string> raw)
    {
        var names = new List<string>();
        foreach (var value in raw)
        {
            foreach (var part in Split(value))
            {
                var name = CleanOne(part);
                if (name.Length == 0)
                    continue;
                // "MD", "PhD": belongs to the name before it
                if (AuthorWords.Credentials.Contains(name.Replace(".", "", StringComparison.Ordinal)))
                {
                    if (names.Count > 0 && !names[^1].EndsWith(name, StringComparison.Ordinal))
                        names[^1] += ", " + name;
                }
                else if (!names.Contains(name, StringComparer.OrdinalIgnoreCase))
                {
                    names.Add(name);
                }
            }
        }

        return names;
    }

    /// <summary>Says whether a visible text is the name of a person or desk rather than a label, a sentence or a job.</summary>
    public static bool LooksLikeName(string name)
    {
        if (name.Length is < 2 or > MaxLength || !char.IsLetter(name[0]) || AuthorWords.NoNames.Contains(name))
            return false;
        var words = name.Split(' ');
        if (words.Length > MaxWords)
            return false;
        var upper = 0;
        foreach (var word in words)
        {
            if (AuthorWords.NotInNames.Contains(word))
                return false;
            if (word.Length > 0 && (char.IsUpper(word[0]) || char.GetUnicodeCategory(word[0]) == System.Globalization.UnicodeCategory.OtherLetter))
                upper++;
            else if (!AuthorWords.Particles.Contains(word) && words.Length > 1)
                return false;
        }

        // one word in small letters may be an account's name, which only a stronger source vouches for
        return upper > 0;
    }

    /// <summary>Says whether it is the name of an account or mailbox and not of a person.</summary>
    public static bool IsAccount(string name) =>
        AuthorWords.Accounts.Contains(name) || (!name.Contains(' ') && name.AsSpan().ContainsAny('.', '_') && !name.AsSpan().ContainsAnyInRange('A', 'Z'));

    private static string[] Split(string value)
    {
        foreach (var joiner in AuthorWords.Joiners)
            value = value.Replace(joiner, ",", StringComparison.Ordinal);
        return value.Split([',', ';', '|', '\n', '·', '•', '，', '、', '/', '؛', '،'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
    }

    private static string CleanOne(string part)
    {
        var name = WithoutStart(ElementText.Collapse(part));
        name = CutTail(name).Trim(' ', ':', '-', '–', '—', '.', '(', ')', '"', '*', '»', '›', '>', '→');
        if (part.TrimEnd().EndsWith('.') && name.Length > 0 && name.LastIndexOf(' ') is var last && name.Length - last <= 3)
            name += ".";
        if (name.Length > MaxLength || !name.Any(char.IsLetter) || part.StartsWith('(') || AuthorWords.NoNames.Contains(name))
            return "";
        return name.Contains("://", StringComparison.Ordinal) || name.Contains("www.", StringComparison.Ordinal) || name.Contains('@') || IsRole(name) ? "" : name;
    }

    /// <summary>Takes "By", "Von", "Author:" off, as often as they stand there.</summary>
    private static string WithoutStart(string name)
    {
        for (var round = 0; round < 3; round++)
        {
            var longest = 0;
            foreach (var start in Vocabulary.BylineStarts)
            {
                if (start.Length > longest && name.Length > start.Length && name.StartsWith(start, StringComparison.OrdinalIgnoreCase) && name[start.Length] is ' ' or ':' or '：')
                    longest = start.Length;
            }

            if (longest == 0)
                break;
            name = name[longest..].TrimStart(' ', ':', '：');
        }

        return name;
    }

    /// <summary>Cuts where a date, a reading time, a job or an address begins.</summary>
    private static string CutTail(string name)
    {
        foreach (var mark in AuthorWords.TailMarks)
        {
            var at = name.IndexOf(mark, StringComparison.OrdinalIgnoreCase);
            if (at >= 0)
                name = name[..at];
        }

        var words = name.Split(' ');
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i].Length > 0 && (char.IsDigit(words[i][0]) || (i > 0 && MonthNames.Number(words[i].TrimEnd('.').ToLowerInvariant()) > 0 && i + 1 < words.Length && char.IsDigit(words[i + 1], 0))))
                return string.Join(' ', words, 0, i);
        }

        return name;
    }

    private static bool IsRole(string name)
    {
        var end = name.LastIndexOf(' ');
        return AuthorWords.Roles.Contains(name[(end + 1)..]) && (end < 0 || AuthorWords.RoleStarts.IsMatch(name[..end]) || name.Split(' ').All(word => AuthorWords.Roles.Contains(word)));
    }
}
