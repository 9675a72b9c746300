// stories [TOTAL]   what assigning an article to a story costs as the store grows (default 1,000,000)
if (args is ["stories", ..])
{
    Aggregator.StoryAssignment.Run(args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 1_000_000, Console.Out);
}

return;
