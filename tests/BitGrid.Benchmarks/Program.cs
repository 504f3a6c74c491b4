using BenchmarkDotNet.Running;
using BitGrid.Benchmarks;

// All of them by default: `make bench`. One class: `make bench ARGS="--filter *Engine*"`. A tail is no mean: `make bench ARGS=stop-latency`.
if (args is ["stop-latency"])
{
    using StopLatency latency = new();
    await latency.RunAsync(tries: 1000);
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(EngineBenchmarks).Assembly).Run(args.Length == 0 ? ["--filter", "*"] : args);
