using System.Buffers.Text;
using System.Security.Cryptography;

namespace Aggregator.WebSub;

/// <summary>The addresses that hubs push to.</summary>
internal static class Callback
{
    public const string Path = "/websub";

    // 256 bits: an address that nobody guesses (WebSub, section 5.1, asks for a unique one that is unguessable).
    private const int TokenBytes = 32;

    // 64 characters; the specification allows less than 200 bytes.
    private const int SecretBytes = 32;

    public static string NewToken() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));

    public static string NewSecret() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretBytes));

    public static string Address(string publicUrl, string token) => $"{publicUrl.TrimEnd('/')}{Path}/{token}";
}
