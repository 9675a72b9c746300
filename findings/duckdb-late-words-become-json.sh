#!/usr/bin/env bash
# DuckDB 1.5.6 (NuGet DuckDB.NET.Data.Full 1.5.6.1): SELECT … FROM 'articles.ndjson', types found by DuckDB itself.
# An export in which a column is null in the first 25,000 rows (the language of articles not yet judged, an author) and a text in the other 5,000.
# Guess before the run: the column is VARCHAR, since that takes anything; or the first text is refused.
# Seen: 20,480 nulls make the type JSON. Its values are texts with quotation marks around them, so LIKE, lower() and length() quietly answer for "en" with
# the marks: 0 of 5,000 rows, no error. (Only = and IN fail, with "Malformed JSON", naming the constant and not the column.)
# A key that first occurs behind the sample is refused by SELECT *, and SELECT of other columns passes.
# What helps: read_json with sample_size = -1 or with columns = {…}.
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
File.WriteAllLines("a.ndjson", Enumerable.Range(0, 30_000).Select(i => $$"""{"id":{{i}},"language":{{(i < 25_000 ? "null" : "\"en\"")}}}"""));
Console.WriteLine($"DuckDB {Ask("select version()")}");
string[] seen =
[
    Ask("select typeof(language) from 'a.ndjson' limit 1"),
    Ask("select count(*) from 'a.ndjson' where language like 'en'"),
    Ask("select count(*) from 'a.ndjson' where lower(language) = 'en'"),
    Ask("select max(length(language)) from 'a.ndjson'"),
    Ask("select count(*) from read_json('a.ndjson', sample_size = -1) where language like 'en'"),
];
Console.WriteLine($"type: {seen[0]}; rows like en: {seen[1]}; lower() equal to en: {seen[2]}; longest value: {seen[3]} characters; with sample_size = -1: {seen[4]} rows");
return seen is ["JSON", "0", "0", "4", "5000"] ? 0 : 1;

string Ask(string sql)
{
    using var command = db.CreateCommand();
    command.CommandText = sql;
    return Convert.ToString(command.ExecuteScalar())!;
}
X
dotnet run
