using System.Buffers;
using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Aggregator.Sqlite.Engine;

/// <summary>
/// A prepared statement whose parameters are called <c>$1</c>, <c>$2</c>… It binds by place: Microsoft.Data.Sqlite's command looks each name up
/// again whenever it runs, which took 6 % of an import's time.
/// </summary>
internal sealed class Statement : IDisposable
{
    private const int MostOnStack = 512;

    // The pool keeps what it gets back; a text of megabytes is rare, and its memory is better given up.
    private const int MostPooled = 1 << 18;

    private readonly sqlite3 _connection;
    private readonly sqlite3_stmt _statement;
    private readonly int[] _places;

    /// <exception cref="ArgumentException"><paramref name="sql"/> holds more than one statement.</exception>
    /// <exception cref="SqliteException">SQLite does not take it.</exception>
    public Statement(sqlite3 connection, string sql)
    {
        _connection = connection;
        Check(raw.sqlite3_prepare_v2(connection, sql, out _statement, out var tail));
        if (!string.IsNullOrWhiteSpace(tail))
        {
            _statement.Dispose();
            throw new ArgumentException("One statement at a time; a script holds more.", nameof(sql));
        }

        Row = new Row(_statement);
        // Named parameters are numbered by SQLite in the order in which the text names them, not by their names.
        var count = raw.sqlite3_bind_parameter_count(_statement);
        var places = new int[count];
        var most = 0;
        for (var place = 1; place <= count; place++)
        {
            // ?5 alone makes five places, four of which nobody names.
            if (raw.sqlite3_bind_parameter_name(_statement, place).utf8_to_string() is not { Length: > 1 } name)
                continue;
            var number = int.Parse(name.AsSpan(1), CultureInfo.InvariantCulture);
            most = Math.Max(most, number);
            if (number > places.Length)
                Array.Resize(ref places, number);
            places[number - 1] = place;
        }

        _places = places[..most];
    }

    public Row Row { get; }

    /// <summary>Bound and not reset yet.</summary>
    public bool Runs { get; private set; }

    /// <summary>Binds the arguments; those that the text does not name are not needed.</summary>
    /// <exception cref="ArgumentException">An argument is missing, or of a type that SQLite does not have.</exception>
    /// <exception cref="InvalidOperationException">Its rows are being read.</exception>
    public void Bind(ReadOnlySpan<object?> arguments)
    {
        if (Runs)
            throw new InvalidOperationException("The rows of this statement are being read; it cannot be run again before that ends.");
        if (arguments.Length < _places.Length)
            throw new ArgumentException($"The statement takes {_places.Length} arguments, not {arguments.Length}.", nameof(arguments));
        for (var i = 0; i < _places.Length; i++)
        {
            if (_places[i] > 0)
                Check(Bind(_places[i], arguments[i]));
        }

        Runs = true;
    }

    /// <summary>On to the next row; false when there is none.</summary>
    public bool Step()
    {
        var result = raw.sqlite3_step(_statement);
        if (result == raw.SQLITE_ROW)
            return true;
        if (result != raw.SQLITE_DONE)
            Check(result);
        return false;
    }

    public void Reset()
    {
        Runs = false;
        _ = raw.sqlite3_reset(_statement);
    }

    public void Dispose() => _statement.Dispose();

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, _connection);

    private int Bind(int place, object? value) => value switch
    {
        null => raw.sqlite3_bind_null(_statement, place),
        long number => raw.sqlite3_bind_int64(_statement, place, number),
        int number => raw.sqlite3_bind_int64(_statement, place, number),
        bool flag => raw.sqlite3_bind_int64(_statement, place, flag ? 1 : 0),
        double number => raw.sqlite3_bind_double(_statement, place, number),
        string text => BindText(place, text),
        byte[] bytes => raw.sqlite3_bind_blob(_statement, place, bytes),
        _ => throw new ArgumentException($"A {value.GetType()} cannot be bound.", nameof(value)),
    };

    private int BindText(int place, string text)
    {
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (most > MostPooled)
            return raw.sqlite3_bind_text(_statement, place, Encoding.UTF8.GetBytes(text));
        var rented = most > MostOnStack ? ArrayPool<byte>.Shared.Rent(most) : null;
        try
        {
            var bytes = rented ?? stackalloc byte[MostOnStack];
            return raw.sqlite3_bind_text(_statement, place, bytes[..Encoding.UTF8.GetBytes(text, bytes)]);
        }
        finally
        {
            if (rented is not null)
                ArrayPool<byte>.Shared.Return(rented);
        }
    }
}
