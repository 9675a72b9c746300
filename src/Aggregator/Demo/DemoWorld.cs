using System.Text.Json;

namespace Aggregator.Demo;

/// <summary>A fictional outlet of the demo.</summary>
/// <param name="Id">Host name below <c>.localhost</c>.</param>
/// <param name="Format">rss20, rss10, atom or json.</param>
/// <param name="FullText">Its feed carries whole articles.</param>
internal sealed record DemoOutlet(string Id, string Name, string Format, string Category, bool FullText)
{
    public string Host => $"{Id}.localhost";
}

/// <summary>One article of the demo, in the words of its outlet or of the wire that it reprints.</summary>
internal sealed record DemoArticle(DemoOutlet Outlet, string Slug, string Headline, string Author, IReadOnlyList<string> Paragraphs, DateTimeOffset Published)
{
    public string Path => $"/news/{Slug}";
}

/// <summary>A small newspaper world: outlets that cover the same events in their own words and reprint one wire.</summary>
internal sealed class DemoWorld
{
    // Events older than this are in the feeds from the start; the others break while one watches.
    private const double OldNewsHours = 8;

    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    private DemoWorld(IReadOnlyList<DemoOutlet> outlets, IReadOnlyList<DemoArticle> old, IReadOnlyList<DemoArticle> breaking)
    {
        Outlets = outlets;
        Old = old;
        Breaking = breaking;
    }

    public IReadOnlyList<DemoOutlet> Outlets { get; }

    /// <summary>What is in the feeds when the demo starts.</summary>
    public IReadOnlyList<DemoArticle> Old { get; }

    /// <summary>What appears while it runs, in this order.</summary>
    public IReadOnlyList<DemoArticle> Breaking { get; }

    public static DemoWorld Load(DateTimeOffset now)
    {
        using var stream = typeof(DemoWorld).Assembly.GetManifestResourceStream("Aggregator.Demo.world.json")
            ?? throw new InvalidOperationException("The demo's world is missing from the program.");
        var data = JsonSerializer.Deserialize<WorldData>(stream, Json)!;
        var outlets = data.Outlets.ToDictionary(o => o.Id, StringComparer.Ordinal);
        var old = new List<DemoArticle>();
        var breaking = new List<DemoArticle>();
        foreach (var happening in data.Events)
            (happening.HoursAgo >= OldNewsHours ? old : breaking).AddRange(Coverage(happening, outlets, now));
        return new DemoWorld(data.Outlets, old, breaking);
    }

    // The wire is first; reprints follow within the hour, the outlets' own reports later.
    private static IEnumerable<DemoArticle> Coverage(EventData happening, Dictionary<string, DemoOutlet> outlets, DateTimeOffset now)
    {
        var start = now.AddHours(-happening.HoursAgo);
        var wire = outlets["gridwire"];
        yield return new DemoArticle(wire, happening.Key, happening.Wire.Headline, "Gridwire desk", happening.Wire.Paragraphs, start);
        var minutes = 12;
        foreach (var id in happening.Reprints)
        {
            yield return new DemoArticle(outlets[id], $"{happening.Key}-wire", Retitle(happening.Wire.Headline, id), "Gridwire",
                [.. happening.Wire.Paragraphs, $"This report by Gridwire was taken over by {outlets[id].Name} without changes."], start.AddMinutes(minutes));
            minutes += 17;
        }

        foreach (var own in happening.Own)
        {
            yield return new DemoArticle(outlets[own.Outlet], $"{happening.Key}-report", own.Headline, own.Author, own.Paragraphs, start.AddMinutes(minutes));
            minutes += 23;
        }
    }

    // Desks put their own label before a wire headline.
    private static string Retitle(string headline, string outlet) => outlet switch
    {
        "harbourcourier" => headline,
        "openmeter" => $"Wire: {headline}",
        _ => $"{headline} - report",
    };

    private sealed record WorldData(List<DemoOutlet> Outlets, List<EventData> Events);

    private sealed record EventData(string Key, double HoursAgo, TextData Wire, List<string> Reprints, List<OwnData> Own);

    private sealed record TextData(string Headline, List<string> Paragraphs);

    private sealed record OwnData(string Outlet, string Author, string Headline, List<string> Paragraphs);
}
