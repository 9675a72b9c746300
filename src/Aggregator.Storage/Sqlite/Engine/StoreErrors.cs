using Aggregator.Stores;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Aggregator.Sqlite.Engine;

/// <summary>Turns SQLite's result codes into messages that say what happened, where, and what to do.</summary>
internal static class StoreErrors
{
    /// <summary>The exception to show in place of <paramref name="error"/>, or null when it says nothing about the file.</summary>
    public static StoreUnusableException? Explain(SqliteException error, string file) => error.SqliteErrorCode switch
    {
        raw.SQLITE_FULL => Unusable($"The disk that holds {file} is full. Nothing was lost; free some space and start again.", error),
        raw.SQLITE_NOTADB => Unusable($"{file} is not a database of this program. Move it away, or name another data folder.", error),
        raw.SQLITE_CORRUPT => Unusable($"{file} is damaged. Restore a backup, or move the file away to start anew.", error),
        raw.SQLITE_READONLY or raw.SQLITE_PERM => Unusable($"{file} cannot be written to. Check the permissions of the file and its folder.", error),
        raw.SQLITE_CANTOPEN => Unusable($"{file} cannot be opened. Check that the folder exists and may be read and written.", error),
        raw.SQLITE_IOERR => Unusable($"Reading or writing {file} failed ({error.SqliteExtendedErrorCode}). Check the disk.", error),
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => Unusable($"{file} is locked by another program. Close it and try again.", error),
        _ => null,
    };

    private static StoreUnusableException Unusable(string message, SqliteException inner) => new(message, inner);
}
