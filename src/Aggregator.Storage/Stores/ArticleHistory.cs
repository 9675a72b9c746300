namespace Aggregator.Stores;

/// <param name="Title">The title before this revision replaced it; null when it did not change.</param>
/// <param name="Text">The text before; null when it did not change.</param>
/// <param name="Fields">Earlier values of other fields, by name; null when none changed.</param>
public sealed record RevisionRow(int Number, DateTimeOffset At, string? Title, string? Text, string Reason, IReadOnlyDictionary<string,
    string?>? Fields = null);

public sealed record SightingRow(long FeedId, string FeedTitle, string EntryKey, string? Link, string? Title, DateTimeOffset Seen);
