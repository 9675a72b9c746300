using System.Text.Json.Serialization;
using Aggregator.Model;

namespace Aggregator.Sqlite.Engine;

[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(IReadOnlyList<Enclosure>))]
[JsonSerializable(typeof(Dictionary<string, string?>))]
internal sealed partial class ColumnsJson : JsonSerializerContext;
