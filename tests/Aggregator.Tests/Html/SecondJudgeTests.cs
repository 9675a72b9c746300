using AngleSharp.Html.Parser;
using FsCheck;
using FsCheck.Fluent;
using Ganss.Xss;

namespace Aggregator.Html;

/// <summary>
/// The package HtmlSanitizer judges what ours lets through, by the same lists of elements, attributes and schemes: whatever it would still take away may be
/// a hole in ours.
/// </summary>
public class SecondJudgeTests
{
    private static readonly Ganss.Xss.HtmlSanitizer Judge = new(new HtmlSanitizerOptions
    {
        AllowedTags = new HashSet<string>(HtmlSanitizerTests.Allowed, StringComparer.OrdinalIgnoreCase),
        AllowedAttributes = new HashSet<string>(HtmlSanitizerTests.AllowedAttributes, StringComparer.OrdinalIgnoreCase),
        // It knows schemes only; which data a picture may be made of, the other tests check.
        AllowedSchemes = new HashSet<string>(["http", "https", "mailto", "data"], StringComparer.OrdinalIgnoreCase),
        UriAttributes = new HashSet<string>(["href", "src"], StringComparer.OrdinalIgnoreCase),
    });

    private static readonly Uri Base = new("https://news.example/2024/story.html");

    public static TheoryData<string> Vectors() => SanitizerVectors.All();

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Finds_nothing_to_remove_behind_an_attack(string vector)
    {
        Assert.Null(Objection(HtmlSanitizer.Sanitize(vector, Base)));
        Assert.Null(Objection(HtmlSanitizer.Sanitize(vector, null)));
    }

    [Fact]
    public void Finds_nothing_to_remove_in_random_markup() =>
        Prop.ForAll(RandomMarkup.Documents, IsLeftAlone).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000).WithEndSize(60));

    [Theory]
    [InlineData("<p onclick=\"x()\">a</p>")]
    [InlineData("<a href=\"javascript:x()\">a</a>")]
    [InlineData("<p>a<script>x()</script></p>")]
    public void Would_object_to_a_hole(string html) => Assert.NotNull(Objection(html));

    private static bool IsLeftAlone(string html) =>
        Objection(HtmlSanitizer.Sanitize(html, Base)) is { } objection ? throw new InvalidOperationException($"{html}\n{objection}") : true;

    /// <summary>Null where the judge leaves every element, attribute, address and text as it is.</summary>
    private static string? Objection(string html)
    {
        var judged = Judge.Sanitize(html);
        return Tree(judged) == Tree(html) ? null : $"ours:   {html}\njudged: {judged}";
    }

    private static string Tree(string html) => new HtmlParser().ParseDocument("<!doctype html><body>" + html).Body!.InnerHtml;
}
