using System.Reflection;
using System.Text.RegularExpressions;

namespace Aggregator.Architecture;

/// <summary>The rules of the house that the compiler does not hold.</summary>
public partial class LayoutTests
{
    private static readonly Assembly Core = typeof(Model.Feed).Assembly;
    private static readonly Assembly Storage = typeof(Stores.IStore).Assembly;

    [Fact]
    public void Dependencies_point_one_way()
    {
        Assert.DoesNotContain(Core.GetReferencedAssemblies(), a => a.Name!.StartsWith("Aggregator", StringComparison.Ordinal));
        Assert.DoesNotContain(Storage.GetReferencedAssemblies(), a => a.Name == "Aggregator");
    }

    [Fact]
    public void Core_depends_on_two_parsers_and_the_framework_only()
    {
        var strangers = Core.GetReferencedAssemblies().Select(a => a.Name!)
            .Where(n => n is not ("AngleSharp" or "CodeHollow.FeedReader") && !n.StartsWith("System", StringComparison.Ordinal));

        Assert.Empty(strangers);
    }

    [Fact]
    public void Core_reaches_neither_network_nor_disk()
    {
        string[] forbidden = ["System.Net.Http", "System.Net.Sockets", "System.IO.FileSystem", "Microsoft.Data.Sqlite"];

        Assert.DoesNotContain(Core.GetReferencedAssemblies(), a => forbidden.Contains(a.Name));
    }

    [Fact]
    public void Web_and_scheduler_stay_out_of_storage()
    {
        Assert.DoesNotContain(Storage.GetReferencedAssemblies(), a => a.Name!.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) || a.Name == "Quartz");
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public void Folder_and_namespace_are_the_same(string file)
    {
        var declared = NamespaceLine().Match(File.ReadAllText(Path.Combine(Repository.Root, file)));
        var folders = Path.GetDirectoryName(file)!.Split('/')[2..];

        if (declared.Success)
            Assert.Equal(string.Join('.', ["Aggregator", .. folders]), declared.Groups[1].Value);
        else
            Assert.True(file.EndsWith("Program.cs", StringComparison.Ordinal) || file.EndsWith("AssemblyInfo.cs", StringComparison.Ordinal), $"{file} declares no namespace");
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public void A_file_has_one_job_and_stays_readable(string file)
    {
        Assert.True(File.ReadLines(Path.Combine(Repository.Root, file)).Count() <= 300, $"{file} has more than 300 lines");
    }

    [Fact]
    public void No_line_is_wider_than_160_characters()
    {
        var wide = SourceTree.Files.SelectMany(file => file.Text.Split('\n').Select((line, at) => (Where: $"{file.Path}:{at + 1}", line.Length)))
            .Where(line => line.Length > 160);

        Assert.Empty(wide);
    }

    [Fact]
    public void No_two_types_share_a_name()
    {
        var shared = SourceTree.Files.SelectMany(file => file.Types.Select(type => (Type: type, file.Folder, IsPartial: file.Code.Contains("partial", StringComparison.Ordinal))))
            .GroupBy(type => type.Type)
            .Where(same => same.Count() > 1 && !(same.All(type => type.IsPartial) && same.Select(type => type.Folder).Distinct().Count() == 1))
            .Select(same => $"{same.Key}: {string.Join(", ", same.Select(type => type.Folder))}");

        Assert.Empty(shared);
    }

    [Fact]
    public void No_two_folders_reach_each_other_in_a_circle() => Assert.Empty(FolderGraph.Circles(SourceTree.Files));

    [Fact]
    public void A_circle_of_folders_is_seen()
    {
        SourceFile[] files =
        [
            new("src/Aggregator.Core/A/Low.cs", "namespace Aggregator.A;\ninternal class Low { B.Sub.Mid? _mid; }"),
            new("src/Aggregator.Core/B/Sub/Mid.cs", "namespace Aggregator.B.Sub;\ninternal class Mid { High? _high; }"),
            new("src/Aggregator.Core/B/High.cs", "using Aggregator.A;\nnamespace Aggregator.B;\ninternal class High { Low? _low; /* Mid */ }"),
            new("src/Aggregator.Core/C/Apart.cs", "using Aggregator.A;\nnamespace Aggregator.C;\ninternal class Apart { Low? _low; string Mid => \"Mid\"; }"),
        ];

        Assert.Equal(["Aggregator.A, Aggregator.B, Aggregator.B.Sub"], FolderGraph.Circles(files));
    }

    [Fact]
    public void Program_is_a_table_of_contents()
    {
        Assert.True(File.ReadLines(Path.Combine(Repository.Root, "src/Aggregator/Program.cs")).Count() < 60);
    }

    [Fact]
    public void Every_test_folder_mirrors_a_source_folder()
    {
        var sources = Sources().Select(s => (string)s[0]).Select(f => string.Join('/', Path.GetDirectoryName(f)!.Split('/')[2..])).ToHashSet();
        string[] own = ["", "Architecture", "Support"];
        var strangers = Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests/Aggregator.Tests"), "*.cs", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(Path.Combine(Repository.Root, "tests/Aggregator.Tests"), Path.GetDirectoryName(f)!).Replace('\\', '/'))
            .Select(f => f == "." ? "" : f)
            .Where(f => !own.Contains(f) && !sources.Contains(f) && !sources.Any(s => s.StartsWith(f + "/", StringComparison.Ordinal)))
            .Distinct();

        Assert.Empty(strangers);
    }

    public static IEnumerable<object[]> Sources() => Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
        .Select(f => Path.GetRelativePath(Repository.Root, f).Replace('\\', '/'))
        .Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal))
        .Select(f => new object[] { f });

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex NamespaceLine();
}
