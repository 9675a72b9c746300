using Aggregator.Model;

namespace Aggregator.Stories.Copies;

/// <summary>Texts of made-up words, of which so many are shared that a threshold is just met or just missed.</summary>
public class CopyIndexThresholdTests
{
    private static readonly CopyOptions Loose = new() { Threshold = 0.1, SureThreshold = 0.1, ShortThreshold = 0.1 };

    [Theory]
    [InlineData(0.5, true)]
    [InlineData(0.51, false)]
    public void A_threshold_is_met_by_the_same_share(double threshold, bool isCopy)
    {
        var match = Find(new() { Threshold = threshold, SureThreshold = 0.1 }, Text(0, 42), Text(0, 22) + " " + Text(500, 20));
        Assert.Equal(isCopy, match is not null);
        if (match is not null)
            Assert.Equal((0.5, threshold), (match.Score, match.Why.Threshold));
    }

    [Theory]
    [InlineData(12, 0.9)]
    [InlineData(11, 0.3)]
    public void Texts_of_fewer_triples_are_short(int shortText, double threshold)
    {
        var options = new CopyOptions { ShortText = shortText + 1, ShortThreshold = 0.9, Threshold = 0.3 };
        Assert.Equal(threshold, Find(options, Text(0, 14), Text(0, 14))!.Why.Threshold);
    }

    [Theory]
    [InlineData(7, true)]
    [InlineData(6, false)]
    public void Texts_of_fewer_than_five_triples_are_never_copies(int words, bool isCopy) =>
        Assert.Equal(isCopy, Find(Loose, Text(0, words), Text(0, words)) is not null);

    [Fact]
    public void A_copy_of_the_family_vouches_from_the_sure_share_on()
    {
        // the third text has 60 of 100 words of the second and none of the first
        string first = Text(0, 102), second = Text(0, 52) + " " + Text(200, 50), third = Text(200, 50) + " " + Text(400, 30);
        var share = 48.0 / 78;
        Assert.Equal(1, Third(new() { SureThreshold = share, Threshold = 0.45 })?.Original);
        Assert.Null(Third(new() { SureThreshold = share + 0.001, Threshold = 0.45 }));

        CopyMatch? Third(CopyOptions options)
        {
            var index = new CopyIndex(options);
            index.Add(Article(1, first));
            Assert.Equal(1, index.Find(Article(2, second))?.Original);
            index.Add(Article(2, second));
            return index.Find(Article(3, third));
        }
    }

    [Fact]
    public void Below_the_sure_share_all_of_the_family_must_agree()
    {
        var index = new CopyIndex(new() { SureThreshold = 0.99 });
        index.Add(Article(1, Text(0, 100)));
        index.Add(Article(2, Text(0, 80) + " " + Text(300, 20)));
        Assert.Equal(1, index.Find(Article(3, Text(0, 70) + " " + Text(600, 30)))?.Original);
    }

    [Fact]
    public void The_best_of_several_candidates_is_named()
    {
        var index = new CopyIndex();
        index.Add(Article(1, Text(0, 60) + " " + Text(300, 60)));
        index.Add(Article(2, Text(60, 120)));
        var match = index.Find(Article(3, Text(60, 120) + " " + Text(0, 20)));
        Assert.Equal((2, 2L, 1.0), (match!.Original, match.Why.Other, match.Score));
    }

    [Fact]
    public void Of_equal_candidates_the_earlier_one_is_named()
    {
        var index = new CopyIndex();
        index.Restore(9, default, CopyPrint.Of(Text(0, 60)), copyOf: null);
        index.Restore(4, default, CopyPrint.Of(Text(0, 60)), copyOf: null);
        Assert.Equal(4, index.Find(Article(10, Text(0, 60)))?.Original);
    }

    [Theory]
    [InlineData(3, true)]
    [InlineData(4, false)]
    public void A_fingerprint_that_too_many_texts_have_finds_nobody(int texts, bool found)
    {
        var index = new CopyIndex(new() { MaxPostings = 3 });
        for (var i = 1; i <= texts; i++)
            index.Restore(i, default, CopyPrint.Of(Text(0, 60)), copyOf: null);
        Assert.Equal(found, index.Find(Article(99, Text(0, 60))) is not null);
    }

    [Fact]
    public void Only_the_best_candidates_are_compared()
    {
        var index = new CopyIndex(new() { MaxCandidates = 1 });
        index.Restore(1, default, CopyPrint.Of(Text(0, 30) + " " + Text(300, 30)), copyOf: null);
        index.Restore(2, default, CopyPrint.Of(Text(0, 60)), copyOf: null);
        Assert.Equal(2, index.Find(Article(3, Text(0, 60)))?.Original);
    }

    [Fact]
    public void What_happened_between_finding_and_adding_counts()
    {
        var index = new CopyIndex();
        var article = Article(2, Text(0, 60));
        Assert.Null(index.Find(article));
        index.Restore(1, default, CopyPrint.Of(Text(0, 60)), copyOf: null);
        index.Add(article);
        Assert.Equal(1, index.Find(Article(3, Text(0, 60)))?.Original);
        index.Forget(DateTimeOffset.MinValue.AddTicks(1));
        Assert.Equal(1, index.Find(Article(3, Text(0, 60)))?.Original);
    }

    [Fact]
    public void A_place_that_was_forgotten_is_used_again_and_old_texts_stay_away()
    {
        var index = new CopyIndex();
        for (var i = 0; i < 130; i++)
            index.Add(Article(i + 1, Text(i * 100, 16), day: i));
        index.Forget(Article(0, "", day: 65).Published);
        Assert.Equal(65, index.Count);
        Assert.Null(index.Find(Article(999, Text(64 * 100, 16))));
        Assert.Equal(66, index.Find(Article(999, Text(65 * 100, 16)))?.Original);
        for (var i = 130; i < 200; i++)
            index.Add(Article(i + 1, Text(i * 100, 16), day: i));
        Assert.Equal(135, index.Count);
        Assert.Equal(151, index.Find(Article(999, Text(150 * 100, 16)))?.Original);
    }

    [Fact]
    public void A_copy_goes_on_naming_an_original_that_is_forgotten_and_a_new_family_begins_with_the_last_copy()
    {
        var index = new CopyIndex();
        index.Add(Article(1, Text(0, 60), day: 0));
        index.Add(Article(2, Text(0, 60), day: 5));
        index.Forget(Article(0, "", day: 3).Published);
        Assert.Equal(1, index.Find(Article(3, Text(0, 60)))?.Original);
        index.Forget(Article(0, "", day: 6).Published);
        Assert.Null(index.Find(Article(3, Text(0, 60))));
        index.Add(Article(3, Text(0, 60), day: 7));
        Assert.Equal(3, index.Find(Article(4, Text(0, 60)))?.Original);
    }

    [Fact]
    public void A_text_without_triples_holds_nothing() => Assert.Equal((0, 0.5), (new CopyComparison(0, 0).Containment, new CopyComparison(3, 6).Containment));

    private static CopyMatch? Find(CopyOptions options, string first, string second)
    {
        var index = new CopyIndex(options);
        index.Add(Article(1, first));
        return index.Find(Article(2, second));
    }

    /// <summary>Words that no other start has, in lower case, so that none is a name or a number.</summary>
    private static string Text(int from, int count) => string.Join(' ', Enumerable.Range(from, count).Select(Word));

    private static string Word(int i) => $"{(char)('b' + (i % 23))}{(char)('b' + (i / 23 % 23))}{(char)('b' + (i / 529 % 23))}{(char)('b' + (i / 12167 % 23))}ak";

    private static ArticleText Article(long id, string text, int day = 0) => new()
    {
        Id = id,
        Outlet = "outlet.example",
        Title = "Headline",
        Text = text,
        Published = new DateTimeOffset(2026, 5, 1, 0, 0, 0, TimeSpan.Zero).AddDays(day),
    };
}
