namespace Aggregator.LiteDb.Index;

public class ChunkTests
{
    [Fact]
    public void What_was_written_is_read_back_word_by_word()
    {
        Random random = new(1);
        var words = Enumerable.Range(0, 3000).Select(i => i % 7 == 0 ? $"wörter{i}" : $"word{i}").Order(StringComparer.Ordinal).ToDictionary(word => word, _ => Entries(random));
        Dictionary<int, byte[]> chunks = [];
        ChunkWriter writer = new((chunk, data) => chunks.Add(chunk, data));
        foreach ((var word, var entries) in words)
            writer.Add(word, entries);
        var firstWords = writer.End();

        Assert.InRange(chunks.Count, 2, 3000);
        Assert.Equal(chunks.Count, firstWords.Length);
        Assert.Equal(words.Keys, chunks.OrderBy(chunk => chunk.Key).SelectMany(chunk => ChunkReader.All(chunk.Value)).Select(pair => pair.Word));
        foreach ((var word, var entries) in words)
        {
            var chunk = firstWords.Count(first => string.CompareOrdinal(first, word) <= 0) - 1;
            Assert.Equal(entries, ChunkReader.Find(chunks[chunk], word)!.Entries());
        }
    }

    [Fact]
    public void A_word_that_is_not_there_is_not_found()
    {
        byte[] chunk = [];
        ChunkWriter writer = new((_, data) => chunk = data);
        writer.Add("battery", [WordPositions.Entry(3, WordPositions.Position(IndexColumn.Title, 0))]);
        writer.End();

        Assert.Null(ChunkReader.Find(chunk, "batter"));
        Assert.Null(ChunkReader.Find(chunk, "cell"));
        Assert.Equal([3], ChunkReader.Find(chunk, "battery")!.Documents);
    }

    private static List<long> Entries(Random random) => [.. Enumerable.Range(0, random.Next(1, 40))
        .Select(_ => WordPositions.Entry(random.Next(4096), WordPositions.Position((IndexColumn)random.Next(3), random.Next(100_000))))
        .Distinct()
        .Order()];
}
