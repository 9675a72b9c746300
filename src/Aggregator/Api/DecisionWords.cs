using System.Globalization;
using Aggregator.Model;

namespace Aggregator.Api;

/// <summary>Says a stored decision in one sentence.</summary>
internal static class DecisionWords
{
    public static string Of(Decision decision, string? otherTitle)
    {
        var other = otherTitle is null ? "another" : $"“{otherTitle}”";
        var (score, needed) = (In("0.00", decision.Score), In("0.00", decision.Threshold));
        return (decision.Kind, decision.Rule) switch
        {
            ("identity", "guid") => "Its feed knows it by its id; all feeds know it by its address, where it has one of its own.",
            ("identity", "link") => "Its feed gives no id that can be trusted and knows it by its link; all feeds know it by its address.",
            ("identity", "content") => "It has neither an id nor a link of its own, so its feed knows it by title and date.",
            ("identity", "canonical-of-page") => "A page of another address names this article's address as its own: both are one article.",
            ("copy", _) =>
                $"Its text is that of {other}: {In("P0", decision.Score)} of the shorter one's word triples are in both, and "
                + $"{In("P0", decision.Threshold)} is enough.",
            ("story", "copy") => "As a copy it stands in the story of its original.",
            ("story", "join" or "join-roundup") => $"It is like the story {other}: {score}, and {needed} is enough.",
            ("story", "merge") => $"It is like the story {other} ({score}, and {needed} is enough) and shows that it and other stories are one.",
            ("story", _) when decision.Score is not null =>
                $"It opened a story: the likest one so far, {other}, reaches {score} of the {needed} that it would take.",
            ("story", _) => "It opened a story: nothing recent is like it.",
            ("correction", "split") => "A person told its story apart from another.",
            ("correction", _) => "A person said that its story and another are one.",
            _ => $"Decided by the rule {decision.Rule}.",
        };
    }

    private static string In(string format, double? number) => number?.ToString(format, CultureInfo.InvariantCulture) ?? "";
}
