using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Aggregator.Stories.Copies;

/// <summary>A text with open places, from <c>Documents/frames.txt</c>: what is filled in differs between any two fillings.</summary>
internal sealed partial record TemplateFrame(string Name, bool HeldOut, IReadOnlyDictionary<string, string> Slots, string Text)
{
    public static IReadOnlyList<TemplateFrame> All { get; } = Read();

    /// <summary>The same number gives the same text.</summary>
    public string Fill(int number) => Slot().Replace(Text, slot => Value(slot.Groups[1].Value, number));

    private string Value(string slot, int number)
    {
        var values = Slots[slot].Split('|', StringSplitOptions.TrimEntries);
        var value = values[number % values.Length];
        if (value.Contains("##", StringComparison.Ordinal))
            return Digits().Replace(value, run => Spread(slot, number, (int)Math.Pow(10, run.Length - 1), (int)Math.Pow(10, run.Length)).ToString(CultureInfo.InvariantCulture));
        if (value.Split("..") is not [var from, var to])
            return value;
        var decimals = from.Contains('.', StringComparison.Ordinal) ? from.Length - from.IndexOf('.', StringComparison.Ordinal) - 1 : 0;
        var scale = Math.Pow(10, decimals);
        var scaled = Spread(slot, number, (int)(Number(from) * scale), (int)(Number(to) * scale));
        var format = from.Contains(',', StringComparison.Ordinal) ? "N" : "F";
        return (scaled / scale).ToString(format + decimals, CultureInfo.InvariantCulture);
    }

    private static double Number(string text) => double.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture);

    /// <summary>Eight numbers from all of the range, in no order; the slot's name moves them.</summary>
    private static int Spread(string slot, int number, int from, int to)
    {
        var moved = slot.Sum(c => c) * 0.37;
        return from + (int)((number * 0.6180339887 + moved) % 1 * (to - from));
    }

    private static TemplateFrame[] Read()
    {
        var text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Stories", "Copies", "Documents", "frames.txt"));
        return [.. text.Split("\n== ").Skip(1).Select(Parse)];
    }

    private static TemplateFrame Parse(string part)
    {
        var (head, body) = (part[..part.IndexOf("\n--\n", StringComparison.Ordinal)], part[(part.IndexOf("\n--\n", StringComparison.Ordinal) + 4)..].Trim());
        var lines = head.Split('\n');
        var slots = lines.Skip(1).ToDictionary(line => line[..line.IndexOf(':', StringComparison.Ordinal)], line => line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim());
        return new TemplateFrame(lines[0], lines[0].StartsWith("held out", StringComparison.Ordinal), slots, body);
    }

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Slot();

    [GeneratedRegex("#+")]
    private static partial Regex Digits();
}

/// <summary>What editors do to a text that they reprint; nothing of it changes a fact.</summary>
internal static partial class Reprints
{
    private static readonly string[] Ones = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".Split(' ');
    private static readonly string[] Tens = "zero ten twenty thirty forty fifty sixty seventy eighty ninety".Split(' ');

    /// <summary>Near synonyms and other spellings, both ways of which are read every day.</summary>
    private static readonly (string From, string To)[] Wording =
    [
        (" said", " stated"), (" about ", " around "), (" announced", " made known"), (" usually ", " as a rule "), (" however", " though"), (" several ", " a number of "),
        (" more than ", " over "), (" because ", " since "), (" should ", " ought to "), (" has been ", " was "), (" in spite of ", " despite "), ("kilometres", "kilometers"),
        (" expects ", " anticipates "), (" start", " begin"), (" recommended", " advised"), (" nach ", " laut "), (" sehr ", " überaus "), (" gegen ", " wider "), (" und ", " sowie "),
    ];

    public static IReadOnlyList<string> Kinds { get; } = ["verbatim", "dateline", "cut", "a paragraph left out", "copy-edited", "numbers written out", "dateline, cut and copy-edited", "other headline and a notice"];

    public static string Make(string kind, string text) => kind switch
    {
        "verbatim" => text,
        "dateline" => WithDateline(text),
        "cut" => Cut(text),
        "a paragraph left out" => string.Join('\n', text.Split('\n').Where((_, at) => at != 2)),
        "copy-edited" => CopyEdit(text),
        "numbers written out" => WriteOut(text),
        "dateline, cut and copy-edited" => WithDateline(CopyEdit(Cut(text))),
        "other headline and a notice" => "From our partners" + text[text.IndexOf('\n', StringComparison.Ordinal)..] + "\nThis text was first published by a news agency. Subscribe to our newsletter for more news from your region every morning.",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>Without the last paragraph, where the headline has more than one.</summary>
    private static string Cut(string text) => text.AsSpan().Count('\n') > 1 ? text[..text.LastIndexOf('\n')] : text;

    private static string WithDateline(string text)
    {
        var body = text.IndexOf('\n', StringComparison.Ordinal) + 1;
        return string.Concat(text.AsSpan(0, body), "KRONBURG (Agency) – ", text.AsSpan(body));
    }

    private static string CopyEdit(string text) => Wording.Aggregate(text, (edited, word) => edited.Replace(word.From, word.To, StringComparison.Ordinal));

    private static string WriteOut(string text) => Whole().Replace(text, number => Words(int.Parse(number.Value, CultureInfo.InvariantCulture))).Replace(" percent", "%", StringComparison.Ordinal);

    private static string Words(int number)
    {
        var words = new StringBuilder();
        if (number >= 100)
            words.Append(Ones[number / 100]).Append(" hundred").Append(number % 100 > 0 ? " and " : "");
        if (number % 100 is var rest && (rest > 0 || number == 0))
            words.Append(rest < 20 ? Ones[rest] : Tens[rest / 10] + (rest % 10 > 0 ? "-" + Ones[rest % 10] : ""));
        return words.ToString();
    }

    /// <summary>A whole number below a thousand that stands alone.</summary>
    [GeneratedRegex(@"(?<=\s)\d{1,3}(?=[\s;]|[,.]\s)")]
    private static partial Regex Whole();
}
