using System.Diagnostics;
using System.Globalization;

namespace Aggregator.Fuzz;

/// <summary>
/// <c>fuzz N CORPORA</c>: N mutated documents, each the same for the same number. A throw, more than 2 s of processor, or the death of the
/// process is a fault; the input is then in the folder <c>fuzz-faults</c>.
/// </summary>
internal static class FuzzRun
{
    private const string Folder = "fuzz-faults";

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    private const int MoreTries = 2;

    /// <returns>0 when nothing failed, 1 when something did, 2 when the corpora are not there.</returns>
    public static int Run(int inputs, string root, TextWriter output)
    {
        if (!Directory.Exists(Path.Combine(root, "feeds", "dev")))
        {
            Console.Error.WriteLine($"There are no corpora in {root}; name their folder.");
            return 2;
        }

        var targets = Target.All(Corpora.Load(root));
        // If the process dies (a stack overflow cannot be caught), the number of the guilty input stands here.
        using var progress = File.OpenHandle(Path.Combine(Path.GetTempPath(), "aggregator-fuzz-progress"), FileMode.Create, FileAccess.Write);
        var faults = 0;
        var slowest = (Time: TimeSpan.Zero, Name: "none");
        foreach (var target in targets)
        {
            for (var i = 0; i < target.Deep.Count; i++)
                Try(target, target.Deep[i], $"{target.Name}-deep-{i}");
        }

        for (var number = 0; number < inputs; number++)
        {
            RandomAccess.Write(progress, BitConverter.GetBytes(number), 0);
            var (target, input) = Make(targets, number);
            Try(target, input, string.Create(CultureInfo.InvariantCulture, $"{target.Name}-{number}"));
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{inputs} mutated inputs and {targets.Sum(t => t.Deep.Count)} of 100,000 levels: {faults} faults; the slowest, {slowest.Name}, took {slowest.Time.TotalSeconds:0.00} s of processor"));
        return faults == 0 ? 0 : 1;

        void Try(Target target, byte[] input, string name)
        {
            var (fault, spent) = Timed(target, input);
            // The compiler's work and a busy machine are not the input's: what is slow each time is slow.
            for (var again = 0; again < MoreTries && fault is null && spent > Longest; again++)
                spent = TimeSpan.FromTicks(Math.Min(spent.Ticks, Timed(target, input).Spent.Ticks));
            if (spent > slowest.Time)
                slowest = (spent, name);
            fault ??= spent > Longest ? string.Create(CultureInfo.InvariantCulture, $"{spent.TotalSeconds:0.0} s") : null;
            if (fault is null)
                return;
            faults++;
            Directory.CreateDirectory(Folder);
            File.WriteAllBytes(Path.Combine(Folder, name), input);
            output.WriteLine($"FAULT {name}: {fault}");
        }
    }

    private static (string? Fault, TimeSpan Spent) Timed(Target target, byte[] input)
    {
        var before = Environment.CpuUsage.TotalTime;
        var fault = Fault(target, input);
        return (fault, Environment.CpuUsage.TotalTime - before);
    }

    private static string? Fault(Target target, byte[] input)
    {
        try
        {
            target.Read(input);
            return null;
        }
#pragma warning disable CA1031 // whatever it throws is the fault that is looked for
        catch (Exception e)
#pragma warning restore CA1031
        {
            return $"{e.GetType().Name}: {e.Message} {new StackTrace(e).GetFrame(0)?.GetMethod()?.DeclaringType} {e.StackTrace?.Split('\n').FirstOrDefault(l => l.Contains("Aggregator.", StringComparison.Ordinal))?.Trim()}";
        }
    }

    private static (Target Target, byte[] Input) Make(IReadOnlyList<Target> targets, int number)
    {
        var random = new Random(number);
        var place = random.Next(targets.Sum(t => t.Share));
        var target = targets.First(t => (place -= t.Share) < 0);
        var input = new Mutator(random).Change(target.Seeds[random.Next(target.Seeds.Count)], target.Seeds[random.Next(target.Seeds.Count)]);
        return (target, input);
    }
}
