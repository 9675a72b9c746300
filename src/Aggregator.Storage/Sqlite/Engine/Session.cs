using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Aggregator.Sqlite.Engine;

/// <summary>
/// One connection with its prepared statements. Parameters are <c>$1</c>, <c>$2</c>… in order: numbers, texts, bytes, or null. Used by one thread at a time.
/// </summary>
internal sealed class Session(SqliteConnection connection) : IDisposable
{
    // Filters make some hundred different texts at most; a runaway would only cost preparing anew.
    private const int StatementsKept = 300;

    private readonly Dictionary<string, Statement> _statements = new(StringComparer.Ordinal);

    /// <summary>No transaction is open: SQLite has rolled back on its own after a grave error.</summary>
    public bool OutsideTransaction => raw.sqlite3_get_autocommit(connection.Handle!) != 0;

    /// <summary>Pages written to the log since the connection was opened or <see cref="CountPagesAnew"/> was called.</summary>
    public int PagesWritten() => PagesWritten(reset: false);

    public void CountPagesAnew() => PagesWritten(reset: true);

    /// <summary>No statement starts any more once it is cancelled: <see cref="Interrupt"/> alone does nothing between two statements.</summary>
    public CancellationToken Cancellation { get; set; }

    /// <returns>How many rows the statement changed; anything after one that changes none by its nature.</returns>
    public int Execute(string sql, params ReadOnlySpan<object?> arguments)
    {
        var statement = Prepare(sql, arguments);
        try
        {
            while (statement.Step())
            {
            }

            return raw.sqlite3_changes(connection.Handle!);
        }
        finally
        {
            statement.Reset();
        }
    }

    /// <summary>Runs statements one after the other.</summary>
    public void Script(string sql) => SqliteException.ThrowExceptionForRC(raw.sqlite3_exec(connection.Handle!, sql), connection.Handle);

    /// <summary>The first column of the first row; null when there is no row or its value is null.</summary>
    public long? Number(string sql, params ReadOnlySpan<object?> arguments) => First(sql, row => row.NumberOrNull(0), arguments);

    public string? Text(string sql, params ReadOnlySpan<object?> arguments) => First(sql, row => row.TextOrNull(0), arguments);

    /// <summary>The first row, or default when there is none.</summary>
    public T? First<T>(string sql, Func<Row, T> map, params ReadOnlySpan<object?> arguments)
    {
        var statement = Prepare(sql, arguments);
        try
        {
            return statement.Step() ? map(statement.Row) : default;
        }
        finally
        {
            statement.Reset();
        }
    }

    public List<T> List<T>(string sql, Func<Row, T> map, params ReadOnlySpan<object?> arguments)
    {
        List<T> rows = [];
        Each(sql, row => rows.Add(map(row)), arguments);
        return rows;
    }

    /// <summary>Hands each row over without keeping any.</summary>
    public void Each(string sql, Action<Row> visit, params ReadOnlySpan<object?> arguments)
    {
        var statement = Prepare(sql, arguments);
        try
        {
            while (statement.Step())
                visit(statement.Row);
        }
        finally
        {
            statement.Reset();
        }
    }

    /// <summary>Stops the statement that runs at this moment; may be called from any thread.</summary>
    public void Interrupt() => raw.sqlite3_interrupt(connection.Handle!);

    public void Dispose()
    {
        ForgetStatements();
        connection.Dispose();
    }

    private int PagesWritten(bool reset)
    {
        // SQLITE_DBSTATUS_CACHE_WRITE of sqlite.org/c3ref/c_dbstatus_options.html
        const int CacheWrite = 9;
        raw.sqlite3_db_status(connection.Handle!, CacheWrite, out var written, out _, reset ? 1 : 0);
        return written;
    }

    private Statement Prepare(string sql, ReadOnlySpan<object?> arguments)
    {
        Cancellation.ThrowIfCancellationRequested();
        if (!_statements.TryGetValue(sql, out var statement))
        {
            if (_statements.Count >= StatementsKept)
                ForgetStatements();
            statement = new Statement(connection.Handle!, sql);
            _statements.Add(sql, statement);
        }

        statement.Bind(arguments);
        return statement;
    }

    private void ForgetStatements()
    {
        foreach ((var sql, var statement) in _statements.Where(pair => !pair.Value.Runs).ToList())
        {
            statement.Dispose();
            _statements.Remove(sql);
        }
    }
}
