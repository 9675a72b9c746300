namespace Aggregator.Model;

/// <summary>A host's wish to be left in peace, kept over restarts.</summary>
/// <param name="Scope">What it covers: a registrable domain, or the origin of a host that is not public.</param>
/// <param name="Until">No request before; may have passed.</param>
/// <param name="Times">Refusals without a stated wait in a row: each doubles the next pause.</param>
public sealed record HostPause(string Scope, DateTimeOffset Until, int Times);
