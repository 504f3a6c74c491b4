using System.Collections;
using BitGrid.Boot;

namespace BitGrid.Launcher;

/// <summary>The program of a version with the words it is told, ready to be started.</summary>
/// <param name="Path">Its file.</param>
/// <param name="Words">The name it is called by and its words, as C has them.</param>
/// <param name="Environment">This process's environment and where the versions are, as C has it.</param>
internal readonly record struct ProgramCall(string Path, nint Words, nint Environment)
{
    public static ProgramCall Of(string folder, LauncherArguments arguments)
    {
        string program = BootPlaces.ProgramIn(folder);
        Dictionary<string, string> environment = new(StringComparer.Ordinal);
        foreach (DictionaryEntry variable in System.Environment.GetEnvironmentVariables())
            environment[(string)variable.Key] = (string?)variable.Value ?? "";
        environment[BootPlaces.StateVariable] = arguments.Places.State;
        environment[BootPlaces.RootVariable] = arguments.Places.Root;
        return new(program, Native.List([program, .. arguments.Words]), Native.List([.. environment.Select(variable => $"{variable.Key}={variable.Value}")]));
    }
}
