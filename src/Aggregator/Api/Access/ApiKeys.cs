using System.Security.Cryptography;
using System.Text;
using Aggregator.Stores;

namespace Aggregator.Api.Access;

/// <summary>Makes and checks API keys. A key is shown once, when it is made; the store has its SHA-256.</summary>
public static class ApiKeys
{
    /// <summary>A new key of 256 random bits. A plain hash is enough for it: unlike a password it cannot be guessed.</summary>
    public static string Create() => "agg_" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    public static string HashOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    /// <summary>The stored key that <paramref name="presented"/> is. Looks at all of them, each in constant time, so that time tells nothing.</summary>
    internal static ApiKey? Find(IReadOnlyList<ApiKey> keys, string presented)
    {
        var hash = Encoding.ASCII.GetBytes(HashOf(presented));
        ApiKey? found = null;
        foreach (var key in keys)
        {
            if (CryptographicOperations.FixedTimeEquals(hash, Encoding.ASCII.GetBytes(key.Hash.ToLowerInvariant())))
                found = key;
        }

        return found;
    }

    /// <summary>
    /// The key of a request: <c>Authorization: Bearer KEY</c>, or the password of <c>Basic</c>, which is all that most feed readers can send.
    /// </summary>
    internal static string? Presented(HttpRequest request)
    {
        if (Bearer(request) is { } bearer)
            return bearer;
        var parts = Credentials(request);
        if (parts.Length != 2)
            return null;
        var bytes = new byte[parts[1].Length];
        if (!parts[0].Equals("Basic", StringComparison.OrdinalIgnoreCase) || !Convert.TryFromBase64String(parts[1], bytes, out var length))
            return null;
        var pair = Encoding.UTF8.GetString(bytes, 0, length);
        return pair.IndexOf(':', StringComparison.Ordinal) is var colon and >= 0 ? pair[(colon + 1)..] : null;
    }

    /// <summary>
    /// The key of a request that changes something. No browser sends Bearer by itself, as it does what it was told once for Basic, whichever page asks.
    /// </summary>
    internal static string? Bearer(HttpRequest request) =>
        Credentials(request) is [var scheme, var key] && scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase) ? key : null;

    private static string[] Credentials(HttpRequest request) =>
        request.Headers.Authorization.ToString().Split(' ', 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
