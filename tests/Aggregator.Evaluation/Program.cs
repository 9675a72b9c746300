// predict feeds|extraction|urls|near|stories PATH   writes predictions as JSON Lines, in the form that the scorer beside each corpus reads
// tags PATH [faults] [LISTS.json]                    scores topics and names on tags-sample.jsonl and tags-heldout.jsonl over the extraction corpus in PATH
// score [CORPORA] [--raise]                         has the scorers judge and holds the floors of floors.json
using Aggregator;

const string Floors = "tests/Aggregator.Evaluation/floors.json";
return args switch
{
    ["predict", var kind, var path] => Predict.Run(kind, path, Console.Out),
    ["tags", var path, .. var rest] => TagsEvaluation.Run(path, Console.Out, rest),
    ["score"] => Score.Run("../shared", Floors, raise: false),
    ["score", "--raise"] => Score.Run("../shared", Floors, raise: true),
    ["score", var root] => Score.Run(root, Floors, raise: false),
    ["score", var root, "--raise"] => Score.Run(root, Floors, raise: true),
    _ => Predict.Usage(),
};
