namespace Aggregator.Stories.Tags;

/// <summary>How much one mention is worth.</summary>
internal enum TagStrength
{
    /// <summary>Names it beyond doubt.</summary>
    Full,

    /// <summary>Speaks for a topic, but not alone: "battery" may be a baseball term.</summary>
    Weak,

    /// <summary>Counts only in a text that also names it in full: "Cook" after "Tim Cook".</summary>
    Short,

    /// <summary>Looks like the name and is something else: "Big Apple".</summary>
    Except,
}

/// <summary>What a tag may be called.</summary>
/// <param name="Common">The name is an everyday word too; once at the start of a sentence or in a headline is not enough.</param>
internal sealed record TagEntry(string Kind, string Name, bool Common, IReadOnlyList<TagPattern> Patterns)
{
    public const string Topic = "topic";
}

/// <summary>One spelling of a tag's name.</summary>
/// <param name="Language">Primary language that the spelling belongs to; null for all.</param>
internal sealed record TagPattern(string Text, TagStrength Strength, string? Language = null);
