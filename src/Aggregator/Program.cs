using System.CommandLine;
using Aggregator.Cli;
using Aggregator.Configuration;
using Aggregator.Hosting;

// serve (default) · poll · parse · extract · discover · query · import · export · backup · keys · demo: see Cli/
var keys = args.Where(CommandLineSettings.IsConfigurationKey).ToList();
var rest = args.Where(a => !CommandLineSettings.IsConfigurationKey(a)).ToArray();
// A query may begin with @, which the library would take for the name of a file with more arguments.
var result = Commands.Build(keys).Parse(rest, new ParserConfiguration { ResponseFileTokenReplacer = null });
// The library would end the process two seconds after SIGTERM; the service has ten, of which its own shutdown takes eight at most.
var code = await result.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(10) });
return result.Errors.Count > 0 ? ExitCodes.BadConfiguration : code;
