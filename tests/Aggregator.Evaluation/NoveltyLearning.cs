using System.Globalization;
using System.Text;
using Aggregator.Stories.Novelty;

namespace Aggregator;

/// <summary>
/// Learns the weights of <see cref="NoveltyModel"/> from labelled stories, and predicts each story by weights that were learnt without it: those figures are
/// the honest ones. Deterministic.
/// </summary>
internal static class NoveltyLearning
{
    // Chosen once: from 1 to 10 the cross-validated figures differ by less than they do between stories.
    private const double Ridge = 3;

    /// <param name="weights">Gets the weights of all stories.</param>
    /// <param name="crossed">Gets the predictions of each story by the weights of all others.</param>
    public static int Run(string path, string weights, string crossed)
    {
        var stories = NoveltyCorpus.Read(path);
        using (var output = new StreamWriter(crossed))
        {
            foreach (var story in stories)
                NoveltyPredictions.Write(story, new StoryNovelty(Learn([.. stories.Where(other => other != story)])), output);
        }

        File.WriteAllText(weights, Format(Learn(stories), stories.Count));
        return 0;
    }

    private static NoveltyModel Learn(IReadOnlyList<NoveltyStory> stories)
    {
        var nothing = new double[SentenceTraits.Names.Count + 1];
        var model = new NoveltyModel(new double[NoveltyModel.SourceNames.Count], nothing, [.. nothing, 0, 0]);
        model = model with { Source = LearnSource(stories, model) };

        var articles = stories.SelectMany(story => Readings(story, model)).ToList();
        model = model with { Alone = LogisticRegression.Fit(Examples(articles, (reading, at) => reading.Traits[at]), Ridge) };
        return model with { Beside = LogisticRegression.Fit(Examples(articles, (reading, at) => WithNeighbours(model, reading, at)), Ridge) };
    }

    private static double[] WithNeighbours(NoveltyModel model, NoveltyReading reading, int at)
    {
        return [.. reading.Traits[at], Of(at - 1), Of(at + 1)];

        double Of(int neighbour) => neighbour < 0 || neighbour >= reading.Traits.Length ? NoveltyModel.UnknownNeighbour : model.ScoreAlone(reading.Traits[neighbour]);
    }

    private static List<(double[] Traits, bool IsNew)> Examples(
        List<(IReadOnlyList<LabelledSentence> Labels, NoveltyReading Reading)> articles, Func<NoveltyReading, int, double[]> traits) =>
    [
        .. articles.SelectMany(article => article.Labels.Select((label, at) => (label.IsNew, article.Reading, at)))
            .Where(example => example.IsNew is not null)
            .Select(example => (traits(example.Reading, example.at), example.IsNew!.Value)),
    ];

    private static double[] LearnSource(IReadOnlyList<NoveltyStory> stories, NoveltyModel model)
    {
        var choices = new List<(double[][] Candidates, bool[] Right)>();
        foreach (var (labels, reading) in stories.SelectMany(story => Readings(story, model)))
        {
            for (var i = 0; i < labels.Count; i++)
            {
                var candidates = reading.Candidates[i];
                var right = candidates.Select(candidate => labels[i].Sources.Contains($"{candidate.Sentence.Article}.{candidate.Sentence.Number}")).ToArray();
                if (labels[i].Labels is ["K", "K"] && right.Contains(true))
                    choices.Add(([.. candidates.Select(candidate => candidate.Traits)], right));
            }
        }

        return ChoiceRegression.Fit(choices);
    }

    /// <summary>Every article behind the first, read as the service reads it.</summary>
    private static IEnumerable<(IReadOnlyList<LabelledSentence> Labels, NoveltyReading Reading)> Readings(NoveltyStory story, NoveltyModel model)
    {
        var novelty = new StoryNovelty(model);
        foreach (var article in story.Articles)
        {
            string[] sentences = [.. article.Select(sentence => sentence.Text)];
            if (article[0].Order > 1)
                yield return (article, novelty.Read(article[0].Order, sentences, language: null));
            novelty.Add(article[0].Order, sentences, language: null);
        }
    }

    private static string Format(NoveltyModel model, int stories)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# Learnt from {stories} labelled stories by `dotnet run -c Release --project tests/Aggregator.Evaluation -- learn novelty FILE THIS-FILE CROSSED`;\n");
        text.Append("# logistic regressions with a ridge, standardised while learning, the scale put back. Not to be edited by hand: learn again when a trait changes.\n");
        Append(text, "source", NoveltyModel.SourceNames, model.Source);
        Append(text, "alone", ["constant", .. SentenceTraits.Names], model.Alone);
        Append(text, "beside", ["constant", .. SentenceTraits.Names, "before", "behind"], model.Beside);
        return text.ToString();
    }

    private static void Append(StringBuilder text, string section, IReadOnlyList<string> names, double[] weights)
    {
        text.Append(CultureInfo.InvariantCulture, $"[{section}]\n");
        foreach (var (name, weight) in names.Zip(weights))
            text.Append(CultureInfo.InvariantCulture, $"{name} {weight:0.###}\n");
    }
}
