using System.Globalization;
using BitGrid.Host.Configuration.Settings;
using Serilog;
using Serilog.Core;
using Serilog.Events;

namespace BitGrid.Host.Service;

/// <summary>The log: to the console, and to a file per day whose sizes together stay within a budget.</summary>
internal static class LogSetup
{
    const int FilesKept = 10;
    const string ConsoleLine = "{Timestamp:HH:mm:ss} {Level:u3} {Message:lj}{NewLine}{Exception}";
    const string FileLine = "{Timestamp:yyyy-MM-dd HH:mm:ss.fff zzz} {Level:u3} {SourceContext} {Message:lj} {Properties:j}{NewLine}{Exception}";

    /// <param name="settings">Section <c>log</c>.</param>
    /// <param name="dataFolder">Folder of everything that is kept; the files go below it.</param>
    public static Logger Create(LogSettings settings, string dataFolder) => new LoggerConfiguration()
        .MinimumLevel.Is(LevelOf(settings.Detail))
        .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
        // It warns at every new key that it is not encrypted; the folder is for its owner alone.
        .MinimumLevel.Override("Microsoft.AspNetCore.DataProtection", LogEventLevel.Error)
        .WriteTo.Console(outputTemplate: ConsoleLine, formatProvider: CultureInfo.InvariantCulture)
        .WriteTo.File(
            Path.Combine(dataFolder, "log", "bitgrid-.log"),
            outputTemplate: FileLine,
            formatProvider: CultureInfo.InvariantCulture,
            rollingInterval: RollingInterval.Day,
            rollOnFileSizeLimit: true,
            fileSizeLimitBytes: (long)(settings.BudgetMb * 1_000_000 / FilesKept),
            retainedFileCountLimit: FilesKept,
            // Written in pieces, not line by line: memory cards wear out by writes.
            buffered: true,
            flushToDiskInterval: TimeSpan.FromMinutes(1))
        .CreateLogger();

    static LogEventLevel LevelOf(LogDetail detail) => detail switch
    {
        LogDetail.Debug => LogEventLevel.Debug,
        LogDetail.Information => LogEventLevel.Information,
        _ => LogEventLevel.Warning,
    };
}
