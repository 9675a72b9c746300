using System.Runtime.Loader;
using Aggregator;

// Changes one condition of Core after the other and runs the tests that pass it: a change that no test notices is printed, then the share of those noticed.
// dotnet run --project tests/Aggregator.Mutation [-- PART OF A PATH, as Polling/ or CopyIndex.cs]
string[] areas = ["Extraction/Cascade/", "Stories/Copies/", "Stories/EntryIdentity.cs", "Polling/"];

// Tests that pass more switches than this without a mutant are of large documents, and would take hours.
const long MostSteps = 1_000_000;

var root = AppContext.BaseDirectory;
while (!File.Exists(Path.Combine(root, "Aggregator.sln")))
    root = Path.GetDirectoryName(root) ?? throw new InvalidOperationException("Aggregator.sln is in no folder above the program.");
var compiler = new Compiler(root);
var core = compiler.Core(file => areas.Any(area => file.StartsWith(area, StringComparison.Ordinal))
    && file.Contains(args.FirstOrDefault() ?? "", StringComparison.Ordinal));
AssemblyLoadContext.Default.Resolving += (_, name) => name.Name == "Aggregator.Core" ? core : null;
var switches = core.GetType("Aggregator.Mutants")!;
var covered = (bool[])switches.GetField("Covered")!.GetValue(null)!;

var tests = new List<TestCase>();
foreach (var test in TestCase.Of(compiler.Tests(["Extraction", "Stories", "Polling"])))
{
    Array.Clear(covered);
    Set("Steps", 0L);
    var failure = test.Run();
    test.Steps = (long)switches.GetField("Steps")!.GetValue(null)!;
    test.Covered.UnionWith(Enumerable.Range(0, compiler.Mutants.Count).Where(i => covered[i]));
    if (failure is not null)
        Console.WriteLine($"not used, fails without a mutant: {test.Name}: {failure.Message}");
    else if (test.Steps > MostSteps)
        Console.WriteLine($"not used, takes too long: {test.Name}");
    else
        tests.Add(test);
}

tests.Sort((a, b) => a.Steps.CompareTo(b.Steps));
var killed = new HashSet<int>();
foreach (var mutant in compiler.Mutants)
{
    Set("Active", mutant.Id);
    if (tests.Any(test => test.Covered.Contains(mutant.Id) && Fails(test)))
        killed.Add(mutant.Id);
    else
        Console.WriteLine($"{mutant.File}({mutant.Line}): {Flat(mutant.From)}  =>  {Flat(mutant.To)}");
}

foreach (var area in areas.Append(""))
{
    var ids = compiler.Mutants.Where(m => m.File.StartsWith(area, StringComparison.Ordinal)).Select(m => m.Id).ToList();
    var noticed = ids.Count(killed.Contains);
    if (ids.Count > 0)
        Console.WriteLine($"{(area.Length > 0 ? area : "all"),-26} {noticed,4} of {ids.Count,4} killed: {100.0 * noticed / ids.Count:0.0} %");
}

bool Fails(TestCase test)
{
    Set("Steps", 0L);
    Set("MostSteps", (test.Steps * 3) + 100_000);
    return test.Run() is not null;
}

void Set(string name, object value) => switches.GetField(name)!.SetValue(null, value);

static string Flat(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
