using Aggregator.Cli;
using Aggregator.Configuration;

// serve (default) · poll · parse · extract · discover · query · import · export · backup · keys · demo: see Cli/
var keys = args.Where(CommandLineSettings.IsConfigurationKey).ToList();
var rest = args.Where(a => !CommandLineSettings.IsConfigurationKey(a)).ToArray();
return await Commands.Build(keys).Parse(rest).InvokeAsync();
