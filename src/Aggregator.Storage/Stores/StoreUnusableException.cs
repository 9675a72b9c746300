namespace Aggregator.Stores;

/// <summary>The data cannot be used; the message says what, where and what to do.</summary>
public sealed class StoreUnusableException(string message, Exception? inner = null) : Exception(message, inner);
