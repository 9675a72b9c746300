// predict feeds|extraction|urls|near|stories PATH   writes predictions as JSON Lines, in the form that the scorer beside each corpus reads
// tags PATH [faults]                                scores topics and names on tags-sample.jsonl over the extraction corpus in PATH
// score [CORPORA]                                   runs the scorers and holds the floors (floors.json)
return args switch
{
    ["predict", var kind, var path] => Aggregator.Predict.Run(kind, path, Console.Out),
    ["tags", var path, .. var rest] => Aggregator.TagsEvaluation.Run(path, Console.Out, rest is ["faults"]),
    _ => Aggregator.Predict.Usage(),
};
