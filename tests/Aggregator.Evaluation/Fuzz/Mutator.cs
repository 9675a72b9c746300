using System.Text;

namespace Aggregator.Fuzz;

/// <summary>Makes hostile neighbours of real documents: bytes flipped, parts cut, doubled, swapped, nested and spliced, tokens put in that parsers treat specially.</summary>
internal sealed class Mutator(Random random)
{
    private const int MostChanges = 12;

    // Documents grow by doubling; beyond this they only take time.
    private const int MostBytes = 300_000;

    private static readonly byte[][] Tokens = Array.ConvertAll(
        (string[])
        [
            "<", ">", "&", "\"", "'", "]]>", "<![CDATA[", "<!--", "-->", "<!DOCTYPE x [<!ENTITY a \"b\">]>", "&a;", "&#0;", "&#xD800;", "&#x10FFFF;", "&#xFFFFFFFF;", "&nbsp;", "\0", "\u0001", "\ufeff",
            "<?xml version=\"1.0\" encoding=\"utf-16\"?>", "<?xml version=\"1.1\"?>", "encoding=\"utf-7\"", "encoding=\"x\"", "charset=utf-7", "charset=gb18030", "xmlns:a=\"\"", "xmlns=\"x\"", "xml:base=\"http://[\"",
            "<item>", "</item>", "<entry>", "</channel>", "<script>", "</script>", "<style>", "<svg>", "<math>", "<template>", "<table>", "<select>", "<plaintext>", "<noscript>", "<base href=\"http://[::1\">",
            "<script type=\"application/ld+json\">", "{\"@graph\":[", "\"@type\":\"NewsArticle\"", "[[[[", "{{{{", "\\ud800", "\\u0000", "1e999", "-1", "99999999999999999999", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59-14:00",
            "31 Feb 2026", "24:00:60", "+9999", "http://", "http://[::1]", "http://a:99999/", "//", "javascript:", "data:", "%00", "%zz", "http://xn--a.example/", "\u202e", "\ud83d\ude97", "\uff1c",
            "AND", "OR", "NOT", "NEAR/", "(", ")", "*", ":", "title:", "-",
        ],
        Encoding.UTF8.GetBytes);

    /// <summary>A changed copy of <paramref name="seed"/>.</summary>
    /// <param name="other">Another document, parts of which may be put in.</param>
    public byte[] Change(byte[] seed, byte[] other)
    {
        var bytes = new List<byte>(seed);
        for (var change = random.Next(1, MostChanges); change > 0 && bytes.Count < MostBytes; change--)
            ChangeOnce(bytes, other);
        return [.. bytes];
    }

    private void ChangeOnce(List<byte> bytes, byte[] other)
    {
        var at = random.Next(bytes.Count + 1);
        var length = Math.Min(bytes.Count - at, Span());
        switch (random.Next(9))
        {
            case 0 when at < bytes.Count:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1 when at < bytes.Count:
                bytes[at] = (byte)random.Next(256);
                break;
            case 2:
                bytes.RemoveRange(at, length);
                break;
            case 3:
                bytes.InsertRange(at, bytes.GetRange(at, length));
                break;
            case 4:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            case 5 when other.Length > 0:
                var from = random.Next(other.Length);
                bytes.InsertRange(at, other.AsSpan(from, Math.Min(other.Length - from, Span())).ToArray());
                break;
            case 6:
                bytes.InsertRange(at, Enumerable.Repeat(Token(), random.Next(1, 200)).SelectMany(token => token));
                break;
            default:
                bytes.InsertRange(at, Token());
                break;
        }
    }

    private byte[] Token() => Tokens[random.Next(Tokens.Length)];

    // Mostly short, now and then most of the document.
    private int Span() => random.Next(8) == 0 ? random.Next(1, 20_000) : random.Next(1, 64);
}
