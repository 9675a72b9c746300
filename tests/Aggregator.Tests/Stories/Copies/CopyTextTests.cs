namespace Aggregator.Stories.Copies;

public class CopyTextTests
{
    [Theory]
    [InlineData("red boats sail", 1)]
    [InlineData("red boats", 0)]
    [InlineData("", 0)]
    [InlineData("red boats sail red boats sail red", 3)]
    public void Different_triples_are_counted_once(string text, int count) => Assert.Equal(count, Text(1, text).DistinctTriples);

    [Fact]
    public void A_family_is_kept_in_the_order_of_ids()
    {
        var family = new CopyFamily(1);
        foreach (var id in new[] { 3, 1, 2, 5, 4 })
            family.Add(Text(id, ""));
        Assert.Equal([1, 2, 3, 4, 5], family.Members.Select(m => m.Id));
    }

    [Fact]
    public void A_set_of_triples_is_compared_with_several_texts_one_after_the_other()
    {
        var set = new TripleSet();
        set.Fill(CopyText.Triples(Codes("red boats sail north red boats sail south")));
        Assert.Equal(5, set.Count);
        Assert.Equal(new CopyComparison(2, 2), set.Compare(Text(1, "red boats sail north")));
        Assert.Equal(new CopyComparison(1, 3), set.Compare(Text(2, "red boats sail east red")));
        Assert.Equal(new CopyComparison(1, 5), set.Compare(Text(3, "red boats sail red boats sail east grey hills rise")));
        Assert.Equal(new CopyComparison(2, 2), set.Compare(Text(1, "red boats sail north")));
        set.Fill(CopyText.Triples(Codes("gold hills rise")));
        Assert.Equal(new CopyComparison(0, 1), set.Compare(Text(1, "red boats sail north")));
        Assert.Equal(new CopyComparison(1, 1), set.Compare(Text(1, "now gold hills rise")));
    }

    [Fact]
    public void Many_triples_are_all_found_again()
    {
        var triples = Enumerable.Range(0, 3000).Select(i => (uint)(i * 64)).ToArray();
        var set = new TripleSet();
        set.Fill(triples);
        Assert.Equal(3000, set.Count);
        set.Fill(triples.AsSpan(0, 8));
        Assert.Equal(8, set.Count);
    }

    private static CopyText Text(long id, string text) => new(id, default, Codes(text), new CopyFamily(id));

    private static ushort[] Codes(string text) => [.. CopyWords.Of(text).Select(word => word.Code)];
}
