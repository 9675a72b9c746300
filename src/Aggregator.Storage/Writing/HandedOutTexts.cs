using Aggregator.Stores;

namespace Aggregator.Writing;

/// <summary>
/// The texts that were last handed out for assignment, so that they are not unpacked once more when the assignment is stored. One is taken only for
/// the very bytes that it was unpacked from: what changed meanwhile is unpacked anew. Safe for several threads.
/// </summary>
internal sealed class HandedOutTexts
{
    private Dictionary<long, PackedText> _last = [];

    /// <summary>In place of what was handed out before.</summary>
    public void Replace(Dictionary<long, PackedText> texts) => Volatile.Write(ref _last, texts);

    /// <param name="packed">The article's body as it is stored now.</param>
    public string Of(long id, ReadOnlySpan<byte> packed) =>
        Volatile.Read(ref _last).TryGetValue(id, out var known) && packed.SequenceEqual(known.Packed) ? known.Text : TextCodec.UnpackText(packed);
}

/// <summary>A stored body and the text in it.</summary>
internal readonly record struct PackedText(byte[] Packed, string Text)
{
    public static PackedText Of(byte[] packed) => new(packed, TextCodec.UnpackText(packed));
}
