namespace BitGrid.Host.Web.Api.Documents;

/// <summary>A question: what would the next block bring if …</summary>
/// <param name="Changes">Quantities by the names that conditions have (surplus_kw, price_ct_kwh, battery_soc_pct, temp_c, …) with their values in the next block.</param>
/// <param name="LoadId">The load; left out: the first one.</param>
internal sealed record WhatIfQuestion(Dictionary<string, double> Changes, string? LoadId = null);
