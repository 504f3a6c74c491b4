using BitGrid.Build.Packaging.Trust;

namespace BitGrid.Build.Tests.Packaging;

/// <summary>A delivery that somebody has touched is found out, whatever was touched.</summary>
public sealed class TrustTests : IDisposable
{
    readonly TemporaryFolder _dist = new();
    readonly TemporaryFolder _keys = new();

    public TrustTests()
    {
        _dist.Write("bitgrid-core.tar.gz", "the program");
        _dist.Write("bitgrid-sbom.cdx.json", "{}");
        Checksums.Write(_dist.Path);
        MakeKey("makers");
        MakeKey("stranger");
        _keys.Write("allowed_signers", $"{Signature.Signer} namespaces=\"{Signature.Namespace}\" {File.ReadAllText(Key("makers") + ".pub")}");
        Signature.Make(_dist.Path, Key("makers"));
    }

    public void Dispose()
    {
        _dist.Dispose();
        _keys.Dispose();
    }

    [Fact]
    public void The_list_is_what_sha256sum_reads() => Assert.Equal(
        "50fda23bf0a5115d4f893dc10d122c10a4705f47688f5620e80611c092d4053e  bitgrid-core.tar.gz",
        File.ReadLines(Path.Combine(_dist.Path, Checksums.FileName)).First());

    [Fact]
    public void What_was_built_and_signed_is_good()
    {
        Assert.Empty(Checksums.FindFaults(_dist.Path));
        Assert.True(IsGood());
    }

    [Fact]
    public void The_same_list_and_key_give_the_same_signature()
    {
        var first = File.ReadAllText(SignatureFile);
        Signature.Make(_dist.Path, Key("makers"));
        Assert.Equal(first, File.ReadAllText(SignatureFile));
    }

    [Fact]
    public void A_changed_a_truncated_a_missing_and_an_added_file_are_named()
    {
        File.WriteAllText(Path.Combine(_dist.Path, "bitgrid-core.tar.gz"), "the progra");
        File.Delete(Path.Combine(_dist.Path, "bitgrid-sbom.cdx.json"));
        _dist.Write("more.deb", "");

        Assert.Equal(["bitgrid-sbom.cdx.json is missing", "bitgrid-core.tar.gz is not what was built", "more.deb is not listed"], Checksums.FindFaults(_dist.Path));
    }

    [Fact]
    public void A_changed_list_is_not_signed_any_more()
    {
        File.AppendAllText(Path.Combine(_dist.Path, Checksums.FileName), "\n");
        Assert.False(IsGood());
    }

    [Fact]
    public void A_signature_by_another_key_or_none_does_not_count()
    {
        Signature.Make(_dist.Path, Key("stranger"));
        Assert.False(IsGood());
        File.Delete(SignatureFile);
        Assert.False(IsGood());
    }

    [Fact]
    public void A_signature_that_the_right_key_gave_for_something_else_does_not_count()
    {
        File.Delete(SignatureFile);
        Shell.RunQuietly("ssh-keygen", "-q", "-Y", "sign", "-f", Key("makers"), "-n", "email", Path.Combine(_dist.Path, Checksums.FileName));
        Assert.False(IsGood());
    }

    string SignatureFile => Path.Combine(_dist.Path, Checksums.FileName + ".sig");

    bool IsGood() => Signature.IsGood(_dist.Path, Key("allowed_signers"));

    string Key(string name) => Path.Combine(_keys.Path, name);

    void MakeKey(string name) => Shell.RunQuietly("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", name, "-f", Key(name));
}
