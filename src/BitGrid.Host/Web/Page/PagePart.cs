using BitGrid.Host.Web.Page.Speech;
using BitGrid.Host.Web.View;
using Microsoft.AspNetCore.Components;

namespace BitGrid.Host.Web.Page;

/// <summary>A part of the page: it knows the house and how to speak.</summary>
public abstract class PagePart : ComponentBase
{
    [Inject]
    internal HouseView View { get; set; } = default!;

    [CascadingParameter]
    internal Tongue Tongue { get; set; } = default!;

    /// <summary>Picks the wording of the reader's language.</summary>
    protected string Say(string en, string de) => Tongue.Say(en, de);
}
