using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Aggregator.Sqlite.Engine;

/// <summary>
/// SQLite's functions that read a column of the current row (https://sqlite.org/c3ref/column_blob.html), called without what SQLitePCL puts around
/// each: a lock on the statement's handle and a change of the collector's mode, which take longer than the reading. A list of 50 articles makes some
/// 5,000 of these calls. They only copy from memory, so the collector may wait for them.
/// </summary>
/// <remarks>Only for a statement that stands on a row and that no other thread disposes of; <see cref="Session"/> belongs to one thread at a time.</remarks>
internal static partial class ColumnCalls
{
    // The library that SQLitePCLRaw.bundle_e_sqlite3 brings and SQLitePCL has loaded by now.
    private const string Library = "e_sqlite3";

    public static unsafe ReadOnlySpan<byte> Bytes(nint statement, int column)
    {
        // The blob first and its length after it, as SQLite asks: the first call may convert the value.
        var start = Blob(statement, column);
        return start is null ? default : new ReadOnlySpan<byte>(start, Length(statement, column));
    }

    [SuppressGCTransition]
    [LibraryImport(Library, EntryPoint = "sqlite3_column_type")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial int Type(nint statement, int column);

    [SuppressGCTransition]
    [LibraryImport(Library, EntryPoint = "sqlite3_column_int64")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial long Int64(nint statement, int column);

    [SuppressGCTransition]
    [LibraryImport(Library, EntryPoint = "sqlite3_column_double")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial double Double(nint statement, int column);

    [SuppressGCTransition]
    [LibraryImport(Library, EntryPoint = "sqlite3_column_blob")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    private static unsafe partial void* Blob(nint statement, int column);

    [SuppressGCTransition]
    [LibraryImport(Library, EntryPoint = "sqlite3_column_bytes")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    private static partial int Length(nint statement, int column);
}
