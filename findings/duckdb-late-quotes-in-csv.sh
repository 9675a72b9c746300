#!/usr/bin/env bash
# DuckDB 1.5.6 (NuGet DuckDB.NET.Data.Full 1.5.6.1): SELECT … FROM 'headlines.csv', an RFC 4180 file that quotes only the cells that need it.
# The first 25,000 headlines need no quotes, the other 5,000 do.
# Guess before the run: quotes are the standard's, so they are understood wherever they first occur; the sniffer only finds out about unusual ones.
# Seen: 20,480 rows without a quote make the dialect "no quote character". A later cell is then read with its quotes, and its doubled ones doubled, without a word;
# one with a comma or a line break inside is refused as "not RFC 4180 compliant".
# What helps: one quoted cell early on, such as the header's, or quote = '"' when reading.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 NUGET_PACKAGES="$dir/packages" MSBUILDDISABLENODEREUSE=1 UseSharedCompilation=false
cat > f.csproj <<'X'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings><Nullable>enable</Nullable></PropertyGroup>
  <ItemGroup><PackageReference Include="DuckDB.NET.Data.Full" Version="[1.5.6.1]" /></ItemGroup>
</Project>
X
cat > Program.cs <<'X'
using DuckDB.NET.Data;

using var db = new DuckDBConnection("DataSource=:memory:");
db.Open();
File.WriteAllText("quoted.csv", Rows("id,title", i => $"{i},\"The \"\"{i}\"\" case\""));
File.WriteAllText("comma.csv", Rows("id,title", i => $"{i},\"Berlin, {i}\""));
File.WriteAllText("header.csv", Rows("\"id\",\"title\"", i => $"{i},\"The \"\"{i}\"\" case\""));
Console.WriteLine($"DuckDB {Ask("select version()")}");
string[] seen =
[
    Ask("select title from 'quoted.csv' where id = 25000"),
    Ask("select title from 'comma.csv' where id = 25000"),
    Ask("select title from 'header.csv' where id = 25000"),
];
Console.WriteLine($"The \"25000\" case is read as:     {seen[0]}");
Console.WriteLine($"Berlin, 25000 is read as:         {seen[1]}");
Console.WriteLine($"The same where the header is quoted: {seen[2]}");
return seen is ["\"The \"\"25000\"\" case\"", ['r', ..], "The \"25000\" case"] ? 0 : 1;

static string Rows(string header, Func<int, string> late) =>
    string.Concat(Enumerable.Range(0, 30_000).Select(i => i < 25_000 ? $"{i},Headline {i}" : late(i)).Prepend(header).Select(row => row + "\r\n"));

string Ask(string sql)
{
    using var command = db.CreateCommand();
    command.CommandText = sql;
    try
    {
        return Convert.ToString(command.ExecuteScalar())!;
    }
    catch (DuckDBException refused)
    {
        return "refused: " + refused.Message.Split((char)10)[0];
    }
}
X
dotnet run
