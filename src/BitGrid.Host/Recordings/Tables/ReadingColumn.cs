using BitGrid.Engine.Intake;
using BitGrid.Host.Recordings.Fields;
using Parquet.Schema;

namespace BitGrid.Host.Recordings.Tables;

/// <summary>A column of readings as they are usually kept. Any number may stand in it, so each goes straight into its place: these are nearly all columns of a file.</summary>
internal sealed class ReadingColumn(DataField source, ReadingField field) : ValueColumn<double>(source, field, field.TrySet)
{
    readonly Reading _reading = field.Reading;

    public override bool TrySet(RecordingRow row, int index)
    {
        row.Raw[_reading] = Values[index];
        return true;
    }
}
