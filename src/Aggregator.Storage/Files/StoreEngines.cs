using Aggregator.Stores;

namespace Aggregator.Files;

/// <summary>A data folder belongs to one engine: the file in it says to which.</summary>
internal static class StoreEngines
{
    public const string SqliteFile = "aggregator.db";
    public const string LiteDbFile = "aggregator.litedb";

    /// <exception cref="StoreUnusableException">There is an archive of the other engine.</exception>
    public static void RefuseOther(string folder, string own)
    {
        (var other, var name, var option) = own == SqliteFile ? (LiteDbFile, "LiteDB", "litedb") : (SqliteFile, "SQLite", "sqlite");
        if (File.Exists(Path.Combine(folder, other)))
        {
            throw new StoreUnusableException(
                $"The data folder {folder} holds an archive of {name} ({other}): name it with --store {option}, or name another folder.");
        }
    }

    public static void MakeFolder(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreUnusableException($"The data folder {folder} cannot be made: {e.Message}", e);
        }
    }
}
