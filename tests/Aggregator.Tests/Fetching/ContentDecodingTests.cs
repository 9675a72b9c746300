using System.IO.Compression;
using System.Text;
using Aggregator.Model;

namespace Aggregator.Fetching;

public sealed class ContentDecodingTests
{
    private const long Limit = 1 << 20;
    private static readonly byte[] Text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 3000).Select(i => $"<item>{i} {i * 7919 % 1000}</item>")));

    public static TheoryData<string?, string> Good => new()
    {
        { null, "plain" },
        { "identity", "plain" },
        { "gzip", "gzip" },
        { "x-gzip", "gzip" },
        { "GZIP", "gzip" },
        { "deflate", "zlib" },
        { "deflate", "raw" },
        { "br", "br" },
        { "gzip, gzip", "gzip gzip" },
        { null, "gzip" },
        { "gzip", "plain" },
        { "gzip", "members" },
        { "gzip", "trailing" },
        { "aws-chunked", "plain" },
        { "aws-chunked,gzip", "gzip" },
        { "gzip, aws-chunked, utf-8", "gzip" },
        { "binary", "plain" },
        { "utf8", "plain" },
        { "none, UTF-8, 8bit, identity", "plain" },
        { "x-foo", "gzip" },
        { "text/xml", "gzip gzip" },
        { "zstd", "plain" },
        { "br", "plain" },
        { "deflate", "plain" },
        { "\"gzip\"", "gzip" },
    };

    [Theory]
    [MemberData(nameof(Good))]
    public void Decodes_what_servers_send_also_when_they_label_it_wrongly(string? label, string form) =>
        Assert.Equal(Text, ContentDecoding.Decode(Make(form), label, Limit));

    [Theory]
    [InlineData("gzip", "gzip", 60)]
    [InlineData("gzip", "gzip", 8)]
    [InlineData("gzip", "gzip", 1)]
    [InlineData("gzip", "members", 30)]
    [InlineData("deflate", "zlib", 30)]
    [InlineData("deflate", "raw", 30)]
    [InlineData("br", "br", 30)]
    [InlineData("br", "br", 1)]
    public void A_cut_off_body_is_an_error_and_no_short_success(string label, string form, int missing) =>
        Assert.Equal(FetchFate.NetworkError, Fails(Make(form)[..^missing], label));

    [Fact]
    public void A_wrong_checksum_is_an_error()
    {
        var body = Make("gzip");
        body[^6] ^= 0xFF;
        Assert.Equal(FetchFate.NetworkError, Fails(body, "gzip"));
    }

    [Theory]
    [InlineData("zstd")]
    [InlineData("compress")]
    [InlineData("xz, gzip")]
    public void A_compression_that_nothing_here_undoes_is_an_error_that_names_it(string label)
    {
        var body = label.Contains("gzip", StringComparison.Ordinal) ? Make("gzip", [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0]) : [0x28, 0xB5, 0x2F, 0xFD, 4, 0x58];
        var error = Assert.Throws<FetchFailedException>(() => ContentDecoding.Decode(body, label, Limit));
        Assert.Equal(FetchFate.NetworkError, error.Fate);
        Assert.Contains(label.Split(',')[0], error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pile_of_compressions_is_an_error() => Assert.Equal(FetchFate.NetworkError, Fails(Make("gzip"), "gzip, gzip, gzip"));

    [Theory]
    [InlineData("gzip", "gzip")]
    [InlineData("br", "br")]
    [InlineData("deflate", "zlib")]
    [InlineData("gzip, gzip", "gzip gzip")]
    [InlineData(null, "gzip")]
    public void A_bomb_is_cut_at_the_limit_of_decoded_bytes(string? label, string form)
    {
        var bomb = Make(form, new byte[8 << 20]);
        Assert.True(bomb.Length < Limit);
        Assert.Equal(FetchFate.TooLarge, Fails(bomb, label));
        Assert.Equal(Limit, ContentDecoding.Decode(bomb, label, Limit, cut: true).Length);
    }

    private static FetchFate Fails(byte[] body, string? label) => Assert.Throws<FetchFailedException>(() => ContentDecoding.Decode(body, label, Limit)).Fate;

    private static byte[] Make(string form, byte[]? text = null)
    {
        text ??= Text;
        return form switch
        {
            "plain" => text,
            "gzip" => Compress(text, s => new GZipStream(s, CompressionLevel.Optimal, true)),
            "gzip gzip" => Make("gzip", Make("gzip", text)),
            "zlib" => Compress(text, s => new ZLibStream(s, CompressionLevel.Optimal, true)),
            "raw" => Compress(text, s => new DeflateStream(s, CompressionLevel.Optimal, true)),
            "br" => Compress(text, s => new BrotliStream(s, CompressionLevel.Fastest, true)),
            "members" => [.. Make("gzip", text[..1000]), .. Make("gzip", text[1000..])],
            "trailing" => [.. Make("gzip", text), 1, 2, 3, 4, 5],
            _ => throw new ArgumentOutOfRangeException(nameof(form)),
        };
    }

    private static byte[] Compress(byte[] text, Func<Stream, Stream> open)
    {
        using var target = new MemoryStream();
        using (var stream = open(target))
            stream.Write(text);
        return target.ToArray();
    }
}
