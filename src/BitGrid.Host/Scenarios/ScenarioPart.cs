namespace BitGrid.Host.Scenarios;

/// <summary>Which part of BitGrid a scenario is about.</summary>
internal enum ScenarioPart
{
    /// <summary>Plugins, intake and engine: it runs wherever the program does.</summary>
    Engine,

    /// <summary>The running house with clock, broker and devices: the project's own tests run it.</summary>
    Host,
}
