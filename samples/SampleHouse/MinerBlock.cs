namespace BitGrid.Samples.SampleHouse;

/// <summary>What the miner told in one block.</summary>
/// <param name="PowerW">Mean power, whole W.</param>
/// <param name="TempC">Hottest chip at the end of the block, °C.</param>
/// <param name="HashrateThs">Mean hash rate, TH/s.</param>
/// <param name="HeartbeatAgeS">Seconds since the last accepted share at the end of the block.</param>
internal readonly record struct MinerBlock(int PowerW, double TempC, double HashrateThs, int HeartbeatAgeS);
