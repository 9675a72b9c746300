namespace Aggregator.Stores;

/// <summary>An article that another store exported, or that comes from elsewhere.</summary>
/// <param name="Article">Id, story and sequence may be 0: they are given then. Topics count only with their <see cref="ArticleRow.TopicTags"/>.</param>
/// <param name="Key">The article's key over all feeds, as <see cref="IdentifiedEntry.ArticleKey"/>: what is there already under it is left as it is.</param>
public sealed record ImportRow(ArticleRow Article, string Key);

/// <param name="Added">Articles that are new here.</param>
/// <param name="Known">Articles that were here before.</param>
public sealed record ImportOutcome(int Added, int Known)
{
    public static ImportOutcome operator +(ImportOutcome a, ImportOutcome b) => new(a.Added + b.Added, a.Known + b.Known);
}
