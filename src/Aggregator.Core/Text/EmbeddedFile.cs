using System.Collections.Frozen;
using System.IO.Compression;

namespace Aggregator.Text;

/// <summary>The data files that are built into the program. A name is the file's path below the project with dots for slashes.</summary>
internal static class EmbeddedFile
{
    public static string Read(string name)
    {
        using var reader = Open(name);
        return reader.ReadToEnd();
    }

    /// <summary>The file's lines without comments (<c>#</c>) and empty ones.</summary>
    public static IEnumerable<string> Lines(string name)
    {
        using var reader = Open(name);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
                yield return line;
        }
    }

    /// <summary>The lines below each <c>[heading]</c>; a heading that stands twice counts from the second time on.</summary>
    public static FrozenDictionary<string, string[]> Sections(string name)
    {
        var sections = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        List<string> current = [];
        foreach (var line in Lines(name))
        {
            if (line[0] == '[')
                sections[line.Trim('[', ']')] = current = [];
            else
                current.Add(line);
        }
        return sections.ToFrozenDictionary(s => s.Key, s => s.Value.ToArray());
    }

    /// <summary>The bytes of a file that was compressed with Brotli.</summary>
    public static byte[] Unpacked(string name)
    {
        using var packed = new BrotliStream(OpenBytes(name), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        packed.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static StreamReader Open(string name) => new(OpenBytes(name));

    private static Stream OpenBytes(string name) => typeof(EmbeddedFile).Assembly.GetManifestResourceStream("Aggregator." + name)
        ?? throw new InvalidOperationException($"The embedded file {name} is missing from the build.");
}
