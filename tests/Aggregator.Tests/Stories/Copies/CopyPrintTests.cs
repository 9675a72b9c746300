namespace Aggregator.Stories.Copies;

public class CopyPrintTests
{
    [Fact]
    public void What_is_written_is_read_again()
    {
        var print = CopyPrint.Of("Red boats sail north while 400 gold hills rise from deep water");
        var bytes = new byte[print.Size + 3];
        Assert.Equal(print.Size, print.Write(bytes));
        Assert.Equal(print.Codes, CopyPrint.Read(bytes).Codes);
        Assert.Equal([0, 0, 0], bytes[print.Size..]);
        Assert.Throws<ArgumentOutOfRangeException>(() => CopyPrint.Read(bytes.AsSpan(0, print.Size - 1)));
    }

    [Fact]
    public void A_text_without_words_is_two_bytes() => Assert.Equal(2, CopyPrint.Of("").Size);

    [Fact]
    public void A_law_is_known_by_its_beginning()
    {
        var words = Enumerable.Range(0, 3001).Select(i => $"{(char)('b' + (i % 20))}{(char)('b' + (i / 20 % 20))}{(char)('b' + (i / 400))}ak").ToList();
        var codes = CopyPrint.Of(string.Join(' ', words)).Codes;
        Assert.Equal(3000, codes.Length);
        Assert.Equal(codes[..2], CopyPrint.Of($"{words[0]} {words[1]}").Codes);
    }
}
