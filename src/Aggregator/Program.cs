using System.CommandLine;
var c = new RootCommand("x");
var o = new Aggregator.Cli.CommonOptions();
o.AddFetching(c);
var sub = new Command("poll", "d");
sub.SetAction(async (ParseResult r, CancellationToken ct) => { await Task.Yield(); return 0; });
sub.Arguments.Add(new Argument<string[]>("NAME") { Arity = ArgumentArity.ZeroOrMore });
c.Subcommands.Add(sub);
return await c.Parse(args).InvokeAsync();
