using System.Text;

namespace Aggregator.Text.Encodings;

/// <summary>The Latin encodings of ISO 8859 that the web knows and .NET does not: a byte is a character, and below 0xA0 it is that of Latin-1.</summary>
internal sealed class LatinEncoding : Encoding
{
    private const int FirstOwn = 0xA0;

    private static readonly LatinEncoding[] All =
    [
        new("iso-8859-10", "\u00a0ĄĒĢĪĨĶ§ĻĐŠŦŽ\u00adŪŊ°ąēģīĩķ·ļđšŧž―ūŋĀÁÂÃÄÅÆĮČÉĘËĖÍÎÏÐŅŌÓÔÕÖŨØŲÚÛÜÝÞßāáâãäåæįčéęëėíîïðņōóôõöũøųúûüýþĸ"),
        new("iso-8859-14", "\u00a0Ḃḃ£ĊċḊ§Ẁ©ẂḋỲ\u00ad®ŸḞḟĠġṀṁ¶ṖẁṗẃṠỳẄẅṡÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏŴÑÒÓÔÕÖṪØÙÚÛÜÝŶßàáâãäåæçèéêëìíîïŵñòóôõöṫøùúûüýŷÿ"),
        new("iso-8859-16", "\u00a0ĄąŁ€„Š§š©Ș«Ź\u00adźŻ°±ČłŽ”¶·žčș»ŒœŸżÀÁÂĂÄĆÆÇÈÉÊËÌÍÎÏĐŃÒÓÔŐÖŚŰÙÚÛÜĘȚßàáâăäćæçèéêëìíîïđńòóôőöśűùúûüęțÿ"),
    ];

    private readonly string _name;
    private readonly string _own;

    private LatinEncoding(string name, string own) => (_name, _own) = (name, own);

    public override string WebName => _name;

    public static Encoding? Find(string name) => Array.Find(All, encoding => encoding._name == name);

    public override int GetByteCount(char[] chars, int index, int count) => count;

    public override int GetBytes(char[] chars, int charIndex, int charCount, byte[] bytes, int byteIndex)
    {
        for (var i = 0; i < charCount; i++)
        {
            var c = chars[charIndex + i];
            var own = _own.IndexOf(c, StringComparison.Ordinal);
            bytes[byteIndex + i] = own >= 0 ? (byte)(FirstOwn + own) : c < FirstOwn ? (byte)c : (byte)'?';
        }

        return charCount;
    }

    public override int GetCharCount(byte[] bytes, int index, int count) => count;

    public override int GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex)
    {
        for (var i = 0; i < byteCount; i++)
        {
            var b = bytes[byteIndex + i];
            chars[charIndex + i] = b < FirstOwn ? (char)b : _own[b - FirstOwn];
        }

        return byteCount;
    }

    public override int GetMaxByteCount(int charCount) => charCount;

    public override int GetMaxCharCount(int byteCount) => byteCount;
}
