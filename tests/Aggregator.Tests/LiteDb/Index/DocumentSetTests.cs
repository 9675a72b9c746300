namespace Aggregator.LiteDb.Index;

public class DocumentSetTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(200)]
    public void The_complement_holds_all_others_and_none_beyond(int count)
    {
        DocumentSet set = new(count);
        for (var document = 0; document < count; document += 3)
            set.Add(document);

        set.Invert();

        Assert.Equal(Enumerable.Range(0, count).Where(document => document % 3 != 0).Reverse(), All(set));
    }

    [Fact]
    public void Sets_meet_and_join()
    {
        DocumentSet even = new(100), third = new(100), either = new(100);
        for (var document = 0; document < 100; document++)
        {
            if (document % 2 == 0)
                even.Add(document);
            if (document % 3 == 0)
                third.Add(document);
        }

        either.UnionWith(even);
        either.UnionWith(third);
        even.IntersectWith(third);

        Assert.Equal(Enumerable.Range(0, 100).Where(document => document % 6 == 0).Reverse(), All(even));
        Assert.Equal(Enumerable.Range(0, 100).Where(document => document % 2 == 0 || document % 3 == 0).Reverse(), All(either));
        even.IntersectWith(new DocumentSet(100));
        Assert.True(even.IsEmpty);
    }

    private static List<int> All(DocumentSet set)
    {
        List<int> all = [];
        foreach (var document in set)
            all.Add(document);
        return all;
    }
}
