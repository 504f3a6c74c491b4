namespace BitGrid.Host.Update;

/// <summary>The steps of an update, in their order. A power cut between any two leaves a machine that starts.</summary>
internal enum UpdateStep
{
    /// <summary>Tarball, checksums and signature lie beside the versions.</summary>
    Fetched,

    /// <summary>They are what the makers of BitGrid signed.</summary>
    Verified,

    /// <summary>The version lies on the disk, under a name that nobody starts.</summary>
    Unpacked,

    /// <summary>It runs here, accepts the configuration, and decides well on this house's own days.</summary>
    Checked,

    /// <summary>Database and configuration are backed up.</summary>
    BackedUp,

    /// <summary>It has its name among the versions.</summary>
    Installed,

    /// <summary>The launcher is asked to start it.</summary>
    AskedFor,

    /// <summary>The launcher has found it healthy.</summary>
    Healthy,

    /// <summary>Older versions are removed, but for the one to go back to.</summary>
    Pruned,
}
