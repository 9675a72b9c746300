namespace Aggregator.Stories.Copies;

public class FingerprintTableTests
{
    [Fact]
    public void A_table_of_several_blocks_finds_what_is_left_and_takes_more_after_a_removal()
    {
        const int Texts = 33_000;
        var table = new FingerprintTable();
        for (var i = 0; i < Texts; i++)
            table.Add([(uint)i], i);
        Assert.All(Enumerable.Range(0, Texts / 100), i => Assert.Equal([i * 100], Found(table, (uint)i * 100)));

        table.Remove([.. Enumerable.Range(0, Texts).Select(i => i % 300 != 0)]);
        Assert.All(Enumerable.Range(0, Texts / 100), i => Assert.Equal(i % 3 == 0 ? [i * 100] : [], Found(table, (uint)i * 100)));

        for (var i = 0; i < 200; i++)
            table.Add([(uint)i + 1_000_000], i);
        Assert.Equal([199], Found(table, 1_000_199));
        Assert.Equal([600], Found(table, 600));
    }

    [Fact]
    public void A_full_block_can_be_emptied()
    {
        var table = new FingerprintTable();
        for (var i = 0; i < 1 << 15; i++)
            table.Add([7], i);
        table.Remove(new bool[1 << 15]);
        Assert.Equal(8, Found(table, 7).Length);
        table.Remove([.. Enumerable.Repeat(true, 1 << 15)]);
        Assert.Empty(Found(table, 7));
        table.Add([7], 3);
        Assert.Equal([3], Found(table, 7));
    }

    private static int[] Found(FingerprintTable table, uint fingerprint)
    {
        var found = new int[8];
        return found[..table.Find(fingerprint, found)];
    }
}
