using System.Globalization;

namespace BitGrid.Launcher.Tests.Machines;

/// <summary>What is delivered stays small enough for a slow line and a small card.</summary>
[Trait("Category", "Slow")]
public sealed class SizeTests
{
    [MachineFact]
    public void No_download_is_larger_than_promised()
    {
        (string Pattern, double LimitMegabytes)[] promises =
        [
            ("bitgrid-core.tar.gz", 45),
            ("bitgrid-core-linux-x64.tar.gz", 45),
            ("bitgrid_*_arm64.deb", 40),
            ("bitgrid_*_amd64.deb", 40),
            ("bitgrid-image-linux-arm64.tar", 130),
            ("bitgrid-image-linux-x64.tar", 130),
        ];
        IEnumerable<string> tooLarge =
            from promise in promises
            let megabytes = new FileInfo(Dist.Find(promise.Pattern)).Length / 1e6
            where megabytes > promise.LimitMegabytes
            select string.Create(CultureInfo.InvariantCulture, $"{promise.Pattern}: {megabytes:0.0} MB, at most {promise.LimitMegabytes}");

        Assert.Empty(tooLarge);
    }
}
