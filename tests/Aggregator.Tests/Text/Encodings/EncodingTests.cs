using System.Text;
using Aggregator.Feeds;
using Aggregator.Model;

namespace Aggregator.Text.Encodings;

public class EncodingTests
{
    [Fact]
    public void Does_not_break_on_an_encoding_that_is_known_but_refused() =>
        Assert.Equal("T", Read.Feed(Read.Rss("<title>T</title>"), new FeedContext(Read.Url, "text/xml; charset=utf-7")).Title);

    private const string Russian = "Новый электромобиль прошёл испытания на севере страны и показал хороший запас хода";

    static EncodingTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public void Believes_the_byte_order_mark_before_all_else(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        var bytes = encoding.GetPreamble().Concat(encoding.GetBytes(Titled("Größe €", "koi8-r"))).ToArray();

        Assert.Equal("Größe €", Read.Feed(bytes, new FeedContext(ContentType: "text/xml; charset=koi8-r")).Title);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public void Sees_wide_characters_without_a_mark(string name) =>
        Assert.Equal("Größe", Read.Feed(Encoding.GetEncoding(name).GetBytes(Titled("Größe", name))).Title);

    [Theory]
    [InlineData("text/xml; charset=windows-1251", "koi8-r")]
    [InlineData("text/xml;charset=\"windows-1251\"", null)]
    [InlineData("TEXT/XML; Charset='CP1251'; q=1", "utf-8")]
    public void Believes_the_header_before_the_declaration(string contentType, string? declared) =>
        Assert.Equal(Russian, Read.Feed(Encoding.GetEncoding("windows-1251").GetBytes(Titled(Russian, declared)), new FeedContext(ContentType: contentType)).Title);

    [Theory]
    [InlineData("koi8-r", "koi8-r", Russian)]
    [InlineData("iso-8859-1", "windows-1252", "“Größe” – €")]
    [InlineData("gb2312", "gb18030", "新能源汽车")]
    [InlineData("Shift_JIS", "shift_jis", "電気自動車")]
    [InlineData("euc-kr", "euc-kr", "전기차")]
    [InlineData("ebcdic-cp-us", "ibm037", "Electric")]
    public void Believes_the_declaration(string declared, string written, string title) =>
        Assert.Equal(title, Read.Feed(Encoding.GetEncoding(written).GetBytes(Titled(title, declared))).Title);

    [Fact]
    public void Never_reads_utf7()
    {
        var feed = Read.Feed(Read.Rss("<item><title>+ADw-script+AD4-</title></item>").Replace("encoding=\"utf-8\"", "encoding=\"utf-7\"", StringComparison.Ordinal));
        Assert.Equal("+ADw-script+AD4-", feed.Entries[0].Title);
    }

    [Fact]
    public void Takes_valid_utf8_for_utf8_whatever_the_label_says()
    {
        var feed = Read.Feed(Encoding.UTF8.GetBytes(Titled("Größe", "iso-8859-1")), new FeedContext(ContentType: "text/xml; charset=us-ascii"));

        Assert.Equal("Größe", feed.Title);
        Assert.Contains("wrong-encoding", Read.Codes(feed));
    }

    [Fact]
    public void Passes_over_a_label_that_means_nothing()
    {
        var feed = Read.Feed(Encoding.UTF8.GetBytes(Titled("Größe", "made-up-8")));

        Assert.Equal("Größe", feed.Title);
        Assert.Contains("unknown-encoding", Read.Codes(feed));
    }

    [Theory]
    [InlineData("windows-1251", Russian)]
    [InlineData("koi8-r", Russian)]
    [InlineData("windows-1253", "Το νέο ηλεκτρικό αυτοκίνητο είναι εδώ και κοστίζει λιγότερο από το προηγούμενο")]
    [InlineData("windows-1250", "Nowy samochód elektryczny przejechał całą trasę, a kierowcy są zadowoleni z jego zasięgu i ładowania")]
    [InlineData("windows-1252", "Une nouvelle étude révèle où les conducteurs préfèrent charger: à l’hôtel, près d’un café, à côté de la forêt")]
    [InlineData("shift_jis", "新しい電気自動車は、一回の充電で長く走ることができるようになりました")]
    [InlineData("euc-jp", "新しい電気自動車は、一回の充電で長く走ることができるようになりました")]
    [InlineData("gb18030", "我们的新能源汽车是在这里生产的，他说这个国家的电动车发展得不错")]
    [InlineData("big5", "我們的新能源汽車是在這裡生產的，他說這個國家的電動車發展得不錯")]
    [InlineData("euc-kr", "새로운 전기차는 한 번의 충전으로 더 멀리 갈 수 있다고 회사는 말했다")]
    public void Tells_undeclared_encodings_apart(string written, string title)
    {
        var feed = Read.Feed(Encoding.GetEncoding(written).GetBytes(Titled(title, null)));

        Assert.Equal(title, feed.Title);
        Assert.Contains("wrong-encoding", Read.Codes(feed));
    }

    [Fact]
    public void Reads_a_lone_byte_in_utf8_as_windows_1252_and_a_broken_sequence_as_damage()
    {
        byte[] bytes = [.. "<rss><channel><title>Zürich, Köln, Łódź, Málaga, Århus: caf"u8, 0xE9, .. " and "u8, 0xE2, 0x80, .. " end</title></channel></rss>"u8];

        Assert.Equal("Zürich, Köln, Łódź, Málaga, Århus: café and \uFFFD end", Read.Feed(bytes).Title);
    }

    [Theory]
    [InlineData("\n\r\n \t")]
    [InlineData("\uFEFF\uFEFF\n")]
    [InlineData("\0\0")]
    public void Skips_what_is_invisible_before_the_document(string before)
    {
        var feed = Read.Feed(before + Titled("T", "utf-8"));

        Assert.Equal("T", feed.Title);
        Assert.Equal(FeedReadPath.Strict, feed.Path);
        Assert.Equal(["leading-white-space"], Read.Codes(feed));
    }

    [Fact]
    public void Reads_one_character_at_a_time_as_well_as_many()
    {
        using var reader = new ByteTextReader(Encoding.UTF8.GetBytes("aß🚗z"), Encoding.UTF8);
        var text = new StringBuilder();
        Assert.Equal('a', reader.Peek());
        for (var c = reader.Read(); c >= 0; c = reader.Read())
            text.Append((char)c);

        Assert.Equal("aß🚗z", text.ToString());
    }

    private static string Titled(string title, string? encoding) =>
        (encoding is null ? "" : $"<?xml version=\"1.0\" encoding=\"{encoding}\"?>") + $"<rss version=\"2.0\"><channel><title>{title}</title></channel></rss>";
}
