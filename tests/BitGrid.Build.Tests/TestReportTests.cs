using System.Xml.Linq;
using BitGrid.Build.Testing;

namespace BitGrid.Build.Tests;

public sealed class TestReportTests
{
    [Theory]
    [InlineData(5, 5, 5, "5 passed, 0 failed")]
    [InlineData(5, 5, 3, "3 passed, 2 failed")]
    [InlineData(5, 4, 3, "3 passed, 1 failed, 1 skipped")]
    [InlineData(0, 0, 0, "0 passed, 0 failed")]
    public void Whatever_ran_and_did_not_pass_has_failed(int total, int executed, int passed, string expected)
    {
        var report = XDocument.Parse(
            $"""<TestRun xmlns="urn:x"><Counters total="{total}" executed="{executed}" passed="{passed}" failed="0" timeout="1" /></TestRun>""");

        Assert.Equal(expected, TrxReport.Read(report).Counts.ToString());
    }

    [Fact]
    public void The_reason_of_a_skipped_test_is_kept()
    {
        var report = XDocument.Parse(
            """
            <TestRun xmlns="urn:x">
              <UnitTestResult testName="A.b" outcome="Passed" />
              <UnitTestResult testName="A.c" outcome="NotExecuted"><Output><ErrorInfo><Message>no data</Message></ErrorInfo></Output></UnitTestResult>
              <Counters total="2" executed="1" passed="1" />
            </TestRun>
            """);

        Assert.Equal(["A.c: no data"], TrxReport.Read(report).SkipReasons);
    }

    [Fact]
    public void A_failed_test_is_named_with_the_first_line_of_what_it_says()
    {
        var report = XDocument.Parse(
            """
            <TestRun xmlns="urn:x">
              <UnitTestResult testName="A.b" outcome="Passed" />
              <UnitTestResult testName="A.c" outcome="Failed"><Output><ErrorInfo><Message>Expected: 1
              Actual: 2</Message></ErrorInfo></Output></UnitTestResult>
              <UnitTestResult testName="A.d" outcome="Timeout" />
              <Counters total="3" executed="3" passed="1" />
            </TestRun>
            """);

        Assert.Equal(["A.c: Expected: 1", "A.d: no reason given"], TrxReport.Read(report).Failures);
    }

    [Fact]
    public void A_report_that_was_never_written_counts_nothing() =>
        Assert.Equal(default, TrxReport.Read(Path.Combine(AppContext.BaseDirectory, "absent.trx")).Counts);
}
