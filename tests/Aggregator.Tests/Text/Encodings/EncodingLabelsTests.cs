namespace Aggregator.Text.Encodings;

public class EncodingLabelsTests
{
    public static TheoryData<string> Labels() => [.. EmbeddedFile.Lines("Text.Encodings.labels.txt")
        .SelectMany(line => string.Join(' ', line.Split(':', 2)).Split(' ', StringSplitOptions.RemoveEmptyEntries))];

    [Theory]
    [MemberData(nameof(Labels))]
    public void Knows_every_label_of_the_table(string label) => Assert.NotNull(EncodingLabels.Find(label.ToUpperInvariant()));

    [Theory]
    [InlineData("latin1", "windows-1252")]
    [InlineData(" \"ISO-8859-1\";", "windows-1252")]
    [InlineData("iso_8859-5:1988", "iso-8859-5")]
    [InlineData("x-gbk", "gb18030")]
    [InlineData("x-sjis", "shift_jis")]
    [InlineData("ks_c_5601-1987", "euc-kr")]
    [InlineData("cp1256", "windows-1256")]
    [InlineData("utf8mb4", "utf-8")]
    [InlineData("IBM037", "ibm037")]
    [InlineData("utf-7", null)]
    [InlineData("made-up", null)]
    [InlineData("", null)]
    public void Reads_a_label_as_the_web_does(string label, string? name) => Assert.Equal(name, EncodingLabels.Find(label)?.WebName, ignoreCase: true);
}
