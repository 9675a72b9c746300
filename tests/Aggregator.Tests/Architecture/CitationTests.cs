using System.Globalization;
using System.Text.RegularExpressions;

namespace Aggregator.Architecture;

/// <summary>What the code refers to can be read in a clone of the repository.</summary>
public sealed partial class CitationTests
{
    [Fact]
    public void Every_rule_and_fault_that_is_cited_stands_on_the_page_of_fetching()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "src/Aggregator/Docs/fetching.md"));
        var rules = StatedRule().Matches(page).Select(rule => rule.Groups[1].Value).ToHashSet();
        var texts = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*.cs", SearchOption.AllDirectories))
            .Select(File.ReadAllText).ToList();

        var cited = texts.SelectMany(text => CitedRules().Matches(text)).SelectMany(rules => Number().Matches(rules.Groups[1].Value)).Select(n => n.Value).ToHashSet();
        var faults = texts.SelectMany(text => CitedFault().Matches(text)).Select(fault => fault.Groups[1].Value).ToHashSet();

        Assert.Equal(Enumerable.Range(1, 27).Select(n => n.ToString(CultureInfo.InvariantCulture)).ToHashSet(), rules);
        Assert.NotEmpty(cited);
        Assert.NotEmpty(faults);
        Assert.Subset(rules, cited);
        Assert.All(faults, fault => Assert.Contains($"`{fault}`", page, StringComparison.Ordinal));
    }

    [GeneratedRegex(@"^\* \*\*Rule (\d+): ", RegexOptions.Multiline)]
    private static partial Regex StatedRule();

    [GeneratedRegex(@"fetching\.md rules? (\d+(?:(?:, |–| and )\d+)*)")]
    private static partial Regex CitedRules();

    [GeneratedRegex(@"fetching\.md (/[a-z]/[a-z0-9-]+)")]
    private static partial Regex CitedFault();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Number();
}
