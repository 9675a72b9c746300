using Aggregator.LiteDb.Index;
using Microsoft.Data.Sqlite;

namespace Aggregator.Storage;

/// <summary>Both stores make the same words of a text: what SQLite's tokenizer does is asked of SQLite.</summary>
public class WordCutterTests
{
    [Theory]
    [InlineData("Don't panic: C++ & AT&T, 3.14!", "don t panic c at t 3 14")]
    [InlineData("Grünheide ÉCOLE naïve Ångström", "grunheide ecole naive angstrom")]
    [InlineData("e\u0301tude \u0301x", "etude x")]
    [InlineData("ΣΊΣΥΦΟΣ Straße ſind Łódź", "σίσυφοσ straße sind łodz")]
    [InlineData("", "")]
    [InlineData("½ ² Ⅷ ٣", "½ ² ⅷ ٣")]
    public void Cuts_a_text_into_words(string text, string words) => Assert.Equal(words, string.Join(' ', WordCutter.Cut(text)));

    [Fact]
    public void Makes_of_every_character_what_SQLite_makes_of_it()
    {
        using SqliteConnection connection = new("Data Source=:memory:");
        connection.Open();
        Run(connection, "CREATE VIRTUAL TABLE t USING fts5 (x, content = '', tokenize = 'unicode61 remove_diacritics 2')");
        Run(connection, "CREATE VIRTUAL TABLE v USING fts5vocab (t, 'instance')");
        // Living scripts and signs as far as SQLite's tables (Unicode 6.1) know them whole.
        (int First, int Last)[] ranges =
            [(1, 0x527), (0x531, 0x587), (0x591, 0x604), (0x606, 0x61b), (0x620, 0x6ff), (0x900, 0x977), (0xe00, 0xe7f), (0x1e00, 0x1fff), (0x2000, 0x2065), (0x2070, 0x20b9), (0x20d0, 0x2189), (0x2190, 0x23f3), (0x2460, 0x26ff), (0x3000, 0x31e3), (0x31f0, 0x4db5), (0x4e00, 0x9fcc), (0xac00, 0xd7a3), (0xff00, 0xffef)];
        int[] characters = [.. ranges.SelectMany(range => Enumerable.Range(range.First, range.Last - range.First + 1)).Except(Others)];
        using (var transaction = connection.BeginTransaction())
        {
            using var insert = connection.CreateCommand();
            insert.CommandText = "INSERT INTO t (rowid, x) VALUES ($id, $text)";
            var id = insert.Parameters.Add("$id", SqliteType.Integer);
            var text = insert.Parameters.Add("$text", SqliteType.Text);
            foreach (var character in characters)
            {
                id.Value = character;
                text.Value = Text(character);
                insert.ExecuteNonQuery();
            }

            transaction.Commit();
        }

        Dictionary<long, List<string>> theirs = [];
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT doc, term FROM v ORDER BY doc, offset";
        using (var rows = command.ExecuteReader())
        {
            while (rows.Read())
            {
                if (!theirs.TryGetValue(rows.GetInt64(0), out var words))
                    theirs.Add(rows.GetInt64(0), words = []);
                words.Add(rows.GetString(1));
            }
        }

        List<string> differ = [.. characters.Where(character => !theirs[character].SequenceEqual(WordCutter.Cut(Text(character))))
            .Select(character => $"U+{character:X4}: {string.Join(' ', theirs[character])} | {string.Join(' ', WordCutter.Cut(Text(character)))}")];
        Assert.Empty(differ);
    }

    // Two letters that SQLite leaves their marks, and two that are newer than its tables.
    private static readonly int[] Others = [0x1e0, 0x1e1, 0x37f, 0x32ff];

    private static string Text(int character) => $"a{(char)character}b {(char)character}";

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // constants of this test
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
