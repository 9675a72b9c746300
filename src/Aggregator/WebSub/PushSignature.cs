using System.Security.Cryptography;
using System.Text;

namespace Aggregator.WebSub;

/// <summary>Checks <c>X-Hub-Signature</c> (W3C WebSub, section 7.1): <c>method=hexadecimal</c> of an HMAC over the body.</summary>
internal static class PushSignature
{
    /// <summary>Whether the header is the signature of the body; takes the same time for every wrong one of a method.</summary>
    public static bool IsValid(string? header, string secret, ReadOnlySpan<byte> body)
    {
        if (header is null || header.IndexOf('=', StringComparison.Ordinal) is var equals && equals < 0)
            return false;
        var key = Encoding.UTF8.GetBytes(secret);
        var expected = header[..equals].Trim().ToLowerInvariant() switch
        {
#pragma warning disable CA5350 // the hub chooses the method, and HMAC does not lean on what is broken in SHA-1
            "sha1" => HMACSHA1.HashData(key, body),
#pragma warning restore CA5350
            "sha256" => HMACSHA256.HashData(key, body),
            "sha384" => HMACSHA384.HashData(key, body),
            "sha512" => HMACSHA512.HashData(key, body),
            _ => null,
        };
        return expected is not null
            && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Convert.ToHexStringLower(expected)),
                Encoding.UTF8.GetBytes(header[(equals + 1)..].Trim().ToLowerInvariant()));
    }
}
