using System.Globalization;

namespace Aggregator.Faults;

/// <summary>One line of <c>expected.tsv</c>: what the service must have made of one fault.</summary>
/// <param name="Fates">One per poll, so also how often it is polled; <c>/</c> between those that are equally right.</param>
/// <param name="Entries">Sightings stored: a number or a range.</param>
/// <param name="Validator">What is kept to send back: <c>-</c> nothing, <c>*</c> anything.</param>
/// <param name="Hits">Requests for the path that the server has seen: <c>=</c> one per poll, <c>*</c> any number.</param>
/// <param name="Wait">Seconds until the next poll, a range; <c>*</c> any.</param>
/// <param name="Says">Parts between <c> ;; </c>: <c>e:</c> an error has it, <c>t:</c> an entry's title is it, <c>u:</c> an entry's address is it, <c>!</c> neither title nor address has it, <c>r:</c> the redirect that is watched, <c>a:</c> so many articles.</param>
/// <param name="Note">Why, where more than one end is right or ours is not the common one.</param>
internal sealed record Expectation(string Path, IReadOnlyList<string> Fates, string Entries, string Validator, string Hits, string Wait, IReadOnlyList<string> Says, string Note)
{
    private const int Columns = 8;

    public static IReadOnlyList<Expectation> ReadAll()
    {
        using var stream = typeof(Expectation).Assembly.GetManifestResourceStream("Aggregator.Faults.expected.tsv")!;
        using var reader = new StreamReader(stream);
        var all = new List<Expectation>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
                all.Add(Parse(line));
        }

        return all;
    }

    /// <summary>What is wrong; empty when nothing is.</summary>
    /// <param name="port">Stands for <c>{P}</c> in the table.</param>
    /// <param name="hits">Requests that the server has seen.</param>
    public IEnumerable<string> Faults(Stored stored, int hits, int port)
    {
        if (stored.Fates.Count != Fates.Count || !stored.Fates.Zip(Fates).All(pair => pair.Second.Split('/').Contains(pair.First.ToString())))
            yield return $"polls ended {string.Join(',', stored.Fates)}, not {string.Join(',', Fates)} ({stored.Errors})";
        if (!Within(Entries, stored.Entries.Count))
            yield return $"{stored.Entries.Count} entries, not {Entries}";
        if (Validator != "*" && Validator != (stored.ETag ?? stored.LastModified ?? "-"))
            yield return $"keeps the validator {stored.ETag ?? stored.LastModified ?? "-"}, not {Validator}";
        if (Hits != "*" && !Within(Hits == "=" ? Fates.Count.ToString(CultureInfo.InvariantCulture) : Hits, hits))
            yield return $"{hits} requests, not {Hits}";
        if (!Within(Wait, stored.Wait))
            yield return string.Create(CultureInfo.InvariantCulture, $"comes back after {stored.Wait:0} s, not {Wait}");
        foreach (var part in Says.Select(p => p.Replace("{P}", port.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)).Where(part => !IsSaid(part, stored)))
            yield return $"does not hold: {part}";
    }

    private static bool IsSaid(string part, Stored stored) => part switch
    {
        ['e', ':', .. var error] => stored.Errors.Contains(error, StringComparison.Ordinal),
        ['t', ':', .. var title] => stored.Entries.Any(e => e.Title == title),
        ['u', ':', .. var url] => stored.Entries.Any(e => e.Url == url),
        ['r', ':', .. var target] => stored.RedirectTo == target || (target == "-" && stored.RedirectTo is null),
        ['a', ':', .. var articles] => stored.Entries.Select(e => e.Article).Distinct().Count() == int.Parse(articles, CultureInfo.InvariantCulture),
        ['!', .. var never] => !stored.Entries.Any(e => e.Title.Contains(never, StringComparison.OrdinalIgnoreCase) || (e.Url ?? "").Contains(never, StringComparison.OrdinalIgnoreCase)),
        _ => throw new FormatException($"expected.tsv: nothing is known of '{part}'"),
    };

    private static bool Within(string range, double value)
    {
        if (range == "*")
            return true;
        var ends = range.Split('-');
        return value >= double.Parse(ends[0], CultureInfo.InvariantCulture) && value <= double.Parse(ends[^1], CultureInfo.InvariantCulture);
    }

    private static Expectation Parse(string line)
    {
        var cells = line.Split('\t');
        if (cells.Length is < Columns - 2 or > Columns)
            throw new FormatException($"expected.tsv: {cells.Length} cells in '{line}'");
        return new Expectation(cells[0], cells[1].Split(','), cells[2], cells[3], cells[4], cells[5], cells.Length > 6 && cells[6].Length > 0 ? cells[6].Split(" ;; ") : [], cells.Length > 7 ? cells[7] : "");
    }
}
