using System.Text;
using SQLitePCL;

namespace Aggregator.Sqlite.Engine;

/// <summary>The row that a statement stands on; valid until the next step. Columns count from 0, and SQLite converts between types as it always does.</summary>
internal sealed class Row(sqlite3_stmt statement)
{
    public bool IsNull(int column) => raw.sqlite3_column_type(statement, column) == raw.SQLITE_NULL;

    public long GetInt64(int column) => raw.sqlite3_column_int64(statement, column);

    public int GetInt32(int column) => checked((int)GetInt64(column));

    public double GetDouble(int column) => raw.sqlite3_column_double(statement, column);

    public string GetString(int column) => Encoding.UTF8.GetString(Span(column));

    /// <summary>The bytes of a text or blob where they lie; empty for null.</summary>
    public ReadOnlySpan<byte> Span(int column) => raw.sqlite3_column_blob(statement, column);

    public byte[] GetBytes(int column) => Span(column).ToArray();

    public string? TextOrNull(int column) => IsNull(column) ? null : GetString(column);

    public long? NumberOrNull(int column) => IsNull(column) ? null : GetInt64(column);

    public int? IntOrNull(int column) => IsNull(column) ? null : GetInt32(column);

    public double? RealOrNull(int column) => IsNull(column) ? null : GetDouble(column);

    public bool Flag(int column) => GetInt64(column) != 0;

    public DateTimeOffset TimeAt(int column) => Columns.Time(GetInt64(column));

    public DateTimeOffset? TimeOrNull(int column) => IsNull(column) ? null : TimeAt(column);

    public byte[]? BytesOrNull(int column) => IsNull(column) ? null : GetBytes(column);
}
