using System.Globalization;
using System.Text;
using Aggregator.Model;

namespace Aggregator.Cli;

/// <summary>One field in both readings.</summary>
/// <param name="Own">As our own reader has it; null where it has nothing.</param>
/// <param name="CodeHollow">As CodeHollow.FeedReader's parser has it; null where it has nothing.</param>
internal sealed record ComparedField(string Name, string? Own, string? CodeHollow)
{
    public bool Same => Own == CodeHollow;
}

/// <summary>The two readings of a document, field by field: entries are set side by side by their place in the document.</summary>
internal sealed record FeedComparison(IReadOnlyList<ComparedField> Fields)
{
    /// <summary>As much of a value as fits a line; of two values that differ, from shortly before the place where they do.</summary>
    private const int Shown = 100, Before = 20;

    /// <summary>At least one of the readers took the document for a feed.</summary>
    public bool IsFeed { get; private init; }

    public static FeedComparison Of(FeedParseResult own, FeedParseResult codeHollow)
    {
        var left = Flatten(own);
        var right = Flatten(codeHollow);
        var names = left.Keys.Concat(right.Keys.Where(name => !left.ContainsKey(name)));
        return new FeedComparison([.. names.Select(name => new ComparedField(name, left.GetValueOrDefault(name), right.GetValueOrDefault(name)))
            .Where(field => (field.Own ?? field.CodeHollow) is not null)])
        {
            IsFeed = own is FeedParseResult.Parsed || codeHollow is FeedParseResult.Parsed,
        };
    }

    public string Print(string source)
    {
        var differing = Fields.Count(field => !field.Same);
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{source}: {Fields.Count} fields, {(differing == 0 ? "all the same" : $"{differing} differ")}");
        foreach (var field in Fields)
        {
            if (field.Same)
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"  = {field.Name,-24} {Excerpt(field.Own, 0)}");
                continue;
            }

            var from = Math.Max(0, FirstDifference(field.Own, field.CodeHollow) - Before);
            text.AppendLine(CultureInfo.InvariantCulture, $"  ≠ {field.Name,-24} own         {Excerpt(field.Own, from)}");
            text.AppendLine(CultureInfo.InvariantCulture, $"    {"",-24} codehollow  {Excerpt(field.CodeHollow, from)}");
        }

        return text.ToString();
    }

    private static Dictionary<string, string?> Flatten(FeedParseResult result)
    {
        var fields = new Dictionary<string, string?>(StringComparer.Ordinal);
        if (result is not FeedParseResult.Parsed { Feed: var feed })
        {
            fields["not a feed"] = (result as FeedParseResult.NotAFeed)?.Reason;
            return fields;
        }

        fields["format"] = feed.Format.ToString();
        fields["title"] = feed.Title;
        fields["link"] = feed.Link;
        fields["description"] = feed.Description;
        fields["language"] = feed.Language;
        fields["updated"] = Moment(feed.Updated);
        fields["self"] = feed.Self;
        fields["hubs"] = Join(feed.Hubs);
        fields["next"] = feed.Next;
        fields["hints"] = Hints(feed.Hints);
        fields["expired"] = feed.Expired ? "yes" : null;
        fields["entries"] = feed.Entries.Count.ToString(CultureInfo.InvariantCulture);
        for (var i = 0; i < feed.Entries.Count; i++)
            Flatten(feed.Entries[i], string.Create(CultureInfo.InvariantCulture, $"entry {i + 1} "), fields);
        return fields;
    }

    private static void Flatten(ParsedEntry entry, string place, Dictionary<string, string?> fields)
    {
        fields[place + "id"] = entry.Id;
        fields[place + "title"] = entry.Title;
        fields[place + "link"] = entry.Link;
        fields[place + "published"] = Moment(entry.Published);
        fields[place + "updated"] = Moment(entry.Updated);
        fields[place + "summary"] = entry.Summary;
        fields[place + "content"] = entry.Content;
        fields[place + "authors"] = Join(entry.Authors);
        fields[place + "categories"] = Join(entry.Categories);
        fields[place + "enclosures"] =
            Join([.. entry.Enclosures.Select(e => string.Create(CultureInfo.InvariantCulture, $"{e.Url} {e.Type} {e.Length}").Trim())]);
        fields[place + "image"] = entry.Image;
        fields[place + "language"] = entry.Language;
        fields[place + "comments"] = entry.Comments;
        fields[place + "source"] = entry.SourceTitle;
        fields[place + "base"] = entry.ContentBase;
    }

    private static string? Moment(ClaimedDate? date) =>
        date is null ? null : string.Create(CultureInfo.InvariantCulture, $"{date.Instant.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'} ({date.Source})");

    private static string? Hints(PublisherHints hints) => Join(
    [
        .. hints.Ttl is { } ttl ? [$"ttl {ttl:c}"] : Array.Empty<string>(),
        .. hints.UpdateInterval is { } every ? [$"every {every:c}"] : Array.Empty<string>(),
        .. hints.SkipHours.Select(hour => string.Create(CultureInfo.InvariantCulture, $"not at {hour}")),
        .. hints.SkipDays.Select(day => $"not on {day}"),
    ]);

    private static string? Join(IReadOnlyList<string> values) => values.Count == 0 ? null : string.Join(" | ", values);

    private static int FirstDifference(string? a, string? b) => a is null || b is null ? 0 : a.AsSpan().CommonPrefixLength(b);

    private static string Excerpt(string? value, int from)
    {
        if (value is null)
            return "(nothing)";
        var text = value.Length - from > Shown ? $"{value.AsSpan(from, Shown)}…" : value[from..];
        return (from > 0 ? "…" : "") + string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
