using BitGrid.Host.Cli;

return await BitGridCommand.RunAsync(args, Terminal.OfProcess());

internal sealed partial class Program;
