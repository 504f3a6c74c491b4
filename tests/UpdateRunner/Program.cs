using BitGrid.Boot;
using BitGrid.Host.Update;

// Installs a release as the command does, and stands still once a step is done, so that it can be killed there.
string stop = args[0];
BootPlaces places = new(args[1], args[2]);
UpdateRequest request = new(Source: args[3], Signers: args[4], Config: args[5], Data: args[6], SkipGate: true, Because: "a test");
Updater updater = new(places, running: "1.0.0", Console.WriteLine)
{
    Done = step =>
    {
        Console.WriteLine($"done: {step}");
        if (step.ToString() == stop)
            Thread.Sleep(Timeout.Infinite);
    },
};
ReleaseVersion version = await updater.InstallAsync(request, CancellationToken.None);
BootState state = await new LauncherAnswer(places).WaitAsync(version.Text, CancellationToken.None);
updater.Done(UpdateStep.Healthy);
updater.Prune(state);

internal sealed partial class Program;
