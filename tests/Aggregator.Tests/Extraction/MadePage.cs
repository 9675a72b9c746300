using System.Text;
using Aggregator.Model;

namespace Aggregator.Extraction;

/// <summary>Pages made for a test, of three paragraphs that any rule takes for prose.</summary>
internal static class MadePage
{
    public const string P1 = "The first paragraph of this story is long enough to count as prose, and it has a comma or two, as real ones do.";
    public const string P2 = "A second paragraph follows with more of the same kind of plain text, so that nobody mistakes it for a caption.";
    public const string P3 = "The third paragraph ends the matter with a sentence that says what happens next year, and who pays for it all.";
    public const string Paragraphs = $"<p>{P1}</p><p>{P2}</p><p>{P3}</p>";
    public const string Story = $"{P1}\n{P2}\n{P3}";

    /// <summary>A sentence of exactly so many characters, at least 12, that no other name begins.</summary>
    public static string Prose(int chars, string name = "Plain")
    {
        var text = new StringBuilder(name);
        while (text.Length < chars)
            text.Append(" words of bread and rivers");
        text.Length = chars - 1;
        return text.ToString().TrimEnd().PadRight(chars - 1, 'x') + ".";
    }

    public static ExtractedPage Extract(string body, string title = "Story") => ArticleExtractor.Extract(
        Encoding.UTF8.GetBytes($"<!doctype html><title>{title}</title><body>{body}"), new PageContext(new Uri("https://news.example/2024/story.html"), "text/html", "utf-8"));
}
