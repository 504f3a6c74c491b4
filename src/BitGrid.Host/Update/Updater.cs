using System.Globalization;
using BitGrid.Boot;
using BitGrid.Host.Backup;
using BitGrid.Host.Service;

namespace BitGrid.Host.Update;

/// <summary>
/// Installs a version beside the one that runs, and asks the launcher for it. Until that last word nothing the machine starts has
/// changed, so it may be cut off anywhere; what it leaves then is removed by the next one.
/// </summary>
/// <param name="places">Where the versions are.</param>
/// <param name="running">The version that runs.</param>
/// <param name="say">Told what happens, a line each.</param>
internal sealed class Updater(BootPlaces places, string running, Action<string> say)
{
    const int BytesPerMb = 1_000_000;
    const long RoomForTheRest = 50L * BytesPerMb;
    const int BackupsKept = 3;

    /// <summary>Told when a step is done, before the next one begins.</summary>
    public Action<UpdateStep>? Done { get; init; }

    /// <summary>Looks at a release and changes nothing.</summary>
    /// <returns>The version it holds.</returns>
    /// <exception cref="UpdateException">It cannot be had, or is not genuine.</exception>
    public async Task<ReleaseVersion> CheckAsync(string source, string signers, CancellationToken cancellation)
    {
        using WorkFolder work = WorkFolder.Open(places);
        return (await FetchAsync(work, source, signers, cancellation)).Version;
    }

    /// <summary>Installs a release, up to the word to the launcher.</summary>
    /// <returns>The version that is asked for.</returns>
    /// <exception cref="UpdateException">It is refused, or something failed; the version that runs goes on.</exception>
    public async Task<ReleaseVersion> InstallAsync(UpdateRequest request, CancellationToken cancellation)
    {
        using WorkFolder work = WorkFolder.Open(places);
        if (!request.SkipGate && !File.Exists(DataFolder.DatabaseIn(request.Data)))
            request = request with { SkipGate = true, Because = "no day of this house is recorded yet" };
        try
        {
            ReleaseArchive archive = await FetchAsync(work, request.Source, request.Signers, cancellation);
            EnsureDirection(archive.Version, request.AllowDowngrade);
            EnsureRoom(archive);
            archive.Unpack(work.Unpacked);
            Done?.Invoke(UpdateStep.Unpacked);
            Check(work.Unpacked, request);
            Done?.Invoke(UpdateStep.Checked);
            BackUp(request);
            Done?.Invoke(UpdateStep.BackedUp);
            work.Install(archive.Version);
            Done?.Invoke(UpdateStep.Installed);
            UpdateHistory.Add(places, running, archive.Version.Text, request.Gate);
            DurableFile.Write(places.WishFile, archive.Version.Text);
            Done?.Invoke(UpdateStep.AskedFor);
            return archive.Version;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new UpdateException($"{places.Root}: the version cannot be installed ({failure.Message.TrimEnd('.')}). Check that the disk is writable and not full, and run it as root: sudo bitgrid update apply {request.Source}", failure);
        }
    }

    /// <summary>Removes the versions that nobody goes back to.</summary>
    /// <exception cref="IOException">The disk refuses.</exception>
    public void Prune(BootState state)
    {
        SlotCopy.Prune(places.Slots, state.Active, state.Previous, state.Installed);
        Done?.Invoke(UpdateStep.Pruned);
    }

    async Task<ReleaseArchive> FetchAsync(WorkFolder work, string source, string signers, CancellationToken cancellation)
    {
        Release release = await new ReleaseSource(source).FetchAsync(work.Fetched, cancellation);
        Done?.Invoke(UpdateStep.Fetched);
        new ReleaseCheck(signers).Run(release);
        ReleaseArchive archive = ReleaseArchive.Open(release.Tarball);
        say($"{release.TarballName}: version {archive.Version}, signed by the makers of BitGrid");
        Done?.Invoke(UpdateStep.Verified);
        return archive;
    }

    void EnsureDirection(ReleaseVersion version, bool allowDowngrade)
    {
        if (version.Text == running)
            throw new UpdateException($"Version {version} runs already.");
        if (!allowDowngrade && ReleaseVersion.TryParse(running) is { } present && version.ComparedWith(present) < 0)
            throw new UpdateException($"Version {version} is older than {running}, which runs. To go back to the version before: bitgrid update rollback. To install this one all the same: --allow-downgrade");
    }

    void EnsureRoom(ReleaseArchive archive)
    {
        long needed = archive.Bytes + RoomForTheRest;
        long free = new DriveInfo(Path.GetFullPath(places.Root)).AvailableFreeSpace;
        if (free < needed)
            throw new UpdateException(string.Create(CultureInfo.InvariantCulture, $"{places.Root}: version {archive.Version} does not fit: it needs {needed / BytesPerMb} MB, and {free / BytesPerMb} MB are free. Make room there."));
    }

    void Check(string folder, UpdateRequest request)
    {
        CandidateCheck check = new(request.Config, request.Data, say);
        check.Start(folder);
        if (request.SkipGate)
            say($"The recorded days are not asked, because: {request.Because}");
        else
            check.Gate(folder, request);
    }

    void BackUp(UpdateRequest request)
    {
        string database = DataFolder.DatabaseIn(request.Data);
        if (!File.Exists(database))
            return;
        BackupFolder folder = new(Path.Combine(request.Data, "before-updates"));
        Directory.CreateDirectory(folder.Path);
        try
        {
            FoundBackup backup = new BackupMaker(database, request.Config, TimeProvider.System).Make(folder);
            folder.Prune(BackupsKept, TimeProvider.System.GetUtcNow());
            say($"Backup: {backup.Path}");
        }
        catch (BackupException fault)
        {
            throw new UpdateException($"No update without a backup. {fault.Message}", fault);
        }
    }
}
