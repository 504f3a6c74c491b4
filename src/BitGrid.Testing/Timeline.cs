namespace BitGrid.Testing;

/// <summary>Gives the rows of a scenario their blocks.</summary>
internal sealed class Timeline
{
    Block _next = Some.Block;
    Block? _last;

    public void MoveTo(DateTimeOffset instant)
    {
        var block = Block.At(instant);
        if (block <= _last)
            throw new ArgumentException($"The block of {instant.UtcDateTime:u} is over: the row before began at {_last.Value.WindowStart:u}. Rows must ascend.", nameof(instant));
        _next = block;
    }

    public void Skip(int blocks)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(blocks);
        _next = _next.Plus(blocks);
    }

    public EnergyState Stamp(EnergyState state)
    {
        _last = _next;
        EnergyState stamped = state with { Block = _next, Time = _next.WindowStart };
        _next = _next.Plus(1);
        return stamped;
    }
}
