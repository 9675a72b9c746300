using Aggregator.Cli;
using Aggregator.Configuration;

// serve (default) · poll · parse · extract · discover · query · import · export · backup · keys · demo: see Cli/
var keys = args.Where(CommandLineSettings.IsConfigurationKey).ToList();
var rest = args.Where(a => !CommandLineSettings.IsConfigurationKey(a)).ToArray();
var result = Commands.Build(keys).Parse(rest);
var code = await result.InvokeAsync();
return result.Errors.Count > 0 ? ExitCodes.BadConfiguration : code;
