namespace BitGrid.Host.Web.Page;

/// <summary>What the API answered to something the page sent.</summary>
/// <param name="Status">The HTTP status; 0 when nothing came back.</param>
/// <param name="Detail">What is wrong, English; empty when nothing is.</param>
/// <param name="InForce">False when battery or safety decide otherwise for the time being.</param>
internal sealed record Answer(int Status, string Detail, bool InForce);
