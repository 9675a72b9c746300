using System.Reflection;
using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Aggregator;

/// <summary>Compiles Core with all its mutants into one assembly, and the tests against it, in memory.</summary>
/// <param name="root">Of the repository.</param>
internal sealed class Compiler(string root)
{
    private const string Usings = "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq;"
        + "global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;";

    private readonly string _core = Path.Combine(root, "src", "Aggregator.Core");
    private readonly CSharpParseOptions _options = new(LanguageVersion.Preview);
    private readonly List<MetadataReference> _references = [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator).Select(file => MetadataReference.CreateFromFile(file))];

    public List<Mutant> Mutants { get; private set; } = [];

    /// <summary>Mutants that do not compile are left out.</summary>
    /// <param name="isMutated">Takes a path below src/Aggregator.Core with slashes.</param>
    public Assembly Core(Func<string, bool> isMutated)
    {
        var original = Compilation("Aggregator.Core", [.. Directory.EnumerateFiles(_core, "*.cs", SearchOption.AllDirectories)],
            Usings + "[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"Aggregator.Tests\")]");
        CSharpGeneratorDriver.Create(Generators(), parseOptions: _options).RunGeneratorsAndUpdateCompilation(original, out var whole, out _);
        HashSet<(string File, int Start, string To)> refused = [];
        while (true)
        {
            Mutants = [];
            var mutated = whole.AddSyntaxTrees(CSharpSyntaxTree.ParseText(MutantSwitch.Source, _options));
            foreach (var tree in whole.SyntaxTrees)
            {
                var file = Path.GetRelativePath(_core, Path.Combine(_core, tree.FilePath)).Replace('\\', '/');
                if (!isMutated(file))
                    continue;
                var rewriter = new MutantRewriter(whole.GetSemanticModel(tree), file, Mutants, refused);
                mutated = mutated.ReplaceSyntaxTree(tree, tree.WithRootAndOptions(rewriter.Visit(tree.GetRoot())!, _options));
            }

            var (assembly, errors) = Load(mutated, Resources());
            if (assembly is not null)
                return assembly;
            refused.UnionWith(errors.SelectMany(Blamed));
        }
    }

    /// <summary>The tests of these folders; a file that needs more than Core is left out.</summary>
    public Assembly Tests(IEnumerable<string> folders)
    {
        List<string> files = [.. folders.SelectMany(folder =>
            Directory.EnumerateFiles(Path.Combine(root, "tests", "Aggregator.Tests", folder), "*.cs", SearchOption.AllDirectories))];
        while (true)
        {
            var (assembly, errors) = Load(Compilation("Aggregator.Tests", files, Usings + "global using Xunit;"), []);
            if (assembly is not null)
                return assembly;
            foreach (var error in errors.DistinctBy(e => e.Location.SourceTree?.FilePath))
            {
                if (!files.Remove(error.Location.SourceTree?.FilePath ?? ""))
                    throw new InvalidOperationException(error.ToString());
                Console.WriteLine($"not used: {error}");
            }
        }
    }

    private CSharpCompilation Compilation(string name, List<string> files, string more) => CSharpCompilation.Create(
        name,
        files.Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), _options, file)).Append(CSharpSyntaxTree.ParseText(more, _options)),
        _references,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release,
            nullableContextOptions: NullableContextOptions.Enable));

    private (Assembly? Assembly, Diagnostic[] Errors) Load(Compilation compilation, IEnumerable<ResourceDescription> resources)
    {
        using var stream = new MemoryStream();
        var result = compilation.Emit(stream, manifestResources: resources);
        if (!result.Success)
            return (null, [.. result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)]);
        _references.Add(MetadataReference.CreateFromImage(stream.ToArray()));
        return (Assembly.Load(stream.ToArray()), []);
    }

    /// <summary>The mutant around the error or, where a change inside leaves a larger expression without a type, the ones in it.</summary>
    private IEnumerable<(string File, int Start, string To)> Blamed(Diagnostic error)
    {
        var node = error.Location.SourceTree!.GetRoot().FindNode(error.Location.SourceSpan, getInnermostNodeForTie: true);
        List<SyntaxAnnotation> marks = [.. node.AncestorsAndSelf().SelectMany(n => n.GetAnnotations("mutant")).Take(1)];
        for (var around = node; marks.Count == 0 && around is not null; around = around.Parent)
            marks = [.. around.DescendantNodes().SelectMany(n => n.GetAnnotations("mutant"))];
        if (marks.Count == 0)
            throw new InvalidOperationException($"An error outside of all mutants: {error}");
        foreach (var mark in marks)
        {
            var parts = mark.Data!.Split(' ');
            var mutant = Mutants[int.Parse(parts[0], null)];
            yield return (mutant.File, int.Parse(parts[1], null), mutant.To);
        }
    }

    /// <summary>Those that Core uses; beside them lie code fixes that only an editor can load.</summary>
    private static IEnumerable<ISourceGenerator> Generators()
    {
        var packs = Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "packs", "Microsoft.NETCore.App.Ref");
        var folder = Path.Combine(Directory.GetDirectories(packs, "10.*").Max()!, "analyzers", "dotnet", "cs");
        (string File, string Type)[] names =
        [
            ("System.Text.Json.SourceGeneration", "JsonSourceGenerator"),
            ("System.Text.RegularExpressions.Generator", "RegexGenerator"),
        ];
        return names
            .Select(name => Assembly.LoadFrom(Path.Combine(folder, name.File + ".dll")).GetType($"{name.File}.{name.Type}", throwOnError: true)!)
            .Select(type => ((IIncrementalGenerator)Activator.CreateInstance(type)!).AsSourceGenerator());
    }

    private IEnumerable<ResourceDescription> Resources() => Directory.EnumerateFiles(_core, "*", SearchOption.AllDirectories)
        .Where(file => Path.GetExtension(file) is ".json" or ".txt" && Path.GetFileName(file) != "BannedSymbols.txt")
        .Select(file => new ResourceDescription(
            "Aggregator." + Path.GetRelativePath(_core, file).Replace(Path.DirectorySeparatorChar, '.'), () => File.OpenRead(file), isPublic: true));
}
