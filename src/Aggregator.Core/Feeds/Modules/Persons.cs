using Aggregator.Feeds.Xml;

namespace Aggregator.Feeds.Modules;

/// <summary>Names of persons: an Atom person construct, or a line of text such as RSS's <c>address (name)</c>.</summary>
internal static class Persons
{
    /// <summary>The name, else the mail address, else the web address of the person whose element the reader stands on.</summary>
    public static string? Read(FeedXmlReader reader)
    {
        string? name = null, email = null, uri = null;
        var person = reader.Enter();
        if (!reader.FirstChildOrText(person, out var text))
            return FromLine(text);
        do
        {
            switch (reader.Name)
            {
                case "name" or "Name":
                    name ??= reader.ReadText();
                    break;
                case "email":
                    email ??= reader.ReadText();
                    break;
                case "uri" or "url" or "homepage":
                    uri ??= reader.ReadText();
                    break;
            }
        }
        while (reader.NextChild(person));

        return name ?? email ?? uri;
    }

    /// <summary><c>a@b.example (Name)</c> and <c>Name &lt;a@b.example&gt;</c> are a name with an address; anything else is taken as it is.</summary>
    public static string? FromLine(string? line)
    {
        if (line is null || !line.Contains('@', StringComparison.Ordinal))
            return line;
        var open = line.IndexOfAny(['(', '<']);
        var close = line.LastIndexOfAny([')', '>']);
        if (open < 0 || close < open)
            return line;
        var before = line[..open].Trim().Trim('"');
        var inside = line[(open + 1)..close].Trim();
        var name = line[open] == '(' && before.Contains('@', StringComparison.Ordinal) ? inside : before;
        return name.Length > 0 ? name : inside;
    }
}
