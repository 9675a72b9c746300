namespace Aggregator.Pages;

/// <summary>A test that needs the distribution's Chromium; without one it is skipped, and says so.</summary>
internal sealed class ChromiumFactAttribute : FactAttribute
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    public ChromiumFactAttribute()
    {
        if (Executable is null)
            Skip = $"No Chromium found at {string.Join(", ", Places)}: install the package chromium to run this test.";
    }

    public static string? Executable => Array.Find(Places, File.Exists);
}
