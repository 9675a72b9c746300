namespace Aggregator.Support;

/// <summary>A test that mounts a small disk of its own, which only root may; skipped, and said so, where that is not possible.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class MountFactAttribute : FactAttribute
{
    public MountFactAttribute()
    {
        using var folder = new TemporaryFolder();
        try
        {
            using (SmallDisk.Mount(folder.Path, "1m"))
            {
            }
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            Skip = $"a small disk cannot be mounted here (root is needed): {e.Message}";
        }
    }
}
