namespace Aggregator.Text.Encodings;

/// <summary>The 32 places where windows-1252 differs from Latin-1.</summary>
internal static class Windows1252
{
    // WHATWG Encoding Standard, index-windows-1252, bytes 0x80 to 0x9F.
    private const string C1 =
        "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F"
        + "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

    public static char Character(int value) => value is >= 0x80 and <= 0x9F ? C1[value - 0x80] : (char)value;
}
