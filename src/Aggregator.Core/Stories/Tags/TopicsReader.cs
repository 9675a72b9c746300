using System.Text.Json;

namespace Aggregator.Stories.Tags;

/// <summary>
/// Reads <c>topics.json</c>: <c>topics</c>, <c>people</c>, <c>companies</c> and <c>places</c>, each an object of names. A name's value is a list of
/// further spellings, or an object with <c>terms</c> (topics), <c>weak</c> (topics), <c>aliases</c>, <c>short</c>, <c>except</c> and <c>common</c> (names).
/// Terms may be an object by language.
/// </summary>
internal static class TopicsReader
{
    private static readonly (string Section, string Kind)[] Sections =
        [("topics", TagEntry.Topic), ("people", "person"), ("companies", "company"), ("places", "place")];

    public static IReadOnlyList<TagEntry> Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            return [.. Entries(document.RootElement)];
        }
        catch (JsonException e)
        {
            throw new FormatException($"topics.json: line {e.LineNumber + 1}, column {e.BytePositionInLine + 1}: not valid JSON: {e.Message}", e);
        }
    }

    private static IEnumerable<TagEntry> Entries(JsonElement root)
    {
        Expect(root, JsonValueKind.Object, "(root)");
        foreach (var section in root.EnumerateObject())
        {
            var kind = Sections.FirstOrDefault(s => s.Section == section.Name).Kind
                ?? throw Fault(section.Name, $"unknown section; known are {string.Join(", ", Sections.Select(s => s.Section))}");
            Expect(section.Value, JsonValueKind.Object, section.Name);
            var names = new HashSet<string>(StringComparer.Ordinal);
            foreach (var entry in section.Value.EnumerateObject())
            {
                var place = $"{section.Name}.{entry.Name}";
                if (!names.Add(entry.Name))
                    throw Fault(place, "the name stands there twice");
                yield return Entry(kind, entry.Name, entry.Value, place);
            }
        }
    }

    private static TagEntry Entry(string kind, string name, JsonElement value, string place)
    {
        var patterns = new List<TagPattern>();
        if (TagWords.Of(name).Count == 0)
            throw Fault(place, "the name has no letter or digit");

        // a topic's title ("space") is too plain to look for; its terms are what counts
        if (kind != TagEntry.Topic)
            patterns.Add(new TagPattern(name, TagStrength.Full));
        var shorts = false;
        var common = false;
        if (value.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in value.EnumerateObject())
            {
                var at = $"{place}.{property.Name}";
                shorts |= property.Name == "short";
                if (property.Name == "common")
                {
                    common = property.Value.ValueKind is JsonValueKind.True or JsonValueKind.False
                        ? property.Value.GetBoolean()
                        : throw Fault(at, "must be true or false");
                }
                else
                {
                    patterns.AddRange(Patterns(property.Value, Strength(property.Name, kind, at), at));
                }
            }
        }
        else
        {
            patterns.AddRange(Patterns(value, TagStrength.Full, place));
        }

        // a person's last name is a short form unless the entry says otherwise
        if (kind == "person" && !shorts && name.Split(' ') is [_, .., var last])
            patterns.Add(new TagPattern(last, TagStrength.Short));
        return new TagEntry(kind, name, common, patterns);
    }

    private static TagStrength Strength(string property, string kind, string place) => (property, kind == TagEntry.Topic) switch
    {
        ("terms", true) or ("aliases", false) => TagStrength.Full,
        ("weak", true) => TagStrength.Weak,
        ("short", false) => TagStrength.Short,
        ("except", _) => TagStrength.Except,
        _ =>
            throw Fault(place,
                kind == TagEntry.Topic ? "unknown property; a topic has terms, weak, except" : "unknown property; a name has aliases, short, except, common"),
    };

    private static IEnumerable<TagPattern> Patterns(JsonElement value, TagStrength strength, string place)
    {
        if (value.ValueKind == JsonValueKind.Object)
            return value.EnumerateObject().SelectMany(l => List(l.Value, strength, l.Name == "*" ? null : l.Name.ToLowerInvariant(), $"{place}.{l.Name}"));
        return List(value, strength, null, place);
    }

    private static IEnumerable<TagPattern> List(JsonElement value, TagStrength strength, string? language, string place)
    {
        Expect(value, JsonValueKind.Array, place);
        var index = 0;
        foreach (var item in value.EnumerateArray())
        {
            var at = $"{place}[{index++}]";
            Expect(item, JsonValueKind.String, at);
            var text = item.GetString()!;
            if (TagWords.Of(text).Count == 0)
                throw Fault(at, "the term has no letter or digit");
            yield return new TagPattern(text, strength, language);
        }
    }

    private static void Expect(JsonElement value, JsonValueKind kind, string place)
    {
        if (value.ValueKind != kind)
            throw Fault(place, $"expected {kind.ToString().ToLowerInvariant()}, found {value.ValueKind.ToString().ToLowerInvariant()}");
    }

    private static FormatException Fault(string place, string fault) => new($"topics.json: {place}: {fault}");
}
