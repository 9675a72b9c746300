namespace Aggregator.Support;

/// <summary>A test of the acceptance story, which lies beside the repository; skipped, and said so, where it does not.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SeedTheoryAttribute : TheoryAttribute
{
    public SeedTheoryAttribute()
    {
        if (!Directory.Exists(Folder))
            Skip = "the acceptance story (../shared/acceptance/seed) is not beside the repository";
    }

    public static string Folder { get; } = Path.GetFullPath(Path.Combine(RepositoryRoot(AppContext.BaseDirectory), "..", "shared", "acceptance", "seed"));

    private static string RepositoryRoot(string folder) =>
        File.Exists(Path.Combine(folder, "Aggregator.sln")) ? folder : RepositoryRoot(Path.GetDirectoryName(folder)!);
}
