using System.Globalization;
using BitGrid.Engine.Intake;
using BitGrid.Host.Recordings.Fields;
using Parquet;
using Parquet.Schema;

namespace BitGrid.Host.Recordings.Tables;

/// <summary>A column of readings as they are usually kept. Any number may stand in it, so each goes straight into its place: these are nearly all columns of a file.</summary>
internal sealed class ReadingColumn(DataField source, ReadingField field) : InputColumn(field)
{
    readonly ColumnBuffer<double> _values = new(source);
    readonly Reading _reading = field.Reading;

    public override void Load(ParquetRowGroupReader group, int rows) => _values.Load(group, rows);

    public override bool TrySet(RecordingRow row, int index)
    {
        row.Raw[_reading] = _values[index];
        return true;
    }

    public override string Text(int index) => Convert.ToString(_values[index], CultureInfo.InvariantCulture) ?? "";

    public override void Dispose() => _values.Dispose();
}
