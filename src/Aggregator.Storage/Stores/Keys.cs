using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Aggregator.Stores;

/// <summary>Short stand-ins for long keys.</summary>
internal static class Keys
{
    /// <summary>64 bits of the key's SHA-256.</summary>
    public static long Hash(string key)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(key), digest);
        return BinaryPrimitives.ReadInt64BigEndian(digest);
    }

    /// <summary>The first 128 bits of a content hash, which compares as well as the whole; any other text is hashed first.</summary>
    public static byte[] Content(string hash)
    {
        if (hash.Length == 2 * SHA256.HashSizeInBytes)
        {
            var bytes = new byte[16];
            if (Convert.FromHexString(hash.AsSpan(0, 32), bytes, out _, out _) == System.Buffers.OperationStatus.Done)
                return bytes;
        }

        return SHA256.HashData(Encoding.UTF8.GetBytes(hash))[..16];
    }
}
