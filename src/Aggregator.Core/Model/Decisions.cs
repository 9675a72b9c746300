namespace Aggregator.Model;

/// <summary>A decision about an article's identity, copy or story, kept so that a person can read why.</summary>
/// <param name="Kind"><c>identity</c>, <c>copy</c> or <c>story</c>.</param>
/// <param name="Rule">The rule that decided, a short stable name such as <c>containment</c>.</param>
/// <param name="Score">What was measured; null where the rule measures nothing.</param>
/// <param name="Threshold">What <paramref name="Score"/> was held against.</param>
/// <param name="Evidence">What spoke for it: shared passages, shared rare terms, names, stripped parameters; readable, a few hundred characters each
/// at most.</param>
/// <param name="Other">The article or story that it was compared with.</param>
public sealed record Decision(string Kind, string Rule, double? Score, double? Threshold, IReadOnlyList<string> Evidence, long? Other = null);

/// <summary>What copies, stories and tags are decided on.</summary>
public sealed record ArticleText
{
    public required long Id { get; init; }

    /// <summary>Registrable domain, such as <c>example.co.uk</c>.</summary>
    public required string Outlet { get; init; }

    public required string Title { get; init; }

    /// <summary>Plain text, one paragraph a line.</summary>
    public required string Text { get; init; }

    public required DateTimeOffset Published { get; init; }

    public string? Language { get; init; }
}

/// <summary>A tag of an article.</summary>
/// <param name="Kind"><c>topic</c>, <c>person</c>, <c>company</c> or <c>place</c>.</param>
/// <param name="Name">The canonical name, such as <c>electric vehicles</c> or <c>Elon Musk</c>.</param>
/// <param name="Count">How often the text names it, under any alias.</param>
public sealed record Tag(string Kind, string Name, int Count);
