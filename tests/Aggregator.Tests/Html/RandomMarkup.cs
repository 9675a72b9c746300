using FsCheck;
using FsCheck.Fluent;

namespace Aggregator.Html;

/// <summary>Markup in which anything stands inside anything.</summary>
internal static class RandomMarkup
{
    private static readonly string[] Pieces =
    [
        "<p>", "</p>", "<div>", "</div>", "<b>", "</b>", "<i>", "</i>", "<a href=/x>", "<a href='http://h.example/?q=<>'>", "</a>", "<ul>", "</ul>", "<li>", "</li>", "<ol start=3>", "</ol>",
        "<table>", "</table>", "<tr>", "<td>", "</td>", "<caption>", "<thead>", "<dl>", "<dt>", "<dd>", "</dl>", "<h1>", "</h1>", "<h3>", "<pre>", "</pre>", "\n", "<blockquote>",
        "</blockquote>", "<svg>", "</svg>", "<math>", "</math>", "<mtext>", "<template>", "</template>", "<noscript>", "</noscript>", "<style>", "</style>", "<title>", "</title>",
        "<select>", "</select>", "<option>", "<ruby>", "<rt>", "</ruby>", "<br>", "<hr>", "<img src=a.png>", "<video src=a.mp4>", "</video>", "<details>", "<summary>", "</details>",
        "<figure>", "<figcaption>", "</figure>", "<button>", "</button>", "<form>", "</form>", "<object>", "</object>", "<!--", "-->", "text", " ", "&amp;", "&lt;b&gt;", "\u00a0",
        "&#13;", "&#0;", "<span lang=de>", "</span>", "<nobr>", "<center>", "</center>", "<code>", "</code>", "<s>", "<font color=red>", "</font>", "<plaintext>", "<body>", "<head>", "<q>", "<sub>",
    ];

    public static Arbitrary<string> Documents => Gen.Elements(Pieces).ArrayOf().Select(string.Concat).ToArbitrary();
}
