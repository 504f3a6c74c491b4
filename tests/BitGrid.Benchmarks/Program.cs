using BenchmarkDotNet.Running;

// All of them by default: `make bench`. One class: `make bench ARGS="--filter *Engine*"`.
BenchmarkSwitcher.FromAssembly(typeof(BitGrid.Benchmarks.EngineBenchmarks).Assembly).Run(args.Length == 0 ? ["--filter", "*"] : args);
