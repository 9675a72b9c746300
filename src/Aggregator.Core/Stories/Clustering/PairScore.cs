namespace Aggregator.Stories.Clustering;

/// <summary>What two articles have in common.</summary>
/// <param name="Cosine">TF-IDF cosine of headline and lead.</param>
/// <param name="Title">IDF cosine of the headlines.</param>
/// <param name="Coverage">Mean share of one headline's idf² that stands anywhere in the other article.</param>
/// <param name="Names">IDF cosine of the names.</param>
/// <param name="Rare">Sum over shared terms of the idf above <see cref="QueryVector.CommonIdf"/>, in nats.</param>
/// <param name="Numbers">Shared numbers.</param>
internal readonly record struct PairScore(double Cosine, double Title, double Coverage, double Names, double Rare, int Numbers);
