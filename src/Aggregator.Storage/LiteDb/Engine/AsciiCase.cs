namespace Aggregator.LiteDb.Engine;

/// <summary>Names are the same in any case of the letters A to Z; other letters count as they are, as in the other store.</summary>
internal static class AsciiCase
{
    public static string Lower(string text) => text.AsSpan().ContainsAnyInRange('A', 'Z')
        ? string.Concat(text.Select(c => char.IsAsciiLetterUpper(c) ? (char)(c | 0x20) : c))
        : text;
}
