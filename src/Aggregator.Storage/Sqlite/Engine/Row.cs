using System.Text;
using SQLitePCL;

namespace Aggregator.Sqlite.Engine;

/// <summary>The row that a statement stands on; valid until the next step. Columns count from 0, and SQLite converts between types as it always does.</summary>
internal sealed class Row(sqlite3_stmt statement)
{
    private readonly nint _statement = statement.DangerousGetHandle();

    public bool IsNull(int column) => ColumnCalls.Type(_statement, column) == raw.SQLITE_NULL;

    public long GetInt64(int column) => ColumnCalls.Int64(_statement, column);

    public int GetInt32(int column) => checked((int)GetInt64(column));

    public double GetDouble(int column) => ColumnCalls.Double(_statement, column);

    public string GetString(int column) => Encoding.UTF8.GetString(Span(column));

    /// <summary>The bytes of a text or blob where they lie; empty for null.</summary>
    public ReadOnlySpan<byte> Span(int column) => ColumnCalls.Bytes(_statement, column);

    public byte[] GetBytes(int column) => Span(column).ToArray();

    public string? TextOrNull(int column) =>
        Span(column) is { IsEmpty: false } bytes ? Encoding.UTF8.GetString(bytes) : IsNull(column) ? null : "";

    public long? NumberOrNull(int column) => GetInt64(column) is not 0 and var number ? number : IsNull(column) ? null : 0;

    public int? IntOrNull(int column) => NumberOrNull(column) is { } number ? checked((int)number) : null;

    public double? RealOrNull(int column) => GetDouble(column) is not 0 and var number ? number : IsNull(column) ? null : 0;

    public bool Flag(int column) => GetInt64(column) != 0;

    public DateTimeOffset TimeAt(int column) => Columns.Time(GetInt64(column));

    public DateTimeOffset? TimeOrNull(int column) => NumberOrNull(column) is { } number ? Columns.Time(number) : null;

    public byte[]? BytesOrNull(int column) => Span(column) is { IsEmpty: false } bytes ? bytes.ToArray() : IsNull(column) ? null : [];
}
