using System.Globalization;

namespace Aggregator.Sqlite.Pipeline;

/// <summary>Counts words of plain text; scripts written without spaces count two characters as one word.</summary>
internal static class WordCount
{
    public static int Of(string text)
    {
        int words = 0, ideographs = 0;
        bool inside = false;
        foreach (char c in text)
        {
            if (CjkText.IsCjk(c))
            {
                ideographs++;
                inside = false;
            }
            else if (char.IsLetterOrDigit(c))
            {
                if (!inside)
                    words++;
                inside = true;
            }
            else if (c is not ('\'' or '’' or '-') && char.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                inside = false;
            }
        }

        return words + ((ideographs + 1) / 2);
    }
}
