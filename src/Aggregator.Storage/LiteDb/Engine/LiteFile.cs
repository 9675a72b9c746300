using Aggregator.Files;
using Aggregator.Stores;
using LiteDB;

namespace Aggregator.LiteDb.Engine;

/// <summary>The database file of a data folder, and how it is opened.</summary>
internal sealed class LiteFile(string folder)
{
    public const string FileName = StoreEngines.LiteDbFile;

    private const string Meta = "meta";

    // Of the documents' shape: another number is a file that this program cannot read.
    private const int Format = 1;

    // How every file of LiteDB begins, behind the fields of its first page.
    private static ReadOnlySpan<byte> Mark => "** This is a LiteDB file **"u8;

    public string Path { get; } = System.IO.Path.Combine(folder, FileName);

    public long Bytes => new[] { Path, Log }.Where(File.Exists).Sum(file => new FileInfo(file).Length);

    // As LiteDB names it.
    private string Log => System.IO.Path.Combine(folder, System.IO.Path.GetFileNameWithoutExtension(FileName) + "-log" + System.IO.Path.GetExtension(FileName));

    /// <summary>Opens the file, making it when there is none. Nobody else may have it open: LiteDB itself does not see to that.</summary>
    /// <exception cref="StoreUnusableException">It is of a newer program or of another one, or damaged.</exception>
    public LiteDatabase Open() => Explained(() =>
    {
        CheckHeader();
        // Without a collation of our own LiteDB ignores case and follows the machine's culture.
        LiteDatabase database = new(new ConnectionString { Filename = Path, Connection = ConnectionType.Direct, Collation = new Collation("/Ordinal") });
        try
        {
            Check(database);
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    });

    /// <summary>Runs <paramref name="work"/> and explains what LiteDB may throw.</summary>
    public T Explained<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception e) when (LiteErrors.Explain(e, Path) is { } explained)
        {
            throw explained;
        }
    }

    // LiteDB takes any file that is long enough for its own.
    private void CheckHeader()
    {
        const int Offset = 32;
        if (!File.Exists(Path))
            return;
        using FileStream file = new(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var header = new byte[Offset + Mark.Length];
        var length = file.ReadAtLeast(header, header.Length, throwOnEndOfStream: false);
        if (length > 0 && !header.AsSpan(Offset).SequenceEqual(Mark))
            throw new StoreUnusableException($"{Path} is not a database of this program. Move it away, or name another data folder.");
    }

    private void Check(LiteDatabase database)
    {
        var meta = database.GetCollection(Meta);
        if (meta.FindById("format") is { } format)
        {
            if (format["value"].AsInt32 > Format)
            {
                throw new StoreUnusableException(
                    $"{Path} has format {format["value"].AsInt32}, this program knows formats up to {Format}. Start the newer program again, or restore a "
                        + "backup made with this one.");
            }

            return;
        }

        if (database.GetCollectionNames().Any())
            throw new StoreUnusableException($"{Path} is a database of another program. Move it away, or name another data folder.");
        meta.Insert(new BsonDocument { ["_id"] = "format", ["value"] = Format });
    }
}
