namespace Aggregator.Stores;

public sealed record FacetValue(string Value, int Count);
