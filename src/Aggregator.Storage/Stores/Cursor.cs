using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;

namespace Aggregator.Stores;

/// <summary>Where a page ended: the sort key and id of its last row. Base64url of order, key, id and a check value.</summary>
/// <param name="Order">p(ublished), s(een), r(elevance) or t (stories).</param>
/// <param name="Key">Milliseconds for seen, the bits of the rank for relevance, else 0.</param>
internal readonly record struct Cursor(char Order, long Key, long Id)
{
    private const int Body = 17;
    private const int Length = Body + 3;

    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[Length];
        Write(bytes);
        return Base64Url.EncodeToString(bytes);
    }

    /// <exception cref="BadCursorException"/>
    public static Cursor? Parse(string? text, char order)
    {
        if (text is null)
            return null;
        Span<byte> bytes = stackalloc byte[Length];
        if (text.Length != Base64Url.GetEncodedLength(Length)
            || !Base64Url.IsValid(text)
            || !Base64Url.TryDecodeFromChars(text, bytes, out var written)
            || written != Length)
        {
            throw new BadCursorException();
        }

        Cursor cursor = new((char)bytes[0], BinaryPrimitives.ReadInt64BigEndian(bytes[1..]), BinaryPrimitives.ReadInt64BigEndian(bytes[9..]));
        Span<byte> again = stackalloc byte[Length];
        cursor.Write(again);
        if (cursor.Order != order || !again.SequenceEqual(bytes))
            throw new BadCursorException();
        return cursor;
    }

    private void Write(Span<byte> bytes)
    {
        bytes[0] = (byte)Order;
        BinaryPrimitives.WriteInt64BigEndian(bytes[1..], Key);
        BinaryPrimitives.WriteInt64BigEndian(bytes[9..], Id);
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes[..Body], digest);
        digest[..(Length - Body)].CopyTo(bytes[Body..]);
    }
}
