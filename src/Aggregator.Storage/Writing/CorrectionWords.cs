using System.Globalization;
using Aggregator.Model;
using Aggregator.Stores;

namespace Aggregator.Writing;

/// <summary>What was asked of a correction as one text, and how a correction shows among an article's decisions.</summary>
internal static class CorrectionWords
{
    /// <summary>Lets the articles of a story say what a person decided of it.</summary>
    public static void Explain(IDecisionTable decisions, Correction correction, IEnumerable<long> articles, string what, long other)
    {
        var evidence = string.Create(
            CultureInfo.InvariantCulture, $"correction {correction.Id} by {correction.By} on {correction.At.UtcDateTime:yyyy-MM-dd HH:mm} UTC: {what}");
        IReadOnlyList<string> lines = correction.Reason is { } reason ? [evidence, $"reason given: {reason}"] : [evidence];
        foreach (var article in articles)
        {
            decisions.Append(
                article, new Decision(DecisionKinds.Correction, correction.Kind == CorrectionKind.Split ? "split" : "merge", null, null, lines, other));
        }
    }

    public static string Request(IEnumerable<IReadOnlyList<long>> groups) =>
        string.Join(';', groups.Select(group => Numbers(group.Order())).Order(StringComparer.Ordinal));

    /// <summary>The groups of a <see cref="Request"/>.</summary>
    public static IReadOnlyList<IReadOnlyList<long>> Groups(string request) => [.. request.Split(';').Select(Numbers)];

    public static string Numbers(IEnumerable<long> values) => string.Join(',', values.Select(value => value.ToString(CultureInfo.InvariantCulture)));

    public static long[] Numbers(string list) => [.. list.Split(',').Select(number => long.Parse(number, CultureInfo.InvariantCulture))];
}
