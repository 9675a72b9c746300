using System.IO.Compression;
using System.Text;

namespace Aggregator.Fuzz;

/// <summary>The documents that are mutated: real feeds and pages.</summary>
internal sealed record Corpora(IReadOnlyList<byte[]> Feeds, IReadOnlyList<byte[]> Pages, IReadOnlyList<byte[]> Fragments)
{
    // Larger ones only take longer; enough of each to meet every kind.
    private const int MostBytes = 120_000;
    private const int MostDocuments = 1_500;

    public static Corpora Load(string root)
    {
        var feeds = Documents(Path.Combine(root, "feeds", "dev", "files"), File.ReadAllBytes);
        var pages = Documents(Path.Combine(root, "extraction", "dev", "pages"), Unzipped);
        // A fragment is a piece out of the middle of a page.
        var fragments = pages.Take(400).Select(page => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(page).Substring(page.Length / 4, Math.Min(4_000, page.Length / 4)))).ToList();
        return new Corpora(feeds, pages, fragments);
    }

    private static List<byte[]> Documents(string folder, Func<string, byte[]> read) =>
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Where(file => new FileInfo(file).Length < MostBytes).Take(MostDocuments).Select(read).Where(b => b.Length is > 100 and < MostBytes)];

    private static byte[] Unzipped(string file)
    {
        using var gzip = new GZipStream(File.OpenRead(file), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        gzip.CopyTo(bytes);
        return bytes.ToArray();
    }
}
