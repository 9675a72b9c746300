using System.Text.Json.Serialization;
using Aggregator.Model;
using Aggregator.Stores;

namespace Aggregator.Sqlite.Engine;

[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(IReadOnlyList<Enclosure>))]
[JsonSerializable(typeof(Dictionary<string, string?>))]
[JsonSerializable(typeof(ReadContent))]
internal sealed partial class ColumnsJson : JsonSerializerContext;
