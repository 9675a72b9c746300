#!/usr/bin/env bash
# CodeHollow.FeedReader 2.1.1 (NuGet), .NET 10: an extension element that declares its own namespace.
# Guess before the run: <content:encoded xmlns:content="…">text</content:encoded> is read like one whose prefix the rss element declares, for both have the same name
# in XML (Namespaces in XML, section 6.1: a declaration holds for the element that it stands on), and the library parses with XDocument.
# Seen: Content is null, without an error; so are the author and date of dc:creator and dc:date. The library asks the item which namespace the prefix "content" has, and the
# item knows none. Feeds that are put together from pieces, each written by an XML library of its own, are declared so. A reader of such a feed has only summaries and
# takes them for the whole text.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 NUGET_PACKAGES="$dir/packages" MSBUILDDISABLENODEREUSE=1 UseSharedCompilation=false
cat > f.csproj <<'P'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings><Nullable>enable</Nullable></PropertyGroup>
  <ItemGroup><PackageReference Include="CodeHollow.FeedReader" Version="[2.1.1]" /></ItemGroup>
</Project>
P
cat > Program.cs <<'P'
using System.Xml.Linq;
using CodeHollow.FeedReader;
using CodeHollow.FeedReader.Feeds;

const string content = "xmlns:content='http://purl.org/rss/1.0/modules/content/'", dc = "xmlns:dc='http://purl.org/dc/elements/1.1/'";
var above = Feed($"{content} {dc}", "", "");
var there = Feed("", content, dc);
var same = XNode.DeepEquals(Names(above), Names(there));
Console.WriteLine($"the same names in XML:      {same}");
Console.WriteLine($"declared on rss:            {Read(above)}");
Console.WriteLine($"declared on the element:    {Read(there)}");
return same && Read(above) == "The whole text. | Ann | 2026-11-02T08:00:00Z" && Read(there) == "nothing | nothing | nothing" ? 0 : 1;

static string Feed(string root, string contentAt, string dcAt) =>
    $"""
    <rss version="2.0" {root}><channel><title>Feed</title><item><title>One</title><content:encoded {contentAt}>The whole text.</content:encoded><dc:creator {dcAt}>Ann</dc:creator><dc:date {dcAt}>2026-11-02T08:00:00Z</dc:date></item></channel></rss>
    """;

static string Read(string feed)
{
    var item = FeedReader.ReadFromString(feed).Items[0];
    var dc = ((Rss20FeedItem)item.SpecificItem).DC;
    return $"{item.Content ?? "nothing"} | {dc.Creator ?? "nothing"} | {dc.DateString ?? "nothing"}";
}

// The document without its declarations: what is left are the expanded names.
static XElement Names(string feed)
{
    var root = XElement.Parse(feed);
    root.DescendantsAndSelf().Attributes().Where(a => a.IsNamespaceDeclaration).Remove();
    return root;
}
P
if dotnet run; then echo "as stated: what declares its own prefix is not read"; else echo "behaviour has changed"; exit 1; fi
