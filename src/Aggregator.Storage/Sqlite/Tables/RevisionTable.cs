using System.Text.Json;
using Aggregator.Sqlite.Engine;
using Aggregator.Stores;
using Aggregator.Writing;

namespace Aggregator.Sqlite.Tables;

/// <summary>What articles said before.</summary>
internal static class RevisionTable
{
    public static List<RevisionRow> Of(Session session, long articleId) => session.List(
        "SELECT number, at, title, body, reason, fields FROM revisions WHERE article_id = $1 ORDER BY number",
        row => new RevisionRow(
            row.GetInt32(0), row.TimeAt(1), row.TextOrNull(2), row.IsNull(3) ? null : TextCodec.UnpackText(row.Span(3)), row.GetString(4),
            row.TextOrNull(5) is { } fields ? JsonSerializer.Deserialize(fields, ColumnsJson.Default.DictionaryStringString) : null),
        articleId);

    public static void Add(Session session, EarlierVersion version) => session.Execute(
        "INSERT INTO revisions (article_id, number, at, title, body, reason, fields) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        version.ArticleId, version.Number, version.At, version.Title, version.Body, version.Reason,
        version.Fields is { } fields ? JsonSerializer.Serialize(new Dictionary<string, string?>(fields), ColumnsJson.Default.DictionaryStringString) : null);
}
