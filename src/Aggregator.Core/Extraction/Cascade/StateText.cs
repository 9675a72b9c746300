using System.Text;
using System.Text.Json;
using Aggregator.Html.Dom;
using Aggregator.Text.Json;

namespace Aggregator.Extraction.Cascade;

/// <summary>
/// The article's text in the state that a page's scripts carry (<c>__NEXT_DATA__</c>, <c>Fusion.globalContent = {…}</c>, <c>__PRELOADED_STATE__</c>):
/// for pages that show their text only after scripts have run. No platform's layout is known here: the text is the longest list of blocks of text,
/// or the longest string of paragraphs in HTML.
/// </summary>
internal static class StateText
{
    /// <summary>Of all scripts together, in characters: the state of an article page is some hundred thousand.</summary>
    private const int MaxScripts = 4_000_000;
    private const int MinScript = 500;

    /// <summary>Objects that are tried in one script; code without state has more that are no JSON.</summary>
    private const int MaxTries = 8;

    /// <summary>Equal characters that make two paragraphs the same.</summary>
    private const int MinProbe = 60;

    /// <summary>Shorter words, and titles of fewer, are in any text.</summary>
    private const int MinWord = 5;
    private const int MinWords = 3;

    private static readonly JsonReaderOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 128 };

    /// <returns>Plain text, a line for each block, or null.</returns>
    /// <param name="scripts">The page's own, without its JSON-LD.</param>
    public static string? Find(IEnumerable<Element> scripts)
    {
        var left = MaxScripts;
        var blocks = new StateBlocks();
        foreach (var script in scripts)
        {
            var text = script.TextContent;
            if (text.Length < MinScript || text.Length > left)
                continue;
            left -= text.Length;
            Read(Encoding.UTF8.GetBytes(JsonRepair.MendSurrogates(text)), blocks);
        }
        return blocks.Best;
    }

    /// <summary>Says whether a text that was found is that of the page: it goes on with what is shown, or the words of the page's title are in it.</summary>
    public static bool BelongsTo(string text, string shown, string? title)
    {
        var line = shown.Split('\n').MaxBy(l => l.Length)!;
        if (line.Length >= MinProbe)
            return text.Contains(line[..MinProbe], StringComparison.Ordinal);
        string[] words = [.. (title ?? "").Split(' ').Where(word => word.Length >= MinWord)];
        return words.Length >= MinWords && words.Count(word => text.Contains(word, StringComparison.OrdinalIgnoreCase)) * 2 >= words.Length;
    }

    /// <summary>A script that is JSON, or that assigns JSON: an object whose first key is in quotes, behind a <c>=</c> or at the beginning.</summary>
    private static void Read(ReadOnlySpan<byte> script, StateBlocks blocks)
    {
        var at = 0;
        for (var tries = 0; tries < MaxTries && at < script.Length; tries++)
        {
            var start = NextObject(script, at);
            if (start < 0)
                return;
            var reader = new Utf8JsonReader(script[start..], Lenient);
            try
            {
                if (!JsonDocument.TryParseValue(ref reader, out var parsed))
                    return;
                using (parsed)
                    blocks.Add(parsed.RootElement);
                at = start + (int)reader.BytesConsumed;
            }
            catch (JsonException)
            {
                at = start + 1;
            }
        }
    }

    private static int NextObject(ReadOnlySpan<byte> script, int from)
    {
        while (from < script.Length)
        {
            var brace = script[from..].IndexOf((byte)'{');
            if (brace < 0)
                return -1;
            brace += from;
            var before = script[..brace].TrimEnd(" \t\r\n"u8);
            if ((before.Length == 0 || before[^1] == '=') && script[(brace + 1)..].TrimStart(" \t\r\n"u8) is [(byte)'"', ..])
                return brace;
            from = brace + 1;
        }
        return -1;
    }
}
