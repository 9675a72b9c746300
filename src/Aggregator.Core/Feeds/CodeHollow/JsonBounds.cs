namespace Aggregator.Feeds.CodeHollow;

/// <summary>Counts levels and values of a text that may be JSON, in one pass and without recursion.</summary>
internal static class JsonBounds
{
    /// <returns>What is beyond the bounds; null when nothing is. Text that is no JSON has no fault here: the parser refuses it.</returns>
    public static string? Fault(ReadOnlySpan<char> text)
    {
        int level = 0, parts = 0;
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '"':
                    i = EndOfString(text, i);
                    break;
                case '{' or '[':
                    parts++;
                    if (++level > BoundedDocument.MostLevels)
                        return BoundedDocument.Beyond($"nests {BoundedDocument.MostLevels} levels");
                    break;
                case '}' or ']':
                    level--;
                    break;
                case ',':
                    parts++;
                    break;
            }

            if (parts > BoundedDocument.MostParts)
                return BoundedDocument.Beyond($"has over {BoundedDocument.MostParts} values");
        }

        return null;
    }

    private static int EndOfString(ReadOnlySpan<char> text, int start)
    {
        for (var i = start + 1; i < text.Length; i++)
        {
            if (text[i] == '\\')
                i++;
            else if (text[i] == '"')
                return i;
        }

        return text.Length;
    }
}
