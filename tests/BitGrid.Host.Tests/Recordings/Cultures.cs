using System.Globalization;

namespace BitGrid.Host.Tests.Recordings;

/// <summary>Runs a piece of work as on a machine with another language.</summary>
internal static class Cultures
{
    public static TheoryData<string> All => ["", "de-DE", "tr-TR", "ar-SA"];

    public static T Under<T>(string culture, Func<T> work)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo(culture);
        try
        {
            return work();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
