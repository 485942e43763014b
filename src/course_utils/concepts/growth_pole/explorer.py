"""The explorer ``growth_pole``: a motor firm, its suppliers, and the region that keeps some of them."""

from __future__ import annotations

from typing import Any

from course_utils.concepts.growth_pole import figure, flows, model
from course_utils.concepts.growth_pole.sectors import MOTORS, motor_names
from course_utils.datasets import territories
from course_utils.explorer import Choice, Explorer, Overlay, Panel, Reading, Slider, Territory
from course_utils.words import Sentence, _, number, percent, say

PLACE = ("sector", "share", "delta", "content")
SMALLEST = 0.001


def explorer() -> Explorer:
    """Return the explorer ``growth_pole``."""
    return Explorer(
        name="growth_pole",
        controls=_controls(),
        panels=[_landing_panel(), _size_panel(), _balance_panel()],
        reading=Reading(_pulls_both, _sentence, PLACE),
        title=_("A motor firm and its region"),
        caption=_(
            "One order to a motor firm, followed through its suppliers and theirs. Indirect production is what they"
            " make; total production adds the motor firm's own."
        ),
        data=("input_output_brazil", "employment_departements"),
        note=_(
            "A stylised model: the region is the nation of the table (Brazil, 2019, 68 sectors), only smaller, and"
            " everybody goes on buying in fixed proportions. Choosing a French département only sets the region's size."
        ),
    )


def _controls() -> dict[str, Any]:
    return {
        "sector": Choice(_("Motor firm's sector"), motor_names(), "steel"),
        "investment": Slider(
            _("New sales of the motor firm"), 100, 2000, 1000, 2, True, step=50, decimals=0, unit=_("million reais")
        ),
        "territory": size_of_departement(SMALLEST),
        "share": Slider(
            _("Region's share of national jobs"), SMALLEST, 1.0, 0.02, 13, True, 0.02, 1, percent=True, scale="log"
        ),
        "delta": Choice(_("What small size costs (delta)"), _deltas(), "0.3"),
        "content": Slider(_("Local supply raised by"), 0.0, 1.0, 0.0, 6, True, 0.05, 0, percent=True),
    }


def _deltas() -> dict[str, str]:
    return {"0.2": _("0.2: less than usual"), "0.3": _("0.3: usual"), "0.4": _("0.4: more than usual")}


def size_of_departement(least: float) -> Territory:
    """Return the control that gives the region the share of national jobs of a département, at least `least`."""
    shares = territories("departement")["employment_share"].dropna().clip(lower=least)
    sizes = {str(code): float(f"{share:.5g}") for code, share in shares.items()}
    return Territory(_("A region the size of"), level="departement", value="38", sets={"share": sizes})


def _landing_panel() -> Panel:
    return Panel(
        "landing",
        _pull,
        flows.landing,
        PLACE,
        title=_("Where every 100 of indirect production lands"),
        alt=_("Flows from the motor firm to the region and to the rest of the country, and on to their suppliers."),
        height=380,
    )


def _size_panel() -> Panel:
    return Panel(
        "size",
        _curves,
        figure.leak_curves,
        ("sector", "delta", "content"),
        title=_("The smaller the region, the larger the leak"),
        alt=_("The share of indirect production that leaks falls as the region grows; a mark shows your region."),
        height=340,
        overlay=Overlay(_pull, figure.reader_place, PLACE),
    )


def _balance_panel() -> Panel:
    return Panel(
        "balance",
        _all_pulls,
        figure.balance,
        ("investment", "share", "delta", "content"),
        title=_("What the money does: indirect production of suppliers"),
        alt=_("Bars of indirect production for each motor sector, split into what stays in the region and what leaks."),
        height=320,
        overlay=Overlay(_nation, figure.chosen, ("sector", "investment"), _nation_sentence),
    )


def _pull(sector: str, share: float, delta: str, content: float, investment: float = 1000.0) -> model.Pull:
    return model.pull(sector, investment, share, float(delta), content)


def _pulls_both(sector: str, share: float, delta: str, content: float) -> tuple[model.Pull, model.Pull]:
    return _pull(sector, share, delta, content), _pull(sector, share, delta, 0.0)


def _all_pulls(investment: float, share: float, delta: str, content: float) -> list[model.Pull]:
    return [_pull(sector, share, delta, content, investment) for sector in MOTORS]


def _curves(sector: str, delta: str, content: float) -> tuple[model.Array, model.Array]:
    alone, raised = (model.leak_by_size(sector, figure.SIZES, float(delta), c) for c in (0.0, content))
    return alone, raised


def _nation(sector: str, investment: float) -> model.Pull:
    return model.pull(sector, investment, share=1.0)


def _sentence(
    pulls: tuple[model.Pull, model.Pull], *, sector: str, share: float, delta: str, content: float
) -> Sentence:
    now, alone = pulls
    return say(
        _(
            "{sector}: with {share} of national jobs and delta = {delta}, {kept} of every 100 of indirect production"
            " stay in the region and {leak} leak to the rest of the country. Local supply is raised by {content}; left"
            " alone, {alone} would stay."
        ),
        sector=motor_names()[sector],
        share=percent(share, 1),
        delta=delta,
        kept=number(100 * now.kept),
        leak=number(100 * now.leak),
        content=percent(content),
        alone=number(100 * alone.kept),
    )


def _nation_sentence(found: model.Pull, *, sector: str, investment: float) -> Sentence:
    jobs = float(model.economy().jobs @ found.national)
    return say(
        _(
            "In the whole country {investment} of sales set off {indirect} of indirect production and {jobs} jobs among"
            " suppliers; double the sales, and what stays and what leaks both double."
        ),
        investment=number(investment, 0, _("million reais")),
        indirect=number(found.national.sum(), 0, _("million reais")),
        jobs=number(jobs),
    )
