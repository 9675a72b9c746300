namespace Aggregator.Stories.Copies;

public class WinnowingTests
{
    [Fact]
    public void Where_hashes_rise_each_window_has_a_smallest_of_its_own() => Assert.Equal(Run(1, 13), Picked([.. Run(1, 20)]));

    [Fact]
    public void Where_hashes_fall_each_window_ends_with_its_smallest() => Assert.Equal(Run(1, 13), Picked([.. Run(1, 20).Reverse()]));

    [Theory]
    [InlineData(13, 6)]
    [InlineData(12, 6)]
    [InlineData(7, 6)]
    [InlineData(3, 3)]
    public void A_short_text_keeps_its_smallest_hashes(int count, int picked) => Assert.Equal(Run(1, picked), Picked([.. Run(1, count)]));

    private static IEnumerable<uint> Run(int from, int count) => Enumerable.Range(from, count).Select(i => (uint)i);

    private static List<uint> Picked(uint[] triples)
    {
        var picked = new List<uint> { 99 };
        Winnowing.Pick(triples, 8, picked);
        return picked;
    }
}
