using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using BitGrid.Simulation.Houses;

namespace BitGrid.Host.Tuning;

/// <summary>Names a series by its content, whatever files it was read from: a folder of a running house grows while it is read.</summary>
internal static class SeriesDigest
{
    /// <summary>SHA-256 over all values, 64 hexadecimal digits.</summary>
    public static string Of(HouseSeries series)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(BitConverter.GetBytes(series.FirstBlockId));
        foreach (ImmutableArray<double> values in (ImmutableArray<double>[])
            [series.PvW, series.HouseLoadW, series.PriceCtKwh, series.ImportCtKwh, series.FeedInCtKwh, series.HashpriceSatsThsDay, series.BtcPriceEur, .. series.ForecastSurplusW, series.ForecastConfidence])
        {
            hash.AppendData(MemoryMarshal.AsBytes(values.AsSpan()));
        }

        return Convert.ToHexStringLower(hash.GetCurrentHash());
    }
}
