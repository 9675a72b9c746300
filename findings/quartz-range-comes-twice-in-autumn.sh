#!/usr/bin/env bash
# Quartz 4.7.3 (NuGet), .NET 10: times of cron expressions in the night in which the clocks go back.
# Guess before the run: "30 1,2,3 * * *" and "30 1-3 * * *" name the same three times of each day and so fire alike, for a range is a short way to write a list.
# Seen: in Berlin's night of 25 October 2026, in which 02:30 comes twice, the list fires at 02:30 once and the range twice, an hour apart, and so does "30 2-2 * * *", which
# names one time. A list has the times of a clock, a range is taken for an interval. On every other day of the year the two are the same, so that no test of a
# usual day shows it. An aggregator that polls a feed at fixed hours polls it once more that night, or not, by how its owner wrote the hours.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 NUGET_PACKAGES="$dir/packages" MSBUILDDISABLENODEREUSE=1 UseSharedCompilation=false
cat > f.csproj <<'P'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings><Nullable>enable</Nullable></PropertyGroup>
  <ItemGroup><PackageReference Include="Quartz" Version="[4.7.3]" /></ItemGroup>
</Project>
P
cat > Program.cs <<'P'
using Quartz;

var berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
string usualList = Fires("30 1,2,3 * * *", 20), usualRange = Fires("30 1-3 * * *", 20);
string list = Fires("30 1,2,3 * * *", 25), range = Fires("30 1-3 * * *", 25), one = Fires("30 2-2 * * *", 25);
Console.WriteLine($"20 October  30 1,2,3 * * *   {usualList}");
Console.WriteLine($"            30 1-3 * * *     {usualRange}");
Console.WriteLine($"25 October  30 1,2,3 * * *   {list}");
Console.WriteLine($"            30 1-3 * * *     {range}");
Console.WriteLine($"            30 2-2 * * *     {one}");
return usualList == usualRange
    && list == "01:30+02 02:30+02 03:30+01" && range == "01:30+02 02:30+02 02:30+01 03:30+01" && one == "02:30+02 02:30+01" ? 0 : 1;

string Fires(string cron, int day)
{
    var expression = CronExpression.Parse(cron, CronFormat.Unix).WithTimeZone(berlin);
    var at = new DateTimeOffset(2026, 10, day - 1, 22, 0, 0, TimeSpan.Zero);
    var end = at.AddHours(12);
    var times = new List<string>();
    while (expression.GetNextValidTimeAfter(at) is { } next && next < end)
    {
        times.Add(TimeZoneInfo.ConvertTime(next, berlin).ToString("HH:mmzz", null));
        at = next;
    }

    return string.Join(' ', times);
}
P
if dotnet run; then echo "as stated: a range of hours fires twice in the hour that comes twice, a list of the same hours once"; else echo "behaviour has changed"; exit 1; fi
