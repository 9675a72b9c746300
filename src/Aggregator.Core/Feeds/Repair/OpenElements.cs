using System.Text;
using Aggregator.Feeds.Xml;

namespace Aggregator.Feeds.Repair;

/// <summary>
/// The elements that are open while a document is repaired; writes their tags so that each is closed once, in order, and each
/// prefix is declared.
/// </summary>
internal sealed class OpenElements(StringBuilder output, ProblemList problems)
{
    private readonly List<(string Given, string Written, int Start, int Prefixes)> _stack = [];
    private readonly Dictionary<string, int> _openByName = [];
    private readonly Dictionary<string, int> _declared = new() { ["xml"] = 1 };
    private readonly List<string> _prefixes = [];

    public int Count => _stack.Count;

    /// <summary>The innermost open element's name as the document has it.</summary>
    public string Last => _stack.Count > 0 ? _stack[^1].Given : "";

    /// <summary>Closes elements that cannot hold an element of this name: an item in an item, a date in a title.</summary>
    public void MakeRoomFor(string name)
    {
        if (FeedShape.IsItem(name) && IsInOpenItem(name))
        {
            problems.Add("missing-end-tag", $"<{name}> inside <{name}>");
            Close(name);
        }
        else if (_stack.Count > 0 && FeedShape.EndsLeaf(Last, name))
        {
            problems.Add("missing-end-tag", $"<{name}> inside <{Last}>");
            CloseLast();
        }
    }

    // The item itself, or a text element of it whose end tag is missing too; deeper down an item may well hold another vocabulary's entries.
    private bool IsInOpenItem(string name) =>
        _stack.Count > 0 && (Last == name || (FeedShape.HoldsTextOnly(Last) && _stack.Count > 1 && _stack[^2].Given == name));

    public void Open(string name, TagReader tag, CharacterRepair characters)
    {
        var start = output.Length;
        var prefixes = _prefixes.Count;
        foreach (var (attribute, value) in tag.Attributes)
        {
            if (DeclaredPrefix(attribute, value) is { Length: > 0 } declared)
                Remember(declared);
        }

        var (prefix, local) = XmlNames.Split(name);
        var written = prefix.Length == 0 ? local : $"{prefix}:{local}";
        output.Append('<').Append(written);
        Declare(prefix);
        var names = new HashSet<string>();
        foreach (var (attribute, value) in tag.Attributes)
            WriteAttribute(attribute, value, names, characters);
        if (tag.Empty || FeedShape.HasNoEndTag(name))
        {
            output.Append("/>");
            ForgetFrom(prefixes);
            return;
        }

        output.Append('>');
        _stack.Add((name, written, start, prefixes));
        _openByName[name] = _openByName.GetValueOrDefault(name) + 1;
    }

    /// <summary>Closes the innermost element of this name and all that is open inside it; ignores an end tag without a start.</summary>
    public void Close(string name)
    {
        if (_openByName.GetValueOrDefault(name) == 0)
        {
            // </Title> for <title>, </content> or </encoded> for <content:encoded>
            problems.Add("stray-end-tag", $"</{name}>");
            if (_stack.Count > 0 && IsMisspelt(Last, name))
                CloseLast();
            return;
        }

        while (Last != name)
        {
            problems.Add("missing-end-tag", $"<{Last}> open at </{name}>");
            CloseLast();
        }

        CloseLast();
    }

    /// <summary>The document ended early: an item that is not whole is dropped, all else is closed.</summary>
    public void CutOff()
    {
        problems.Add("cut-off", $"the document ends inside <{Last}>");
        var item = _stack.FindIndex(e => FeedShape.IsItem(e.Given));
        while (_stack.Count > 0)
        {
            if (_stack.Count - 1 == item)
            {
                output.Length = _stack[item].Start;
                _stack.RemoveAt(item);
            }
            else
            {
                CloseLast();
            }
        }
    }

    private void CloseLast()
    {
        var last = _stack[^1];
        output.Append("</").Append(last.Written).Append('>');
        _openByName[last.Given]--;
        ForgetFrom(last.Prefixes);
        _stack.RemoveAt(_stack.Count - 1);
    }

    private void Declare(string prefix)
    {
        if (prefix.Length == 0 || _declared.GetValueOrDefault(prefix) > 0)
            return;
        problems.Add("undeclared-prefix", prefix);
        Remember(prefix);
        output.Append(" xmlns:").Append(prefix).Append("=\"").Append(FeedNamespaces.AddressFor(prefix)).Append('"');
    }

    // An empty address un-declares a prefix, which XML 1.0 forbids; "xml" and "xmlns" are bound for ever.
    private static string? DeclaredPrefix(string attribute, string value)
    {
        if (!attribute.StartsWith("xmlns:", StringComparison.Ordinal) || value.AsSpan().Trim().IsEmpty)
            return null;
        var prefix = attribute["xmlns:".Length..];
        return prefix is not ("xml" or "xmlns") && System.Xml.XmlReader.IsName(prefix) && !prefix.Contains(':', StringComparison.Ordinal) ? prefix : null;
    }

    private void Remember(string prefix)
    {
        _prefixes.Add(prefix);
        _declared[prefix] = _declared.GetValueOrDefault(prefix) + 1;
    }

    private void ForgetFrom(int count)
    {
        for (var i = _prefixes.Count - 1; i >= count; i--)
            _declared[_prefixes[i]]--;
        _prefixes.RemoveRange(count, _prefixes.Count - count);
    }

    private static bool IsMisspelt(string open, string closed)
    {
        if (open.Equals(closed, StringComparison.OrdinalIgnoreCase))
            return true;
        var (prefix, local) = XmlNames.Split(open);
        return prefix.Length > 0 && (local == closed || prefix == closed);
    }

    private void WriteAttribute(string name, string value, HashSet<string> names, CharacterRepair characters)
    {
        string written;
        if (name == "xmlns" || name.StartsWith("xmlns:", StringComparison.Ordinal))
        {
            if (name != "xmlns" && DeclaredPrefix(name, value) is null)
                return;
            written = name;
        }
        else
        {
            var (prefix, local) = XmlNames.Split(name);
            Declare(prefix);
            written = prefix.Length == 0 ? local : $"{prefix}:{local}";
        }

        if (!names.Add(written))
            return;
        output.Append(' ').Append(written).Append("=\"");
        characters.AppendParsed(output, value);
        output.Append('"');
    }
}
