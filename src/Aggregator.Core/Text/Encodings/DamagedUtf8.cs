using System.Text;

namespace Aggregator.Text.Encodings;

/// <summary>
/// UTF-8 in which a lone byte that is no UTF-8 is read as windows-1252: a template or an author's name pasted from an older system into
/// a UTF-8 feed. A broken sequence of several bytes becomes U+FFFD, since its parts would be gibberish.
/// </summary>
internal sealed class DamagedUtf8 : DecoderFallback
{
    public static Encoding Encoding { get; } = Encoding.GetEncoding("utf-8", EncoderFallback.ReplacementFallback, new DamagedUtf8());

    public override int MaxCharCount => 1;

    public override DecoderFallbackBuffer CreateFallbackBuffer() => new Buffer();

    private sealed class Buffer : DecoderFallbackBuffer
    {
        private char _character;
        private bool _given = true;

        public override int Remaining => _given ? 0 : 1;

        public override bool Fallback(byte[] bytesUnknown, int index)
        {
            _character = bytesUnknown.Length == 1 ? Windows1252.Character(bytesUnknown[0]) : '\uFFFD';
            _given = false;
            return true;
        }

        public override char GetNextChar()
        {
            if (_given)
                return '\0';
            _given = true;
            return _character;
        }

        public override bool MovePrevious()
        {
            var could = _given;
            _given = false;
            return could;
        }
    }
}
