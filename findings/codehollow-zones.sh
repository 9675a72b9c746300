#!/usr/bin/env bash
# CodeHollow.FeedReader 2.1.1 (NuGet), .NET 10: the zones of dates.
# Guess before the run: a named zone that it does not know gives no date, or is taken as a date without zone is taken; and a date without zone is UTC, since feeds have no
# other common clock.
# Seen: EST to PDT are right. "CET" is read as UTC and so an hour late, "JST" nine hours late, both without a sign. A date without a zone is read by the clock of the machine:
# 08:00 UTC in London, 13:00 UTC in New York. So a wrong name is better than none, and the same feed has other times on another machine. What is too late by more than
# the age of the news stands in the future, above everything else of a merged feed.
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
using CodeHollow.FeedReader;

Console.WriteLine(string.Join(' ', new[] { " GMT", " EST", " CET", " JST", "" }.Select(zone => zone.Trim() + "=" + FeedReader.ReadFromString(
    $"<rss version='2.0'><channel><title>T</title><item><pubDate>Mon, 02 Nov 2026 08:00:00{zone}</pubDate></item></channel></rss>").Items[0].PublishingDate?.ToString("HH:mm'Z'", null))));
P
dotnet build -v q -o out >/dev/null
london=$(TZ=Europe/London dotnet out/f.dll) newyork=$(TZ=America/New_York dotnet out/f.dll)
echo "08:00 in each zone, machine in London:    $london"
echo "                    machine in New York:  $newyork"
if [ "$london" = "GMT=08:00Z EST=13:00Z CET=08:00Z JST=08:00Z =08:00Z" ] && [ "$newyork" = "GMT=08:00Z EST=13:00Z CET=08:00Z JST=08:00Z =13:00Z" ]; then
  echo "as stated: unknown zones are UTC, no zone is the machine's"
else
  echo "behaviour has changed"; exit 1
fi
