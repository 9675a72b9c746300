using System.Text.Json.Serialization;

namespace Aggregator.Sqlite.Engine;

[JsonSerializable(typeof(IReadOnlyList<string>))]
internal sealed partial class ColumnsJson : JsonSerializerContext;
