using System.Security.Cryptography;
using System.Text;
using Markdig;

namespace Aggregator.Pages;

/// <summary>The files that the pages are made with, from inside the program: style sheet, icon and documentation.</summary>
internal static class SiteFiles
{
    private static readonly MarkdownPipeline Markdown = new MarkdownPipelineBuilder().UsePipeTables().UseAutoIdentifiers().DisableHtml().Build();

    public static byte[] Style { get; } = Read("Aggregator.Pages.site.css");

    /// <summary>The name holds a hash of the content, so that a browser may keep it for a year.</summary>
    public static string StylePath { get; } = $"/site-{Convert.ToHexStringLower(SHA256.HashData(Style).AsSpan(0, 6))}.css";

    public static byte[] Icon { get; } = """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16">
        <rect width="16" height="16" rx="3" fill="#0b57a4"/>
        <path d="M3 4.5h10M3 8h10M3 11.5h6" stroke="#fff" stroke-width="1.8" stroke-linecap="round"/></svg>
        """u8.ToArray();

    /// <summary>In the order of the menu.</summary>
    public static IReadOnlyList<DocumentPage> Documents { get; } =
        [Load("subscribers"), Load("analysts"), Load("api"), Load("security"), Load("fetching"), Load("readers"), Load("specifications")];

    private static DocumentPage Load(string name)
    {
        var text = Encoding.UTF8.GetString(Read($"Aggregator.Docs.{name}.md"));
        // Every page begins with its title.
        return new DocumentPage(name, text.Split('\n', 2)[0].TrimStart('#', ' ').Trim(), Markdig.Markdown.ToHtml(text, Markdown));
    }

    private static byte[] Read(string resource)
    {
        using var stream = typeof(SiteFiles).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"{resource} is not embedded.");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}

/// <summary>A page of documentation.</summary>
public sealed record DocumentPage(string Name, string Title, string Html);
