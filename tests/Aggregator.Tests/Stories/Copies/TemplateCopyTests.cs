using Aggregator.Model;

namespace Aggregator.Stories.Copies;

/// <summary>Frames of notices in eight fillings, four of which are reprinted four times each: a reprint is a copy, another filling is none.</summary>
public class TemplateCopyTests
{
    private const int Fillings = 8;
    private const int Reprinted = 4;
    private const int ReprintsOfEach = 4;

    [Fact]
    public void Ten_frames_are_held_out()
    {
        Assert.Equal(10, TemplateFrame.All.Count(frame => frame.HeldOut));
        Assert.Equal(21, TemplateFrame.All.Count(frame => !frame.HeldOut));
        Assert.All(TemplateFrame.All, frame => Assert.Equal(Fillings, Enumerable.Range(0, Fillings).Select(frame.Fill).Distinct().Count()));
    }

    [Theory]
    [InlineData(false, 0.99)]
    [InlineData(true, 0.97)]
    public void Reprints_are_joined_and_other_fillings_are_not(bool heldOut, double floor)
    {
        var (joined, right, real) = (0, 0, 0);
        List<string> faults = [];
        foreach (var frame in TemplateFrame.All.Where(frame => frame.HeldOut == heldOut))
        {
            var documents = Documents(frame);
            var original = Originals(documents);
            for (var i = 0; i < documents.Count; i++)
            {
                for (var j = 0; j < i; j++)
                {
                    var same = documents[i].Filling == documents[j].Filling;
                    var together = original[i] == original[j];
                    (joined, right, real) = (joined + (together ? 1 : 0), right + (together && same ? 1 : 0), real + (same ? 1 : 0));
                    if (same != together)
                        faults.Add($"{(same ? "parted" : "joined")} {frame.Name}: {documents[j].Kind} of {documents[j].Filling}, {documents[i].Kind} of {documents[i].Filling}");
                }
            }
        }

        var f1 = 2.0 * right / (joined + real);
        Assert.True(f1 >= floor, $"pair F1 {f1:F3}: {joined} joined, {right} of them right, {real} real\n{string.Join('\n', faults)}");
    }

    private static List<(int Filling, string Kind, string Text)> Documents(TemplateFrame frame)
    {
        List<(int, string, string)> documents = [.. Enumerable.Range(0, Fillings).Select(i => (i, "filling", frame.Fill(i)))];
        for (var i = 0; i < Reprinted; i++)
        {
            for (var j = 0; j < ReprintsOfEach; j++)
            {
                // Each kind meets every other frame's facts twice.
                var kind = Reprints.Kinds[(i * ReprintsOfEach + j + frame.Name.Length) % Reprints.Kinds.Count];
                documents.Add((i, kind, Reprints.Make(kind, frame.Fill(i))));
            }
        }

        return documents;
    }

    private static long[] Originals(List<(int Filling, string Kind, string Text)> documents)
    {
        var index = new CopyIndex();
        var originals = new long[documents.Count];
        for (var i = 0; i < documents.Count; i++)
        {
            var headline = documents[i].Text.IndexOf('\n', StringComparison.Ordinal);
            var article = new ArticleText
            {
                Id = i + 1,
                Outlet = $"outlet{i}.example",
                Title = documents[i].Text[..headline],
                Text = documents[i].Text[(headline + 1)..],
                Published = DateTimeOffset.UnixEpoch,
            };
            originals[i] = index.Find(article)?.Original ?? article.Id;
            index.Add(article);
        }

        return originals;
    }
}
