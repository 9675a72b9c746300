using Aggregator.Extraction.Words;
using Aggregator.Html.Dom;
using Aggregator.Text.Dates;

namespace Aggregator.Extraction.Metadata;

/// <summary>Turns what pages write in author fields into names: splits lists, drops "By", dates, addresses, handles, job titles and duplicates.</summary>
internal static class AuthorNames
{
    /// <summary>Characters and words; longer values are sentences.</summary>
    private const int MaxLength = 60, MaxWords = 6;

    /// <summary>Names from a field that holds names only: split, freed of "By", addresses left out.</summary>
    public static List<string> FromField(IEnumerable<string> raw)
    {
        var names = new List<string>();
        foreach (var value in raw)
        {
            if (IsAddress(value))
                continue;
            // "Gillman, Steve"
            if (value.Split(", ") is [var family, var given] && IsOneWord(family) && IsOneWord(given) && !AuthorWords.Credentials.Contains(given))
            {
                Add(Finish(given + " " + family, family), names);
                continue;
            }

            foreach (var part in Split(value))
            {
                var name = Finish(WithoutTeam(WithoutStart(part)), part);
                if (!SaysWhoTheFirstIs(names, name))
                    Add(name, names);
            }
        }

        return names;
    }

    /// <summary>Names from text that readers see, where dates, jobs and reading times stand beside them.</summary>
    public static List<string> FromText(IEnumerable<string> raw)
    {
        var names = new List<string>();
        foreach (var value in raw)
        {
            if (IsAddress(value))
                continue;
            foreach (var part in Split(CutAtMarks(WithoutStart(value), AuthorWords.OtherPeople)))
            {
                var name = WithoutRole(CutAtDigits(CutAtMarks(WithoutStart(part), AuthorWords.NameEnds)));
                if (names is [var first] && IsPlace(first, name) || SaysWhoTheFirstIs(names, name))
                    continue;
                if (!AuthorWords.Roles.Contains(name) && MonthNames.Number(name.TrimEnd('.')) == 0)
                    Add(Finish(name, part), names);
            }
        }

        return names;
    }

    /// <summary>Says whether the text is nothing but what stands before a name.</summary>
    public static bool IsLabel(string text)
    {
        var label = text.TrimEnd(' ', ':', '：', '\u00A0');
        return AuthorWords.BylineStarts.Contains(label, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Says whether a visible text is the name of a person or desk rather than a label, a sentence or a job.</summary>
    public static bool LooksLikeName(string name)
    {
        if (name.Length is < 2 or > MaxLength || !char.IsLetter(name[0]) || name.Contains(':') || AuthorWords.NoNames.Contains(name))
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
        AuthorWords.Accounts.Contains(name[(name.LastIndexOf(' ') + 1)..])
            || (!name.Contains(' ') && !name.Any(char.IsUpper) && char.IsAsciiLetterLower(name[0]));

    private static string[] Split(string value)
    {
        foreach (var joiner in AuthorWords.Joiners)
            value = value.Replace(joiner, ",", StringComparison.Ordinal);
        return VisibleText.Collapse(value)
            .Split([',', ';', '|', '\n', '·', '•', '，', '、', '/', '؛', '،'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
    }

    private static void Add(string name, List<string> names)
    {
        if (name.Length == 0)
            return;
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

    private static string Finish(string cut, string part)
    {
        var name = VisibleText.Collapse(cut).Trim(' ', ':', '-', '–', '—', '.', '"', '*', '»', '›', '>', '→');
        // the full stop of an initial or a degree stays
        if (part.TrimEnd().EndsWith('.') && name.Length > 0 && name.Length - name.LastIndexOf(' ') <= 3)
            name += ".";
        return name.Length > MaxLength
            || !name.Any(char.IsLetter)
            || name.StartsWith('(')
            || name.Contains('@')
            || AuthorWords.NoNames.Contains(name)
            || AuthorWords.Places.Contains(name)
            || IsRole(name)
            ? ""
            : name;
    }

    /// <summary>"Ann Smith, Energy Correspondent", "Ann Smith, Head of Policy at the Institute": behind a full name, what is a job or no name at all.</summary>
    private static bool SaysWhoTheFirstIs(List<string> names, string part) => names is [var first, ..] && first.Contains(' ') && part.Contains(' ')
        && (AuthorWords.Roles.Contains(part[(part.LastIndexOf(' ') + 1)..]) || !LooksLikeName(part))
        && !part.Contains('.')
        && !part.StartsWith("The ", StringComparison.Ordinal);

    /// <summary>"Ann Smith - Science Team": what follows the dash says where she works.</summary>
    private static string WithoutTeam(string name)
    {
        var at = name.IndexOf(" - ", StringComparison.Ordinal);
        return at > 0 && name[..at].Contains(' ') && LooksLikeName(name[..at]) ? name[..at] : name;
    }

    private static bool IsOneWord(string text) => text.Length > 1 && text.All(char.IsLetter) && char.IsUpper(text[0]) && text.Any(char.IsLower);

    private static bool IsAddress(string value) =>
        value.StartsWith('(') ||
        value.Contains("://", StringComparison.Ordinal) || value.Contains("www.", StringComparison.Ordinal) || value.StartsWith('@') || value.StartsWith('/');

    /// <summary>Takes "By", "Von", "Author:" off, as often as they stand there.</summary>
    private static string WithoutStart(string name)
    {
        for (var round = 0; round < 3; round++)
        {
            var longest = 0;
            foreach (var start in AuthorWords.BylineStarts)
            {
                if (start.Length > longest
                    && name.Length > start.Length
                    && name.StartsWith(start, StringComparison.OrdinalIgnoreCase)
                    && name[start.Length] is ' ' or ':' or '：')
                {
                    longest = start.Length;
                }
            }

            // "ByHeather Handmade": the gap was a margin
            if (longest == 0 && name.Length > 3 && name.StartsWith("By", StringComparison.OrdinalIgnoreCase) && char.IsUpper(name[2]) && char.IsLower(name[3]))
                longest = 2;
            if (longest == 0 && name.StartsWith("Byby ", StringComparison.OrdinalIgnoreCase))
                longest = 4;
            if (longest == 0)
                break;
            name = name[longest..].TrimStart(' ', ':', '：');
        }

        return name;
    }

    private static string CutAtMarks(string name, string[] marks)
    {
        foreach (var mark in marks)
        {
            var at = name.IndexOf(mark, StringComparison.OrdinalIgnoreCase);
            if (at >= 0)
                name = name[..at];
        }

        return name;
    }

    /// <summary>Cuts where a date or a reading time begins.</summary>
    private static string CutAtDigits(string name)
    {
        var words = name.Split(' ');
        for (var i = 0; i < words.Length; i++)
        {
            // a date glued to the name by a margin: "Ann Smith2017-03-01"
            var digit = words[i].AsSpan().IndexOfAnyInRange('0', '9');
            if (digit > 0 && words[i].AsSpan(digit).ContainsAny('-', '/', '.') && words[i].Length - digit >= 8)
                return string.Join(' ', words, 0, i) + (i > 0 ? " " : "") + words[i][..digit];
            if (words[i].Length > 0
                && (char.IsDigit(words[i][0])
                    || (i > 0
                        && i + 1 < words.Length
                        && words[i + 1].Length > 0
                        && char.IsDigit(words[i + 1][0])
                        && MonthNames.Number(words[i].TrimEnd('.')) > 0)))
            {
                return string.Join(' ', words, 0, i);
            }
        }

        return name;
    }

    /// <summary>"Rachel MacDonald Writer": the job that a block boundary parted from the name.</summary>
    private static string WithoutRole(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        // Nothing but a job: whoever looks for names sees it whole.
        if (words.Length > 0 && IsRole(name) && (AuthorWords.RoleStarts.IsMatch(words[0]) || AuthorWords.Roles.Contains(words[0])))
            return name;
        var first = 0;
        while (first < words.Length - 2 && (AuthorWords.Roles.Contains(words[first]) || AuthorWords.RoleTitles.Contains(words[first])))
            first++;
        // "Senior Reporter Ann Smith": the last of them is the job itself, else they are a name's own words.
        if (first > 0 && AuthorWords.Roles.Contains(words[first - 1]) && char.IsUpper(words[first][0]))
            return string.Join(' ', words, first, words.Length - first);
        var end = words.Length;
        while (end > 2 && AuthorWords.Roles.Contains(words[end - 1]))
            end--;
        return end == words.Length ? name : string.Join(' ', words, 0, end);
    }

    /// <summary>"Ines Zöttl, Washington": a single word after a full name is where she writes from. Agencies are in capitals.</summary>
    private static bool IsPlace(string first, string name) =>
        first.Contains(' ') && IsOneWord(name) && name[0] < '\u2E80' && !AuthorWords.Credentials.Contains(name);

    // "Wirtschaftskorrespondentin": German writes the desk and the job in one word.
    private static bool IsCompoundRole(string word)
    {
        foreach (var job in (ReadOnlySpan<string>)["redakteur", "korrespondent", "reporter", "journalist"])
        {
            if (word.EndsWith(job, StringComparison.OrdinalIgnoreCase) || word.EndsWith(job + "in", StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static bool IsRole(string name)
    {
        var end = name.LastIndexOf(' ');
        return end < 0 && IsCompoundRole(name) || AuthorWords.Roles.Contains(name[(end + 1)..])
            && (end < 0 || AuthorWords.RoleStarts.IsMatch(name[..end]) || name.Split(' ').All(word => AuthorWords.Roles.Contains(word)));
    }
}
