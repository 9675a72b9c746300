using Aggregator.Model;

namespace Aggregator.Stories.Copies;

public class CopyIndexTests
{
    private const string Wire = """
        Norvik Motors will build a second battery plant near the harbour of Lindesund, the company announced on Tuesday after months of talks with the regional government.
        The plant is to make cells for 400,000 small electric cars a year and to employ 2,300 people once the last of its four halls opens in 2031.
        Local fishermen had fought the plan in court because warm cooling water would have flowed into the fjord where cod spawn in early spring.
        Norvik now promises a closed cooling circuit and a fund of 90 million crowns for the restoration of old spawning grounds along the coast.
        Chief executive Marit Solheim called the agreement a model for heavy industry in sensitive landscapes and thanked the mayor for her patience.
        Analysts at Hallgren Bank doubt that the schedule can be kept, as the grid operator must first lay a second cable across the mountains.
        """;

    private const string OtherReport = """
        Fishermen along the Lindesund coast have dropped their lawsuit against Norvik Motors, clearing the way for the carmaker's second battery plant.
        They were won over by a closed cooling system that keeps warm water out of the fjord, said their lawyer Odd Berge on Tuesday.
        For the town it is the largest investment since the shipyard closed a generation ago, and house prices have begun to rise already.
        Whether trains can carry that many workers from the valley every morning is an open question, transport planners admitted.
        Marit Solheim, who leads Norvik, travelled to the town hall in person to sign the papers while a brass band played outside.
        """;

    private static readonly string[] Paragraphs = Wire.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    [Fact]
    public void A_reprint_is_a_copy_of_the_first()
    {
        var match = Match(Wire, Wire);
        Assert.NotNull(match);
        Assert.Equal(1, match.Original);
        Assert.Equal(1.0, match.Score);
    }

    [Theory]
    [InlineData("cut to the first half")]
    [InlineData("last half only")]
    [InlineData("agency lead")]
    [InlineData("boilerplate around")]
    [InlineData("paragraphs swapped")]
    [InlineData("a teaser")]
    [InlineData("function words changed")]
    [InlineData("British spelling and short numbers")]
    public void Edited_copies_are_found_in_both_orders(string edit)
    {
        var edited = Edit(edit);
        Assert.Equal(1, Match(Wire, edited)?.Original);
        Assert.Equal(1, Match(edited, Wire)?.Original);
    }

    [Fact]
    public void Another_outlets_own_report_is_no_copy() => Assert.Null(Match(Wire, OtherReport));

    [Theory]
    [InlineData("The average price of diesel in {0} fell by {1} cents to {2} crowns a litre this week, according to a survey of {3} filling stations. The cheapest station charged {4} crowns, the dearest {5}. Drivers should compare prices before they set out, the motoring club says, as differences between neighbouring towns stay large throughout the summer season.")]
    [InlineData("{0} reported quarterly revenue of {1} million crowns, against expectations of {2} million. Earnings per share came in at {3} crowns, the company said in a statement, compared with {4} crowns in the same quarter of last year. Shares moved {5} percent in early trading. The management board confirmed its outlook for the full year and will present details at a conference for analysts.")]
    [InlineData("Welcome to our live coverage of the {0} event. The keynote starts at {1} o'clock and runs for {2} minutes. We expect {3} announcements and a price near {4} crowns. Our team of {5} reporters is in the hall. Refresh this page often for the latest pictures and analysis, and tell us in the comments what you hope to see on stage today.")]
    public void Fillings_of_one_template_are_no_copies(string template)
    {
        var a = string.Format(null, template, "Lindesund", 12, 19.4, 810, 18.2, 21.7);
        var b = string.Format(null, template, "Marvika", 31, 17.9, 655, 16.8, 20.3);
        Assert.Null(Match(a, b));
        Assert.Equal(1, Match(a, "LINDESUND (NTB) – " + a + "\nSubscribe to our newsletter.")?.Original);
    }

    [Fact]
    public void The_reason_quotes_what_is_shared()
    {
        var why = Match(Wire, Edit("agency lead"))!.Why;
        Assert.Equal(("copy", "containment", 1L), (why.Kind, why.Rule, why.Other!.Value));
        Assert.Equal(0.5, why.Threshold);
        Assert.Contains("will build a second battery plant", why.Evidence[0]);
        Assert.Contains("word triples are shared", why.Evidence[1]);
        Assert.Contains("0 differ", why.Evidence[2]);
        Assert.All(why.Evidence, e => Assert.True(e.Length < 300));
    }

    [Fact]
    public void Copies_of_copies_name_the_first_article()
    {
        var index = new CopyIndex();
        index.Add(Article(1, Wire));
        index.Add(Article(2, Edit("agency lead")));
        Assert.Equal(1, index.Find(Article(3, Edit("boilerplate around")))?.Original);
    }

    [Fact]
    public void A_chain_of_half_copies_does_not_reach_another_article()
    {
        var other = OtherReport.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        string[] mixed = [.. Paragraphs[..3], .. other[2..]];
        var index = new CopyIndex();
        index.Add(Article(1, Wire));
        index.Add(Article(2, string.Join('\n', mixed)));
        Assert.Null(index.Find(Article(3, string.Join('\n', other)))?.Original is 1 ? "joined" : null);
    }

    [Fact]
    public void An_earlier_date_does_not_dethrone_the_first_seen()
    {
        var index = new CopyIndex();
        index.Add(Article(1, Wire));
        Assert.Equal(1, index.Find(Article(2, Wire, day: -3))?.Original);
    }

    [Fact]
    public void An_article_is_no_copy_of_itself()
    {
        var index = new CopyIndex();
        index.Add(Article(1, Wire));
        Assert.Null(index.Find(Article(1, Wire)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Norvik builds plant.")]
    public void Texts_that_say_too_little_are_never_copies(string text) => Assert.Null(Match(text, text));

    [Fact]
    public void What_is_older_than_the_window_is_forgotten()
    {
        var index = new CopyIndex();
        for (var i = 0; i < 10; i++)
            index.Add(Article(i + 1, $"{Wire} number {i}", day: i));
        index.Forget(Article(0, "", day: 8).Published);
        Assert.Equal(2, index.Count);
        Assert.NotNull(index.Find(Article(99, Wire)));
        index.Forget(Article(0, "", day: 20).Published);
        Assert.Equal(0, index.Count);
        Assert.Null(index.Find(Article(99, Wire)));
    }

    [Fact]
    public void A_restored_index_answers_as_the_old_one_did()
    {
        var index = new CopyIndex();
        index.Restore(5, Article(5, "").Published, CopyPrint.Of(Edit("agency lead")), copyOf: 3);
        index.Restore(6, Article(6, "").Published, CopyPrint.Of(OtherReport), copyOf: null);
        Assert.Equal(3, index.Find(Article(7, Wire))?.Original);
        Assert.Equal(6, index.Find(Article(8, OtherReport))?.Original);
    }

    [Fact]
    public void Boilerplate_that_everyone_has_joins_nobody()
    {
        const string Boilerplate = "Subscribe to our newsletter and support independent local journalism in your community with a small monthly gift. Read our privacy notice and terms of use before you register an account with us.";
        var index = new CopyIndex();
        for (var i = 1; i <= 200; i++)
            index.Add(Article(i, $"{Filler(i)}\n{Boilerplate}"));
        Assert.Null(index.Find(Article(999, $"{Filler(999)}\n{Boilerplate}")));
        Assert.Equal(77, index.Find(Article(1000, Filler(77)))?.Original);
    }

    [Fact]
    public void Scripts_without_spaces_are_compared_too()
    {
        const string Text = "特斯拉首席执行官周五访问北京并会见政府官员讨论自动驾驶技术的推广以及上海工厂的扩建计划，分析人士认为此举将推动电动汽车市场的进一步发展和合作。";
        Assert.Equal(1, Match(Text, "据新华社报道，" + Text)?.Original);
    }

    private static CopyMatch? Match(string first, string second)
    {
        var index = new CopyIndex();
        index.Add(Article(1, first));
        return index.Find(Article(2, second));
    }

    /// <summary>Texts of made-up words that differ throughout.</summary>
    private static string Filler(int seed) => string.Join(' ', Enumerable.Range(0, 120).Select(i => $"w{(seed * 7919 + i * i * 31) % 100003:x}ga"));

    private static string Edit(string edit) => edit switch
    {
        "cut to the first half" => string.Join('\n', Paragraphs[..3]),
        "last half only" => string.Join('\n', Paragraphs[3..]),
        "agency lead" => "LINDESUND (NTB) – " + Wire,
        "boilerplate around" => "Share this story with your friends.\n" + Wire + "\nSign up for our morning newsletter to get the best stories every day at six.\nWe may earn a commission from links on this page.",
        "paragraphs swapped" => string.Join('\n', [Paragraphs[0], Paragraphs[2], Paragraphs[1], Paragraphs[5], Paragraphs[3]]),
        "a teaser" => Paragraphs[0] + " The plant is to make cells for 400,000 small electric cars a year …",
        "function words changed" => Wire.Replace(" will ", " is going to ").Replace(" the ", " this ").Replace(" and ", " as well as ").Replace(" after ", " following ").Replace(" because ", " as ").Replace(" for ", " on behalf of "),
        "British spelling and short numbers" => Wire.Replace("90 million", "90mn").Replace("harbour", "harbor").Replace("400,000", "400000"),
        _ => throw new ArgumentOutOfRangeException(nameof(edit)),
    };

    private static ArticleText Article(long id, string text, int day = 0) => new()
    {
        Id = id,
        Outlet = $"outlet{id}.example",
        Title = $"Headline {id}",
        Text = text,
        Published = new DateTimeOffset(2026, 5, 1, 0, 0, 0, TimeSpan.Zero).AddDays(day),
    };
}
