namespace Aggregator.WebSub;

public class PushSignatureTests
{
    // RFC 4231 section 4.3 (test case 2) and, for SHA-1, RFC 2202 section 3.
    private static readonly byte[] Body = "what do ya want for nothing?"u8.ToArray();

    [Theory]
    [InlineData("sha1=effcdf6ae5eb2fa2d27416d5f184df9c259a7c79")]
    [InlineData("sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")]
    [InlineData("SHA256 = 5BDCC146BF60754E6A042426089575C75A003F089D2739839DEC58B964EC3843")]
    [InlineData("sha384=af45d2e376484031617f78d2b58a6b1b9c7ef464f5a01b47e42ec3736322445e8e2240ca5e69e2c78b3239ecfab21649")]
    [InlineData("sha512=164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea2505549758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b636e070a38bce737")]
    public void Takes_the_signature_of_every_method_that_the_recommendation_names(string header) => Assert.True(PushSignature.IsValid(header, "Jefe", Body));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("sha256")]
    [InlineData("sha256=")]
    [InlineData("sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3842")]
    [InlineData("sha1=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")]
    [InlineData("md5=750c783e6ab0b503eaa86e310a5db738")]
    [InlineData("none=")]
    public void Takes_nothing_else(string? header) => Assert.False(PushSignature.IsValid(header, "Jefe", Body));
}
