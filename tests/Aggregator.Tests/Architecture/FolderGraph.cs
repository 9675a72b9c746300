using System.Text.RegularExpressions;

namespace Aggregator.Architecture;

/// <summary>
/// Which folder uses which, read from the text: a name counts where its namespace is at hand (its own, one above it, a using) or stands before it. That needs
/// no compiler, since no two types share a name and a using that is not needed fails the build.
/// </summary>
internal static partial class FolderGraph
{
    /// <summary>Folders that reach each other, a line for each circle.</summary>
    public static IReadOnlyList<string> Circles(IReadOnlyList<SourceFile> files)
    {
        var homes = files.SelectMany(file => file.Types.Select(type => (type, file.Folder))).DistinctBy(type => type.type).ToDictionary(t => t.type, t => t.Folder);
        var uses = files.GroupBy(file => file.Folder).ToDictionary(folder => folder.Key, folder => folder.SelectMany(file => Used(file, homes)).ToHashSet());
        var reached = uses.Keys.ToDictionary(folder => folder, folder => Reach(folder, uses));
        return
        [
            .. uses.Keys.Where(folder => reached[folder].Contains(folder))
                .Select(folder => string.Join(", ", uses.Keys.Where(other => reached[folder].Contains(other) && reached[other].Contains(folder)).Order(StringComparer.Ordinal)))
                .Distinct(),
        ];
    }

    private static IEnumerable<string> Used(SourceFile file, Dictionary<string, string> homes)
    {
        var usings = Using().Matches(file.Code).Select(match => match.Groups[1].Value).ToHashSet();
        return Name().Matches(file.Code)
            .Where(name => homes.TryGetValue(name.Groups[2].Value, out var home) && home != file.Folder && IsAtHand(name.Groups[1].Value, home))
            .Select(name => homes[name.Groups[2].Value])
            .Concat(usings.Where(used => used != file.Folder && homes.ContainsValue(used)));

        bool IsAtHand(string before, string home) =>
            before.Length > 0
                ? ("." + home).EndsWith("." + before.TrimEnd('.'), StringComparison.Ordinal)
                : usings.Contains(home) || file.Folder.StartsWith(home + ".", StringComparison.Ordinal);
    }

    private static HashSet<string> Reach(string start, Dictionary<string, HashSet<string>> uses)
    {
        var seen = new HashSet<string>();
        var open = new Stack<string>([start]);
        while (open.TryPop(out var folder))
        {
            foreach (var next in uses.GetValueOrDefault(folder, []))
            {
                if (seen.Add(next))
                    open.Push(next);
            }
        }
        return seen;
    }

    [GeneratedRegex(@"^using (?:static )?(Aggregator(?:\.\w+)*);", RegexOptions.Multiline)]
    private static partial Regex Using();

    [GeneratedRegex(@"(?<![\w.])((?:\w+\.)*)([A-Z]\w*)")]
    private static partial Regex Name();
}
