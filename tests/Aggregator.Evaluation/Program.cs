// predict feeds|extraction|urls|near|stories PATH   writes predictions as JSON Lines, in the form that the scorer beside each corpus reads
// score [CORPORA]                                   runs the scorers and holds the floors (floors.json)
return args switch
{
    ["predict", var kind, var path] => Aggregator.Predict.Run(kind, path, Console.Out),
    _ => Aggregator.Predict.Usage(),
};
