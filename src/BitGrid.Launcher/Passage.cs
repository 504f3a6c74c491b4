using System.Runtime.InteropServices;
using BitGrid.Boot;

namespace BitGrid.Launcher;

/// <summary>For one command: this process becomes the version that is in force.</summary>
internal static class Passage
{
    /// <returns>The exit code when it cannot; else there is no return.</returns>
    public static int Exec(LauncherArguments arguments)
    {
        BootPlaces places = arguments.Places;
        // Whoever may not read the state, or asks before the first start, gets the newest there is.
        BootState state = BootStateText.Read(DurableFile.TryRead(places.StateFile) ?? "") ?? new();
        string? folder = places.Versions().Prepend(state.Active).Select(places.FolderOf).FirstOrDefault(found => found is not null);
        if (folder is null)
            return Supervisor.Refuse(Supervisor.NothingToStart(places));
        ProgramCall call = ProgramCall.Of(folder, arguments);
        _ = Native.Exec(call.Path, call.Words, call.Environment);
        return Supervisor.Refuse($"{call.Path} cannot be started: {Marshal.GetLastPInvokeErrorMessage()}");
    }
}
