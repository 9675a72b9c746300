// predict feeds|feeds-codehollow|extraction|urls|near|stories|novelty PATH   writes predictions as JSON Lines, in the form that the scorer beside each corpus reads
// learn novelty FILE WEIGHTS CROSSED                learns the weights of sentence novelty from labelled stories, and predicts each story by those of the others
// tags PATH [faults] [LISTS.json]                    scores topics and names on tags-sample.jsonl and tags-heldout.jsonl over the extraction corpus in PATH
// languages PATH                                    scores the language told of titles and texts of the extraction corpus in PATH
// fulltext PATH                                     scores the choice between a feed's text and the page's on simulated feeds of the extraction corpus in PATH
// faults CORPORA [--show]                           drives the real service over every fault of the server beside the corpora
// fuzz N CORPORA                                    N mutated inputs for everything that reads what strangers write
// score [CORPORA] [--raise]                         has the scorers judge and holds the floors of floors.json; without --raise 5,000 fuzzed inputs and the faults too
using Aggregator;
using Aggregator.Faults;
using Aggregator.Fuzz;

const string Floors = "tests/Aggregator.Evaluation/floors.json";
return args switch
{
    ["predict", var kind, var path] => Predict.Run(kind, path, Console.Out),
    ["learn", "novelty", var path, var weights, var crossed] => NoveltyLearning.Run(path, weights, crossed),
    ["tags", var path, .. var rest] => TagsEvaluation.Run(path, Console.Out, rest),
    ["languages", var path] => LanguagesEvaluation.Run(path, Console.Out),
    ["fulltext", var path] => FullTextEvaluation.Run(path, Console.Out),
    ["faults", var root, .. var rest] => await FaultCheck.RunAsync(root, rest is ["--show"], Console.Out),
    ["fuzz", var inputs, var root] when int.TryParse(inputs, out var count) => FuzzRun.Run(count, root, Console.Out),
    ["score"] => await Gate("../shared"),
    ["score", "--raise"] => Score.Run("../shared", Floors, raise: true),
    ["score", var root] => await Gate(root),
    ["score", var root, "--raise"] => Score.Run(root, Floors, raise: true),
    _ => Predict.Usage(),
};

static async Task<int> Gate(string root)
{
    // All of it, so that one run tells everything that is broken.
    int[] codes = [Score.Run(root, Floors, raise: false), FuzzRun.Run(5_000, root, Console.Out), await FaultCheck.RunAsync(root, show: false, Console.Out)];
    return codes.Max();
}
