#!/usr/bin/env bash
# DuckDB 1.5.6 (NuGet DuckDB.NET.Data.Full 1.5.6.1): SELECT … FROM 'articles.ndjson' and FROM 'articles.csv', types found by DuckDB itself.
# A news archive exported newest first has a column of scores from 0 to 1: its first 25,000 rows say 1, the other 5,000 say 0.87.
# Guess before the run: either the column is read as DOUBLE, or the first row that does not fit the type found is refused with "try increasing sample_size",
# as it is where a text follows numbers.
# Seen: types are settled by the first 20,480 rows. 1 and 1 and 1 make a BIGINT, and each later 0.87 is read as 1, in NDJSON and in CSV, without error or warning.
# In CSV the same happens to times behind days: 2026-11-29T10:00:00Z is read as the day, its time is gone. (In NDJSON that one is refused.)
# What helps: write such columns with a point from the first row on (1.0), or read with sample_size = -1.
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
File.WriteAllLines("a.ndjson", Enumerable.Range(0, 30_000).Select(i => $$"""{"id":{{i}},"score":{{(i < 25_000 ? "1" : "0.87")}}}"""));
File.WriteAllLines("a.csv", Enumerable.Range(0, 30_000).Select(i => i < 25_000 ? $"{i},1,2026-11-29" : $"{i},0.87,2026-11-29T10:00:00Z").Prepend("id,score,seen"));
File.WriteAllLines("point.ndjson", Enumerable.Range(0, 30_000).Select(i => $$"""{"id":{{i}},"score":{{(i < 25_000 ? "1.0" : "0.87")}}}"""));
Console.WriteLine($"DuckDB {Ask("select version()")}");
string[] seen =
[
    Ask("select string_agg(distinct score::varchar, chr(32) order by score::varchar) from 'a.ndjson' where id >= 25000"),
    Ask("select string_agg(distinct score::varchar, chr(32) order by score::varchar) from 'a.csv' where id >= 25000"),
    Ask("select string_agg(distinct seen::varchar, chr(32)) from 'a.csv' where id >= 25000"),
    Ask("select string_agg(distinct score::varchar, chr(32)) from read_json('a.ndjson', sample_size = -1) where id >= 25000"),
    Ask("select string_agg(distinct score::varchar, chr(32)) from 'point.ndjson' where id >= 25000"),
];
Console.WriteLine($"0.87 in NDJSON behind 25,000 ones: {seen[0]}");
Console.WriteLine($"0.87 in CSV behind 25,000 ones:    {seen[1]}");
Console.WriteLine($"2026-11-29T10:00:00Z behind days:  {seen[2]}");
Console.WriteLine($"with sample_size = -1: {seen[3]}; with 1.0 for 1: {seen[4]}");
return seen is ["1", "1", "2026-11-29", "0.87", "0.87"] ? 0 : 1;

string Ask(string sql)
{
    using var command = db.CreateCommand();
    command.CommandText = sql;
    return Convert.ToString(command.ExecuteScalar())!;
}
X
dotnet run
