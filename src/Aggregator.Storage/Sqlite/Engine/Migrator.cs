using System.Globalization;
using Aggregator.Stores;

namespace Aggregator.Sqlite.Engine;

/// <summary>
/// Brings a file up to this program's schema. Migrations are the embedded files <c>Migrations/NNNN_name.sql</c>: numbered from 1,
/// only ever added to, each applied in one transaction together with its number in <c>user_version</c>.
/// </summary>
internal static class Migrator
{
    // "AGGR": tells our files from other SQLite files of version 0 or with a version of their own.
    private const long ApplicationId = 0x41474752;

    private static readonly IReadOnlyList<(int Number, string Resource)> All = Find();

    public static int Newest => All[^1].Number;

    public static void Run(Session session, StoreFile file)
    {
        var version = CheckVersion(session, file);
        foreach ((var number, var resource) in All.Where(migration => migration.Number > version))
        {
            session.Execute("BEGIN IMMEDIATE");
            session.Script(Read(resource));
            session.Execute($"PRAGMA application_id = {ApplicationId.ToString(CultureInfo.InvariantCulture)}");
            session.Execute($"PRAGMA user_version = {number.ToString(CultureInfo.InvariantCulture)}");
            session.Execute("COMMIT");
        }
    }

    /// <summary>The file's version; refuses a newer one and a file that some other program made.</summary>
    public static long CheckVersion(Session session, StoreFile file)
    {
        var version = session.Number("PRAGMA user_version") ?? 0;
        var owner = session.Number("PRAGMA application_id") ?? 0;
        if (owner != ApplicationId && (owner != 0 || version != 0 || session.Number("SELECT count(*) FROM sqlite_schema") != 0))
            throw new StoreUnusableException($"{file.Path} is a database of another program. Move it away, or name another data folder.");
        if (version > Newest)
        {
            throw new StoreUnusableException(
                $"{file.Path} has schema {version}, this program knows schemas up to {Newest}. Start the newer program again, or restore a backup "
                    + $"made with this one.");
        }

        return version;
    }

    private static string Read(string resource)
    {
        using var stream = typeof(Migrator).Assembly.GetManifestResourceStream(resource)!;
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }

    private static List<(int Number, string Resource)> Find()
    {
        const string Folder = ".Migrations.";
        var assembly = typeof(Migrator).Assembly;
        return assembly.GetManifestResourceNames()
            .Where(name => name.Contains(Folder, StringComparison.Ordinal))
            .Select(name => (int.Parse(name.AsSpan(name.IndexOf(Folder, StringComparison.Ordinal) + Folder.Length, 4), CultureInfo.InvariantCulture), name))
            .OrderBy(migration => migration.Item1)
            .ToList();
    }
}
