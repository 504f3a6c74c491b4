using System.Reflection;
using BitGrid.Host.Secrets;

namespace BitGrid.Host.Doctor;

/// <summary>Can every secret be read, and by BitGrid alone?</summary>
internal static class SecretExam
{
    // What an option that names a secret's file is called, whatever the driver.
    static readonly string[] Suffixes = ["PasswordFile", "KeyFile"];

    public static IEnumerable<Finding> Run(Patient patient)
    {
        if (patient.House is not { } house)
            return [];
        SecretFiles secrets = new(patient.ConfigFolder);
        return
        [
            .. from named in Named(house.Host.Mqtt, "mqtt").Concat(Named(house.Host.Web, "web")).Concat(house.Devices.SelectMany(device => Named(device.Options, device.Id)))
               let fault = secrets.Check(named.File)
               select fault is null ? Finding.Ok($"secret of {named.Owner}", named.File) : Finding.Fault($"secret of {named.Owner}", fault, "As it says."),
        ];
    }

    static IEnumerable<(string Owner, string File)> Named(object options, string owner) =>
        from property in options.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
        where Suffixes.Any(suffix => property.Name.EndsWith(suffix, StringComparison.Ordinal))
        let file = property.GetValue(options) as string
        where file is not null
        select (owner, file);
}
