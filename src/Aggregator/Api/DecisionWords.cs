using System.Globalization;
using Aggregator.Model;

namespace Aggregator.Api;

/// <summary>Says a stored decision in one sentence.</summary>
internal static class DecisionWords
{
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    public static string Of(Decision decision, string? otherTitle)
    {
        var other = otherTitle is null ? "another" : $"“{otherTitle}”";
        return (decision.Kind, decision.Rule) switch
        {
            ("identity", "guid") => "Its feed knows it by its id; all feeds know it by its address, where it has one of its own.",
            ("identity", "link") => "Its feed gives no id that can be trusted and knows it by its link; all feeds know it by its address.",
            ("identity", "content") => "It has neither an id nor a link of its own, so its feed knows it by title and date.",
            ("identity", "canonical-of-page") => "A page of another address names this article's address as its own: both are one article.",
            ("copy", _) =>
                string.Create(Invariant, $"Its text is that of {other}: {decision.Score:P0} of the shorter one's word triples are in both, and "
                    + $"{decision.Threshold:P0} is enough."),
            ("story", "copy") => "As a copy it stands in the story of its original.",
            ("story", "join" or "join-roundup") => string.Create(Invariant, $"It is like the story {other}: {decision.Score:0.00}, and {decision.Threshold:0.00} is enough."),
            ("story", "merge") =>
                string.Create(Invariant, $"It is like the story {other} ({decision.Score:0.00}, and {decision.Threshold:0.00} is enough) and shows that it and other "
                    + $"stories are one."),
            ("story", _) when decision.Score is not null =>
                string.Create(Invariant, $"It opened a story: the likest one so far, {other}, reaches {decision.Score:0.00} of the {decision.Threshold:0.00} that it "
                    + $"would take."),
            ("story", _) => "It opened a story: nothing recent is like it.",
            ("correction", "split") => "A person told its story apart from another.",
            ("correction", _) => "A person said that its story and another are one.",
            _ => $"Decided by the rule {decision.Rule}.",
        };
    }
}
