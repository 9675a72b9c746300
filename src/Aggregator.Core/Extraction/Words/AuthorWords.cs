using System.Collections.Frozen;

namespace Aggregator.Extraction.Words;

/// <summary>The words of <c>words.txt</c> that tell names from what stands beside them.</summary>
internal static class AuthorWords
{
    public static readonly string[] Joiners = WordLists.Marks("name-joiners");

    /// <summary>Names of meta elements that give the author, most trusted first.</summary>
    public static readonly string[] Metas = WordLists.Sections["author-metas"];

    public static readonly WordMatcher MetaParts = new(WordLists.Names("author-meta-parts"));

    public static readonly WordMatcher OtherMetaParts = new(WordLists.Names("other-meta-parts"));

    public static readonly string[] StateKeys = WordLists.Names("author-keys");

    public static readonly string[] PortraitStarts = WordLists.Marks("portraits");

    public static readonly string[] OtherPeople = WordLists.Sections["other-people"];

    public static readonly string[] NameEnds = WordLists.Marks("name-ends");

    public static readonly FrozenSet<string> Credentials = WordLists.Names("credentials").Set();

    public static readonly FrozenSet<string> NoNames = WordLists.Sections["no-names"].Set();

    public static readonly FrozenSet<string> NotInNames = WordLists.Names("not-in-names").Set();

    /// <summary>Classes of elements that hold a name and nothing else.</summary>
    public static readonly FrozenSet<string> Classes = WordLists.Names("byline-classes").Set();

    public static readonly FrozenSet<string> Particles = WordLists.Names("particles").Set();

    public static readonly FrozenSet<string> Accounts = WordLists.Sections["accounts"].Set();

    public static readonly FrozenSet<string> Roles = WordLists.Names("roles").Set();

    /// <summary>Cities and countries that stand alone where an author writes from.</summary>
    public static readonly FrozenSet<string> Places = WordLists.Sections["places"].Set();

    /// <summary>Words that outlets have in their names and people have not.</summary>
    public static readonly FrozenSet<string> OutletWords = WordLists.Names("outlet-words").Set();

    /// <summary>Headings above the comments of readers.</summary>
    public static readonly FrozenSet<string> CommentHeadings = WordLists.Sections["comment-headings"].Set();

    /// <summary>What jobs begin with, as whole words.</summary>
    public static readonly FrozenSet<string> RoleTitles = WordLists.Names("role-starts").Set();

    public static readonly WordMatcher RoleStarts = new(WordLists.Names("role-starts"));

    /// <summary>A word is followed by a space, a colon or the end of the text.</summary>
    public static readonly string[] BylineStarts = WordLists.Sections["byline-starts"];

    /// <summary>By first letter, as every short text of a page is asked.</summary>
    private static readonly FrozenDictionary<char, string[]> ByFirstLetter = BylineStarts.GroupBy(start => start[0])
        .ToFrozenDictionary(group => group.Key, group => group.ToArray());

    public static bool StartsLikeByline(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || !ByFirstLetter.TryGetValue(char.ToLowerInvariant(text[0]), out var starts))
            return false;
        foreach (var start in starts)
        {
            if (text.StartsWith(start, StringComparison.OrdinalIgnoreCase)
                && (text.Length == start.Length || text[start.Length] is ' ' or ':' or '\u00A0' or '：' or '\n'))
            {
                return true;
            }
        }

        return false;
    }
}
