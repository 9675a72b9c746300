using System.Text;

namespace Aggregator.Text.Encodings;

public class DecodedPageTests
{
    private const string Russian = "Новый электромобиль прошёл испытания на севере страны и показал хороший запас хода";

    static DecodedPageTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public void Believes_the_byte_order_mark_before_all_else(string name)
    {
        var encoding = Encoding.GetEncoding(name);

        Assert.Equal("<p>Größe €", Text([.. encoding.GetPreamble(), .. encoding.GetBytes("<p>Größe €")], "koi8-r"));
    }

    [Theory]
    [InlineData("windows-1251", "koi8-r")]
    [InlineData("no-such-label", "windows-1251")]
    [InlineData("utf-8", "windows-1251")]
    [InlineData(null, "cp1251")]
    [InlineData(null, "utf-8")]
    [InlineData("utf-8", null)]
    [InlineData(null, null)]
    public void Reads_by_whichever_label_fits(string? header, string? meta)
    {
        var page = (meta is null ? "" : $"<meta charset=\"{meta}\">") + Russian;

        Assert.Equal(page, Text(Encoding.GetEncoding("windows-1251").GetBytes(page), header));
    }

    [Theory]
    [InlineData("utf-8", null)]
    [InlineData(null, "utf-8")]
    [InlineData(null, null)]
    public void Reads_a_page_with_a_lone_byte_as_utf8(string? header, string? meta)
    {
        var page = (meta is null ? "" : $"<meta charset=\"{meta}\">") + Russian;

        Assert.Equal(page + "é", Text([.. Encoding.UTF8.GetBytes(page), 0xE9], header));
    }

    [Fact]
    public void Reads_the_declaration_of_a_page_in_xml() =>
        Assert.EndsWith("żółw", Text(Encoding.GetEncoding("iso-8859-2").GetBytes("<?xml version=\"1.0\" encoding=\"iso-8859-2\"?><p>żółw"), null), StringComparison.Ordinal);

    [Theory]
    [InlineData("iso-2022-jp")]
    [InlineData("utf-16")]
    public void Takes_no_page_for_ascii_whose_bytes_only_look_so(string name)
    {
        var page = $"<meta charset=\"{name}\">電気自動車";

        Assert.Equal(page, Text(Encoding.GetEncoding(name).GetBytes(page), null));
    }

    private static string Text(byte[] page, string? header)
    {
        using var decoded = DecodedPage.Of(page, header);
        return decoded.Text.ToString();
    }
}
