using System.Text.Json.Serialization;

namespace Aggregator.Sqlite.Engine;

[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(Dictionary<string, string?>))]
internal sealed partial class ColumnsJson : JsonSerializerContext;
