using System.Buffers.Binary;

namespace Aggregator.Stories.Copies;

/// <summary>The codes of a text's words in order: all that <see cref="CopyIndex"/> needs to put an article back without its text. Immutable.</summary>
public sealed class CopyPrint
{
    /// <summary>Enough of any article to know its copies by; what is longer is a transcript or a law.</summary>
    private const int MaxWords = 3000;

    private CopyPrint(ushort[] codes) => Codes = codes;

    internal ushort[] Codes { get; }

    /// <summary>The size in bytes of what <see cref="Write"/> writes.</summary>
    public int Size => sizeof(ushort) + (Codes.Length * sizeof(ushort));

    public static CopyPrint Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Of(CopyWords.Of(text));
    }

    internal static CopyPrint Of(List<CopyWord> words)
    {
        var codes = new ushort[Math.Min(words.Count, MaxWords)];
        for (var i = 0; i < codes.Length; i++)
            codes[i] = words[i].Code;
        return new CopyPrint(codes);
    }

    /// <summary>Writes the codes to the start of <paramref name="to"/>; returns the bytes used.</summary>
    public int Write(Span<byte> to)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(to, (ushort)Codes.Length);
        for (var i = 0; i < Codes.Length; i++)
            BinaryPrimitives.WriteUInt16LittleEndian(to[(sizeof(ushort) + (i * sizeof(ushort)))..], Codes[i]);
        return Size;
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The bytes end too early.</exception>
    public static CopyPrint Read(ReadOnlySpan<byte> from)
    {
        var codes = new ushort[BinaryPrimitives.ReadUInt16LittleEndian(from)];
        var bytes = from.Slice(sizeof(ushort), codes.Length * sizeof(ushort));
        for (var i = 0; i < codes.Length; i++)
            codes[i] = BinaryPrimitives.ReadUInt16LittleEndian(bytes[(i * sizeof(ushort))..]);
        return new CopyPrint(codes);
    }
}
