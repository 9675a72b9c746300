using Aggregator.Sqlite.Engine;
using Aggregator.Stores;
using Aggregator.Writing;

namespace Aggregator.Sqlite.Tables;

/// <summary>The corrections as they were said.</summary>
internal sealed class CorrectionTable(Session session) : ICorrectionTable
{
    private const string Fields = "SELECT id, kind, at, by, reason, story_id, request, stories FROM corrections";

    public static List<Correction> List(Session session, long? story, int limit) => story is null
        ? session.List($"{Fields} ORDER BY id DESC LIMIT $1", Read, limit)
        : session.List($"{Fields} WHERE story_id = $2 OR ',' || stories || ',' LIKE '%,' || $2 || ',%' ORDER BY id DESC LIMIT $1", Read, limit, story);

    public Correction Insert(Correction said, string request)
    {
        session.Execute(
            "INSERT INTO corrections (kind, at, by, reason, story_id, request, stories) VALUES ($1, $2, $3, $4, $5, $6, $7)",
            (long)said.Kind, Columns.Ms(said.At), said.By, said.Reason, said.StoryId, request, Columns.Numbers(said.Stories));
        return said with { Id = session.Number("SELECT last_insert_rowid()")!.Value };
    }

    public Correction? Last(CorrectionKind kind, string request) =>
        session.First($"{Fields} WHERE request = $1 AND kind = $2 ORDER BY id DESC LIMIT 1", Read, request, (long)kind);

    public Correction? ById(long id) => session.First($"{Fields} WHERE id = $1", Read, id);

    private static Correction Read(Row row)
    {
        var kind = (CorrectionKind)row.GetInt32(1);
        return new Correction(
            row.GetInt64(0), kind, row.TimeAt(2), row.GetString(3), row.TextOrNull(4), row.GetInt64(5),
            kind == CorrectionKind.Split ? CorrectionWords.Groups(row.GetString(6)) : [], CorrectionWords.Numbers(row.GetString(7)));
    }
}
