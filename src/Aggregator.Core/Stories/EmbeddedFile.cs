namespace Aggregator.Stories;

/// <summary>The data files that are built into the program.</summary>
internal static class EmbeddedFile
{
    /// <param name="name">The file's path below the project with dots for slashes.</param>
    public static string Read(string name)
    {
        using var stream = typeof(EmbeddedFile).Assembly.GetManifestResourceStream("Aggregator." + name)
            ?? throw new InvalidOperationException($"The embedded file {name} is missing from the build.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
