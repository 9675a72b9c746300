using System.Globalization;
using Aggregator.Model;
using Aggregator.Sqlite.Engine;
using Aggregator.Stores;

namespace Aggregator.Sqlite.Tables;

/// <summary>The corrections as they were said, and how they show among an article's decisions.</summary>
internal static class CorrectionTable
{
    private const string Fields = "SELECT id, kind, at, by, reason, story_id, request, stories FROM corrections";

    /// <summary>Keeps a correction; its id is given here.</summary>
    public static Correction Insert(Session session, Correction said, string request)
    {
        session.Execute(
            "INSERT INTO corrections (kind, at, by, reason, story_id, request, stories) VALUES ($1, $2, $3, $4, $5, $6, $7)",
            (long)said.Kind, Columns.Ms(said.At), said.By, said.Reason, said.StoryId, request, Columns.Numbers(said.Stories));
        return said with { Id = session.Number("SELECT last_insert_rowid()")!.Value };
    }

    /// <summary>The last correction that was asked for in the same words.</summary>
    public static Correction? Last(Session session, CorrectionKind kind, string request) =>
        session.First($"{Fields} WHERE request = $1 AND kind = $2 ORDER BY id DESC LIMIT 1", Read, request, (long)kind);

    public static Correction? ById(Session session, long id) => session.First($"{Fields} WHERE id = $1", Read, id);

    public static List<Correction> List(Session session, long? story, int limit) => story is null
        ? session.List($"{Fields} ORDER BY id DESC LIMIT $1", Read, limit)
        : session.List($"{Fields} WHERE story_id = $2 OR ',' || stories || ',' LIKE '%,' || $2 || ',%' ORDER BY id DESC LIMIT $1", Read, limit, story);

    /// <summary>Lets the articles of a story say what a person decided of it.</summary>
    public static void Explain(Session session, Correction correction, IEnumerable<long> articles, string what, long other)
    {
        var evidence = string.Create(
            CultureInfo.InvariantCulture, $"correction {correction.Id} by {correction.By} on {correction.At.UtcDateTime:yyyy-MM-dd HH:mm} UTC: {what}");
        IReadOnlyList<string> lines = correction.Reason is { } reason ? [evidence, $"reason given: {reason}"] : [evidence];
        foreach (var article in articles)
        {
            DecisionTable.Append(
                session, article, new Decision(DecisionTable.Correction, correction.Kind == CorrectionKind.Split ? "split" : "merge", null, null, lines,
                    other));
        }
    }

    public static string Request(IEnumerable<IReadOnlyList<long>> groups) =>
        string.Join(';', groups.Select(group => Columns.Numbers(group.Order())).Order(StringComparer.Ordinal));

    private static Correction Read(Row row)
    {
        var kind = (CorrectionKind)row.GetInt32(1);
        IReadOnlyList<IReadOnlyList<long>> articles = kind == CorrectionKind.Split ? [.. row.GetString(6).Split(';').Select(Numbers)] : [];
        return new Correction(row.GetInt64(0), kind, row.TimeAt(2), row.GetString(3), row.TextOrNull(4), row.GetInt64(5), articles, Numbers(row.GetString(7)));
    }

    private static long[] Numbers(string list) => [.. list.Split(',').Select(number => long.Parse(number, CultureInfo.InvariantCulture))];
}
