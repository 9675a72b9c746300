using System.Text.RegularExpressions;

namespace Aggregator.Architecture;

/// <summary>The C# files of src as text, read once.</summary>
internal static class SourceTree
{
    public static IReadOnlyList<SourceFile> Files { get; } =
    [
        .. Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Select(file => new SourceFile(Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'), File.ReadAllText(file)))
            .Where(file => !file.Path.Contains("/obj/", StringComparison.Ordinal) && !file.Path.Contains("/bin/", StringComparison.Ordinal)),
    ];
}

/// <param name="path">From the repository's root, with slashes.</param>
internal sealed partial class SourceFile(string path, string text)
{
    public string Path => path;

    public string Text => text;

    /// <summary>The text without comments and strings.</summary>
    public string Code { get; } = NoCode().Replace(text, " ");

    /// <summary>Its folder as the namespace that stands for it.</summary>
    public string Folder => string.Join('.', ["Aggregator", .. path.Split('/')[2..^1]]);

    /// <summary>The types that the file declares at the top level.</summary>
    public IReadOnlyList<string> Types => [.. Declaration().Matches(Code).Select(match => match.Groups[1].Value)];

    [GeneratedRegex("""
        //[^\n]*|/\*.*?\*/|@?\$?\"{3}.*?\"{3}|\$?@"(?:""|[^"])*"|\$?"(?:\\.|[^"\\\n])*"
        """, RegexOptions.Singleline | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex NoCode();

    [GeneratedRegex(@"^(?=\S)[^\n;{}()]*\b(?:class|struct|interface|enum|record)\s+(?:struct\s+|class\s+)?([A-Z]\w*)", RegexOptions.Multiline)]
    private static partial Regex Declaration();
}
