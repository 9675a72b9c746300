using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Text;

namespace Aggregator.Text.Encodings;

/// <summary>The encodings that labels mean on the web, from the embedded <c>labels.txt</c>.</summary>
internal static class EncodingLabels
{
    private static readonly FrozenDictionary<string, string> Names = EmbeddedFile.Lines("Text.Encodings.labels.txt")
        .Select(line => line.Split(':', 2))
        .SelectMany(line => line[1].Split(' ', StringSplitOptions.RemoveEmptyEntries).Prepend(line[0]), (line, label) => (label, name: line[0]))
        .ToFrozenDictionary(pair => pair.label, pair => pair.name, StringComparer.OrdinalIgnoreCase);

    // .NET reads its table of code pages again for each encoding that is not built in.
    private static readonly ConcurrentDictionary<string, Encoding> Found = new(StringComparer.Ordinal);

    static EncodingLabels() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The encoding that a label means, null when unknown.</summary>
    public static Encoding? Find(string label)
    {
        label = label.Trim(' ', '\t', '"', '\'', ';');
        var name = Names.GetValueOrDefault(label) ?? label.ToLowerInvariant();
        if (Found.TryGetValue(name, out var found))
            return found;
        try
        {
            // There are some three hundred names, so what has been found needs no bound; what has not is never kept.
            return Found[name] = LatinEncoding.Find(name) ?? Encoding.GetEncoding(name);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            // Not supported is UTF-7, in which markup can hide from every filter.
            return null;
        }
    }

    public static bool IsUnicode(Encoding encoding) => encoding.CodePage is 65001 or 1200 or 1201 or 12000 or 12001;

    /// <summary>Encodings whose text is ASCII bytes and yet no ASCII: ISO-2022-*, HZ, UTF-7.</summary>
    public static bool IsStateful(Encoding encoding) => encoding.CodePage is 50220 or 50221 or 50222 or 50225 or 50227 or 52936;
}
