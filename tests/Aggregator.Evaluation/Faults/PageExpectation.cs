namespace Aggregator.Faults;

/// <summary>One line of <c>pages.tsv</c>: how reading an article page that is a fault must end. <c>/</c> stands between fates that are equally right.</summary>
internal sealed record PageExpectation(string Path, IReadOnlyList<string> Fates)
{
    public static IReadOnlyList<PageExpectation> ReadAll()
    {
        using var stream = typeof(PageExpectation).Assembly.GetManifestResourceStream("Aggregator.Faults.pages.tsv")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n').Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t')).Select(cells => new PageExpectation(cells[0], cells[1].Split('/')))];
    }

    public IEnumerable<string> Faults(IReadOnlyList<StoredEntry> entries, FaultServers server)
    {
        var url = server.Url(Path, "page-" + FaultServers.HostOf(Path));
        var entry = entries.FirstOrDefault(e => e.Url == url);
        if (entry is null)
            yield return $"page {Path}: its entry is lost";
        // A page that may come back later is still pending, with the reason of the last try.
        else if (!Fates.Contains(entry.Fate.ToString()) && !(entry is { Fate: Model.ReadFate.Pending, Reason: not null } && Fates.Contains("Later")))
            yield return $"page {Path}: {entry.Fate}, not {string.Join('/', Fates)} ({entry.Reason})";
    }
}
