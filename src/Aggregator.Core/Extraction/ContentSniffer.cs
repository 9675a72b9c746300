namespace Aggregator.Extraction;

/// <summary>Tells bytes that are no HTML by their first bytes (MIME Sniffing standard, sections 6 and 7) and by the declared type.</summary>
internal static class ContentSniffer
{
    private static readonly (byte[] Magic, string Name)[] Signatures =
    [
        ("%PDF-"u8.ToArray(), "a PDF"),
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], "a PNG image"),
        ([0xFF, 0xD8, 0xFF], "a JPEG image"),
        ("GIF8"u8.ToArray(), "a GIF image"),
        ([(byte)'P', (byte)'K', 3, 4], "a ZIP archive"),
        ([0x1F, 0x8B], "compressed data"),
        ("OggS"u8.ToArray(), "Ogg media"),
        ("ID3"u8.ToArray(), "MP3 audio"),
    ];

    private static readonly string[] ForeignTypes =
        ["image/", "audio/", "video/", "font/", "application/pdf", "application/json", "application/zip", "application/octet-stream"];

    /// <returns>What the bytes are instead, or null if they may be HTML.</returns>
    public static string? WhyNotHtml(ReadOnlySpan<byte> page, string? contentType)
    {
        if (page.Trim(" \t\r\n"u8).IsEmpty)
            return "the page is empty";
        foreach (var (magic, name) in Signatures)
        {
            if (page.StartsWith(magic))
                return "the bytes are " + name;
        }
        // The declared type alone is no proof: pages are sent as octet-stream or text/plain. Without a single tag it is believed.
        if (!HasTag(page) && contentType is not null && ForeignTypes.Any(t => contentType.StartsWith(t, StringComparison.OrdinalIgnoreCase)))
            return "sent as " + contentType + ", and without markup";
        return null;
    }

    private static bool HasTag(ReadOnlySpan<byte> page)
    {
        for (var at = page.IndexOf((byte)'<'); at >= 0; page = page[(at + 1)..], at = page.IndexOf((byte)'<'))
        {
            if (at + 1 < page.Length && (char.IsAsciiLetter((char)page[at + 1]) || page[at + 1] == '!'))
                return true;
        }
        return false;
    }
}
