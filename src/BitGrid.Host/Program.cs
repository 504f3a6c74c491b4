using BitGrid.Host.Cli;

return await BitGridCommand.RunAsync(args, Terminal.OfProcess());
