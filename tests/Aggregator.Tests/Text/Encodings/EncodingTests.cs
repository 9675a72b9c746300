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

    // Encoding Standard, section 4.2, all labels of all encodings; x-user-defined is read as windows-1252, since there is no script that would want raw bytes.
    [Theory]
    [InlineData("utf-8", "unicode-1-1-utf-8 unicode11utf8 unicode20utf8 utf-8 utf8 x-unicode20utf8")]
    [InlineData("ibm866", "866 cp866 csibm866 ibm866")]
    [InlineData("iso-8859-2", "csisolatin2 iso-8859-2 iso-ir-101 iso8859-2 iso88592 iso_8859-2 iso_8859-2:1987 l2 latin2")]
    [InlineData("iso-8859-3", "csisolatin3 iso-8859-3 iso-ir-109 iso8859-3 iso88593 iso_8859-3 iso_8859-3:1988 l3 latin3")]
    [InlineData("iso-8859-4", "csisolatin4 iso-8859-4 iso-ir-110 iso8859-4 iso88594 iso_8859-4 iso_8859-4:1988 l4 latin4")]
    [InlineData("iso-8859-5", "csisolatincyrillic cyrillic iso-8859-5 iso-ir-144 iso8859-5 iso88595 iso_8859-5 iso_8859-5:1988")]
    [InlineData("iso-8859-6", "arabic asmo-708 csiso88596e csiso88596i csisolatinarabic ecma-114 iso-8859-6 iso-8859-6-e iso-8859-6-i iso-ir-127 iso8859-6 iso88596 iso_8859-6 iso_8859-6:1987")]
    [InlineData("iso-8859-7", "csisolatingreek ecma-118 elot_928 greek greek8 iso-8859-7 iso-ir-126 iso8859-7 iso88597 iso_8859-7 iso_8859-7:1987 sun_eu_greek")]
    [InlineData("iso-8859-8", "csiso88598e csisolatinhebrew hebrew iso-8859-8 iso-8859-8-e iso-ir-138 iso8859-8 iso88598 iso_8859-8 iso_8859-8:1988 visual")]
    [InlineData("iso-8859-8-i", "csiso88598i iso-8859-8-i logical")]
    [InlineData("iso-8859-10", "csisolatin6 iso-8859-10 iso-ir-157 iso8859-10 iso885910 l6 latin6")]
    [InlineData("iso-8859-13", "iso-8859-13 iso8859-13 iso885913")]
    [InlineData("iso-8859-14", "iso-8859-14 iso8859-14 iso885914")]
    [InlineData("iso-8859-15", "csisolatin9 iso-8859-15 iso8859-15 iso885915 iso_8859-15 l9")]
    [InlineData("iso-8859-16", "iso-8859-16")]
    [InlineData("koi8-r", "cskoi8r koi koi8 koi8-r koi8_r")]
    [InlineData("koi8-u", "koi8-ru koi8-u")]
    [InlineData("macintosh", "csmacintosh mac macintosh x-mac-roman")]
    [InlineData("windows-874", "dos-874 iso-8859-11 iso8859-11 iso885911 tis-620 windows-874")]
    [InlineData("windows-1250", "cp1250 windows-1250 x-cp1250")]
    [InlineData("windows-1251", "cp1251 windows-1251 x-cp1251")]
    [InlineData("windows-1252", "ansi_x3.4-1968 ascii cp1252 cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100 iso8859-1 iso88591 iso_8859-1 iso_8859-1:1987 l1 latin1 us-ascii windows-1252 x-cp1252 x-user-defined")]
    [InlineData("windows-1253", "cp1253 windows-1253 x-cp1253")]
    [InlineData("windows-1254", "cp1254 csisolatin5 iso-8859-9 iso-ir-148 iso8859-9 iso88599 iso_8859-9 iso_8859-9:1989 l5 latin5 windows-1254 x-cp1254")]
    [InlineData("windows-1255", "cp1255 windows-1255 x-cp1255")]
    [InlineData("windows-1256", "cp1256 windows-1256 x-cp1256")]
    [InlineData("windows-1257", "cp1257 windows-1257 x-cp1257")]
    [InlineData("windows-1258", "cp1258 windows-1258 x-cp1258")]
    [InlineData("x-mac-cyrillic", "x-mac-cyrillic x-mac-ukrainian")]
    [InlineData("gb18030", "chinese csgb2312 csiso58gb231280 gb2312 gb_2312 gb_2312-80 gbk iso-ir-58 x-gbk gb18030")]
    [InlineData("hz-gb-2312", "hz-gb-2312")]
    [InlineData("big5", "big5 big5-hkscs cn-big5 csbig5 x-x-big5")]
    [InlineData("euc-jp", "cseucpkdfmtjapanese euc-jp x-euc-jp")]
    [InlineData("iso-2022-jp", "csiso2022jp iso-2022-jp")]
    [InlineData("shift_jis", "csshiftjis ms932 ms_kanji shift-jis shift_jis sjis windows-31j x-sjis")]
    [InlineData("euc-kr", "cseuckr csksc56011987 euc-kr iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 windows-949")]
    [InlineData("iso-2022-kr", "csiso2022kr iso-2022-kr")]
    [InlineData("utf-16BE", "unicodefffe utf-16be")]
    [InlineData("utf-16", "csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff utf-16 utf-16le")]
    public void Knows_every_label_of_the_web(string name, string labels)
    {
        var encoding = EncodingLabels.Find(name);
        Assert.NotNull(encoding);
        Assert.All(labels.Split(' '), label => Assert.Same(encoding, EncodingLabels.Find(label.ToUpperInvariant())));
    }

    [Theory]
    [InlineData("iso-8859-10", "Ķīņa un šļūde ģērbj ŧ")]
    [InlineData("iso-8859-14", "ŵy ŷd Ẁ ḃeatha")]
    [InlineData("iso-8859-16", "Țara știe că 5 €")]
    public void Reads_the_latin_encodings_that_the_platform_lacks(string label, string title) =>
        Assert.Equal(title, Read.Feed(EncodingLabels.Find(label)!.GetBytes(Titled(title, label))).Title);

    [Theory]
    [InlineData("windows-1251", "Новый завод")]
    [InlineData("iso-8859-2", "Żółte łódki i gęś")]
    [InlineData("windows-1257", "Ķīnas elektroauto ražotājs")]
    [InlineData("iso-8859-15", "20 € pour une Œuvre")]
    public void Turns_to_the_declaration_where_the_header_is_refuted(string declared, string title)
    {
        var bytes = EncodingLabels.Find(declared)!.GetBytes(Titled(title, declared));

        Assert.Equal(title, Read.Feed(bytes, new FeedContext(ContentType: "text/xml; charset=utf-8")).Title);
        Assert.Equal(title, Read.Feed(bytes, new FeedContext(ContentType: "text/xml; charset=us-ascii")).Title);
        Assert.Equal(title, Read.Feed(bytes, new FeedContext(ContentType: "text/xml; charset=iso-8859-1")).Title);
    }

    [Fact]
    public void Turns_to_the_header_where_the_declaration_is_refuted() =>
        Assert.Equal(Russian, Read.Feed(EncodingLabels.Find("windows-1251")!.GetBytes(Titled(Russian, "utf-8")), new FeedContext(ContentType: "text/xml; charset=windows-1251")).Title);

    [Fact]
    public void Reads_damaged_utf8_as_utf8_under_a_label_that_would_read_all_of_it_wrong()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes($"<rss><channel><title>{Russian} "), 0xE9, .. "</title></channel></rss>"u8];

        Assert.Equal(Russian + " é", Read.Feed(bytes, new FeedContext(ContentType: "text/xml; charset=iso-8859-1")).Title);
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
