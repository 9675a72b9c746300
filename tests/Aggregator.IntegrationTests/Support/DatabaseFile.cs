using Microsoft.Data.Sqlite;

namespace Aggregator.Support;

/// <summary>The SQLite file of a data folder, opened beside the store or after it as any tool may.</summary>
internal static class DatabaseFile
{
    public static string Of(string folder) => Path.Combine(folder, "aggregator.db");

    /// <summary>What the database's own check finds; <c>ok</c> when all is well.</summary>
    public static string? Check(string folder) => Query(folder, "PRAGMA integrity_check");

    /// <summary>The first value of the first row as text; null when there is none.</summary>
    public static string? Query(string folder, string sql)
    {
        using SqliteConnection connection = new(new SqliteConnectionStringBuilder { DataSource = Of(folder), Pooling = false }.ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // constants of the tests
        command.CommandText = sql;
#pragma warning restore CA2100
        return command.ExecuteScalar()?.ToString();
    }
}
