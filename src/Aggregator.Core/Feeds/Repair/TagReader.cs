namespace Aggregator.Feeds.Repair;

/// <summary>A start tag's attributes, read forgivingly.</summary>
/// <param name="Attributes">Names and raw values, in order, each name once.</param>
/// <param name="Empty">The tag closes itself.</param>
/// <param name="End">The position behind the tag.</param>
/// <param name="CutOff">The document ended inside the tag.</param>
internal sealed record TagReader(IReadOnlyList<(string Name, string Value)> Attributes, bool Empty, int End, bool CutOff, IReadOnlyList<string> Faults)
{
    /// <summary>Reads from behind the tag's name.</summary>
    public static TagReader Read(string text, int position)
    {
        var attributes = new List<(string Name, string Value)>();
        var faults = new List<string>();
        var names = new HashSet<string>();
        while (true)
        {
            position = SkipSpace(text, position);
            if (position >= text.Length)
                return new TagReader(attributes, false, position, true, faults);
            switch (text[position])
            {
                case '>':
                    return new TagReader(attributes, false, position + 1, false, faults);
                case '/' when position + 1 < text.Length && text[position + 1] == '>':
                    return new TagReader(attributes, true, position + 2, false, faults);
                case '<':
                    faults.Add("a tag that is not closed before the next begins");
                    return new TagReader(attributes, false, position, false, faults);
                case var c when XmlNames.IsStart(c):
                    position = ReadAttribute(text, position, attributes, names, faults);
                    break;
                default:
                    faults.Add($"“{text[position]}” between attributes");
                    position++;
                    break;
            }
        }
    }

    private static int ReadAttribute(string text, int position, List<(string Name, string Value)> attributes, HashSet<string> names, List<string> faults)
    {
        var name = XmlNames.Read(text, position);
        position = SkipSpace(text, position + name.Length);
        var value = "";
        if (position < text.Length && text[position] == '=')
        {
            position = SkipSpace(text, position + 1);
            (value, position) = ReadValue(text, position, name, faults);
        }
        else
        {
            faults.Add($"attribute {name} without a value");
        }

        if (names.Add(name))
            attributes.Add((name, value));
        else
            faults.Add($"attribute {name} twice");
        return position;
    }

    private static (string Value, int Position) ReadValue(string text, int position, string name, List<string> faults)
    {
        if (position >= text.Length)
            return ("", position);
        if (text[position] is '"' or '\'')
            return ReadQuoted(text, position, name, faults);
        faults.Add($"attribute {name} without quotes");
        var start = position;
        while (position < text.Length && !char.IsWhiteSpace(text[position]) && text[position] is not ('>' or '<')
            && !(text[position] == '/' && position + 1 < text.Length && text[position + 1] == '>'))
        {
            position++;
        }

        return (text[start..position], position);
    }

    // A quote that is never closed would swallow the document: when a tag ends and another begins before the closing quote, it belongs to that other.
    private static (string Value, int Position) ReadQuoted(string text, int position, string name, List<string> faults)
    {
        var close = text.IndexOf(text[position], position + 1);
        var within = text.AsSpan(position, (close < 0 ? text.Length : close) - position);
        var tagEnd = within.IndexOf('>');
        if (close >= 0 && (tagEnd < 0 || !within.Contains('<')))
            return (text[(position + 1)..close], close + 1);
        faults.Add($"attribute {name} without a closing quote");
        var end = tagEnd < 0 ? text.Length : position + tagEnd;
        if (end > position + 1 && text[end - 1] == '/')
            end--;
        return (text[(position + 1)..end], end);
    }

    private static int SkipSpace(string text, int position)
    {
        while (position < text.Length && char.IsWhiteSpace(text[position]))
            position++;
        return position;
    }
}
