using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Aggregator.Sqlite.Engine;

/// <summary>
/// One connection with its prepared statements. Parameters are <c>$1</c>, <c>$2</c>… in order. Used by one thread at a time.
/// </summary>
internal sealed class Session(SqliteConnection connection) : IDisposable
{
    // Filters make some hundred different texts at most; a runaway would only cost preparing anew.
    private const int StatementsKept = 300;

    private readonly Dictionary<string, SqliteCommand> _commands = new(StringComparer.Ordinal);
    private readonly Dictionary<string, sqlite3_stmt> _scans = new(StringComparer.Ordinal);

    /// <summary>No transaction is open: SQLite has rolled back on its own after a grave error.</summary>
    public bool OutsideTransaction => raw.sqlite3_get_autocommit(connection.Handle!) != 0;

    /// <summary>No statement starts any more once it is cancelled: <see cref="Interrupt"/> alone does nothing between two statements.</summary>
    public CancellationToken Cancellation { get; set; }

    public int Execute(string sql, params ReadOnlySpan<object?> arguments) => Prepare(sql, arguments).ExecuteNonQuery();

    /// <summary>The first column of the first row; null when there is no row or its value is null.</summary>
    public long? Number(string sql, params ReadOnlySpan<object?> arguments) => Prepare(sql, arguments).ExecuteScalar() is long value ? value : null;

    public string? Text(string sql, params ReadOnlySpan<object?> arguments) => Prepare(sql, arguments).ExecuteScalar() as string;

    /// <summary>The first row, or default when there is none.</summary>
    public T? First<T>(string sql, Func<SqliteDataReader, T> map, params ReadOnlySpan<object?> arguments)
    {
        using SqliteDataReader reader = Prepare(sql, arguments).ExecuteReader();
        return reader.Read() ? map(reader) : default;
    }

    public List<T> List<T>(string sql, Func<SqliteDataReader, T> map, params ReadOnlySpan<object?> arguments)
    {
        using SqliteDataReader reader = Prepare(sql, arguments).ExecuteReader();
        List<T> rows = [];
        while (reader.Read())
            rows.Add(map(reader));
        return rows;
    }

    /// <summary>Hands each row over without keeping any.</summary>
    public void Each(string sql, Action<SqliteDataReader> visit, params ReadOnlySpan<object?> arguments)
    {
        using SqliteDataReader reader = Prepare(sql, arguments).ExecuteReader();
        while (reader.Read())
            visit(reader);
    }

    /// <summary>
    /// As <see cref="Each"/> for results of hundreds of thousands of rows: the columns are read with <see cref="raw"/>'s own functions, which cost
    /// a third of the reader's. Arguments are numbers or texts.
    /// </summary>
    public void Scan(string sql, Action<sqlite3_stmt> visit, params ReadOnlySpan<object?> arguments)
    {
        sqlite3_stmt statement = PrepareScan(sql, arguments);
        try
        {
            int result;
            while ((result = raw.sqlite3_step(statement)) == raw.SQLITE_ROW)
                visit(statement);
            if (result != raw.SQLITE_DONE)
                SqliteException.ThrowExceptionForRC(result, connection.Handle);
        }
        finally
        {
            _ = raw.sqlite3_reset(statement);
        }
    }

    /// <summary>Stops the statement that runs at this moment; may be called from any thread.</summary>
    public void Interrupt() => raw.sqlite3_interrupt(connection.Handle!);

    public void Dispose()
    {
        ForgetStatements();
        connection.Dispose();
    }

    private SqliteCommand Prepare(string sql, ReadOnlySpan<object?> arguments)
    {
        Cancellation.ThrowIfCancellationRequested();
        if (!_commands.TryGetValue(sql, out SqliteCommand? command))
        {
            if (_commands.Count >= StatementsKept)
                ForgetStatements();
            command = connection.CreateCommand();
#pragma warning disable CA2100 // every text is a constant of this assembly or put together from such; values are always parameters
            command.CommandText = sql;
#pragma warning restore CA2100
            for (int i = 1; i <= arguments.Length; i++)
                command.Parameters.Add(new SqliteParameter { ParameterName = "$" + i.ToString(System.Globalization.CultureInfo.InvariantCulture) });
            _commands.Add(sql, command);
        }

        for (int i = 0; i < arguments.Length; i++)
            command.Parameters[i].Value = arguments[i] ?? DBNull.Value;
        return command;
    }

    private sqlite3_stmt PrepareScan(string sql, ReadOnlySpan<object?> arguments)
    {
        Cancellation.ThrowIfCancellationRequested();
        if (!_scans.TryGetValue(sql, out sqlite3_stmt? statement))
        {
            if (_scans.Count >= StatementsKept)
                ForgetStatements();
            SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(connection.Handle, sql, out statement), connection.Handle);
            _scans.Add(sql, statement);
        }

        for (int i = 0; i < arguments.Length; i++)
        {
            // Named parameters are numbered by SQLite in the order in which the text names them, not by their names.
            int place = raw.sqlite3_bind_parameter_index(statement, "$" + (i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture));
            // What the text does not name is not needed.
            if (place == 0)
                continue;
            int result = arguments[i] switch
            {
                long number => raw.sqlite3_bind_int64(statement, place, number),
                int number => raw.sqlite3_bind_int64(statement, place, number),
                string text => raw.sqlite3_bind_text(statement, place, text),
                null => raw.sqlite3_bind_null(statement, place),
                _ => throw new ArgumentException("Only numbers and texts can be bound here.", nameof(arguments)),
            };
            SqliteException.ThrowExceptionForRC(result, connection.Handle);
        }

        return statement;
    }

    private void ForgetStatements()
    {
        foreach (sqlite3_stmt statement in _scans.Values)
            statement.Dispose();
        _scans.Clear();
        foreach (SqliteCommand command in _commands.Values)
            command.Dispose();
        _commands.Clear();
    }
}
