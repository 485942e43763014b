"""The explorers: a motor firm and its region, and the nation's key sectors seen from a small region."""

from __future__ import annotations

from typing import Any

from course_utils.concepts.growth_pole import figure, model, tables
from course_utils.concepts.growth_pole.sectors import MOTORS, motor_names
from course_utils.datasets import territories
from course_utils.explorer import Choice, Explorer, Overlay, Panel, Reading, Slider, Territory
from course_utils.words import Sentence, _, number, percent, say

PLACE = ("sector", "share", "delta", "content")
SMALLEST = 0.001
#: Lattice of the key-sector explorer: from 2 % up 11 equal steps reach the whole nation, down 9 reach the least.
LEAST = float(f"{0.02 * 50 ** (-9 / 11):.8g}")


def explorer() -> Explorer:
    """Return the explorer ``growth_pole``."""
    return Explorer(
        name="growth_pole",
        controls=_controls(),
        panels=[_rounds_panel(), _landing_panel(), _size_panel(), _balance_panel()],
        reading=Reading(_pulls_both, _sentence, PLACE),
        title=_("A motor firm and its region"),
        caption=_(
            "One order to a motor firm, followed through its suppliers and theirs. Indirect production is what they make;"
            " total production adds the motor firm's own."
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
            _("New sales of the motor firm"), 100, 2000, 1000, points=2, interpolate=True, step=50, decimals=0,
            unit=_("million reais"),
        ),
        "share": Slider(
            _("Region's share of national jobs"), SMALLEST, 1.0, 0.02, points=10, interpolate=True, step=0.02, decimals=1,
            percent=True, scale="log",
        ),
        "delta": Choice(_("What small size costs (delta)"), delta_options(), "0.3"),
        "content": Slider(
            _("Local supply raised by"), 0.0, 1.0, 0.0, points=6, interpolate=True, step=0.05, decimals=0, percent=True
        ),
        "territory": _territory(SMALLEST),
    }  # fmt: skip


def delta_options() -> dict[str, str]:
    """Return the values of delta that are offered, with what they mean."""
    return {"0.1": _("0.1: little"), "0.3": _("0.3: usual"), "0.5": _("0.5: much")}


def _territory(least: float) -> Territory:
    shares = territories("departement")["employment_share"].dropna().clip(lower=least)
    sizes = {str(code): float(f"{share:.5g}") for code, share in shares.items()}
    return Territory(_("A region the size of"), level="departement", value="38", sets={"share": sizes})


def _rounds_panel() -> Panel:
    return Panel(
        "rounds",
        _nation_rounds,
        figure.nation_rounds,
        ("sector",),
        title=_("Round after round: what 100 of sales sets off"),
        alt=_("Two rising lines that flatten out: indirect production added up by round, in the whole country and in the region."),
        height=330,
        overlay=Overlay(_region_rounds, figure.region_rounds, PLACE),
    )


def _landing_panel() -> Panel:
    return Panel(
        "landing",
        _pull,
        figure.landing,
        PLACE,
        title=_("Where every 100 of indirect production lands"),
        alt=_("Flows from the motor firm to the region and to the rest of the country, and on to the five largest suppliers."),
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
        title=_("What the money does, motor firm by motor firm"),
        alt=_("Bars of indirect production for each motor sector, split into what stays in the region and what leaks."),
        height=360,
        overlay=Overlay(_nation, figure.chosen, ("sector", "investment"), _nation_sentence),
    )


def _pull(sector: str, share: float, delta: str, content: float, investment: float = 1000.0) -> model.Pull:
    return model.pull(sector, investment, share, float(delta), content)


def _pulls_both(sector: str, share: float, delta: str, content: float) -> tuple[model.Pull, model.Pull]:
    return _pull(sector, share, delta, content), _pull(sector, share, delta, 0.0)


def _all_pulls(investment: float, share: float, delta: str, content: float) -> list[model.Pull]:
    return [_pull(sector, share, delta, content, investment) for sector in MOTORS]


def _nation_rounds(sector: str) -> model.Array:
    return model.spending(sector)[0]


def _region_rounds(sector: str, share: float, delta: str, content: float) -> model.Array:
    return model.spending(sector, share, float(delta), content)[1]


def _curves(sector: str, delta: str, content: float) -> tuple[model.Array, model.Array]:
    alone, raised = (model.leak_by_size(sector, figure.SIZES, float(delta), c) for c in (0.0, content))
    return alone, raised


def _nation(sector: str, investment: float) -> model.Pull:
    return model.pull(sector, investment, share=1.0)


def _sentence(pulls: tuple[model.Pull, model.Pull], *, sector: str, share: float, delta: str, content: float) -> Sentence:
    now, alone = pulls
    return say(
        _(
            "{sector}: with {share} of national jobs and delta = {delta}, {kept} of every 100 of indirect production stay in"
            " the region and {leak} leak to the rest of the country. With local supply left alone {alone} would stay; it is"
            " raised by {content}."
        ),
        sector=motor_names()[sector],
        share=percent(share, 1),
        delta=delta,
        kept=number(100 * now.kept),
        leak=number(100 * now.leak),
        alone=number(100 * alone.kept),
        content=percent(content),
    )


def _nation_sentence(found: model.Pull, *, sector: str, investment: float) -> Sentence:
    jobs = model.economy().jobs @ found.national
    return say(
        _(
            "In the whole country {investment} of sales set off {indirect} of indirect production and {jobs} jobs among"
            " suppliers; changing the investment does not change the share that leaks."
        ),
        investment=number(investment, 0, _("million reais")),
        indirect=number(found.national.sum(), 0, _("million reais")),
        jobs=number(jobs),
    )


def key_sectors_explorer() -> Explorer:
    """Return the explorer ``growth_pole.key_sectors``."""
    size = Slider(_("Region's share of national jobs"), LEAST, 1.0, 0.02, points=21, decimals=1, percent=True, scale="log")
    names = ("share", "delta")
    return Explorer(
        name="growth_pole.key_sectors",
        controls={
            "share": size,
            "delta": Slider(_("What small size costs (delta)"), 0.0, 0.6, 0.3, points=21, decimals=2),
            "territory": _territory(LEAST),
        },
        panels=[
            Panel(
                "linkages",
                tables.key_sectors,
                figure.linkage_map,
                names,
                title=_("Key sectors: pulling suppliers, serving customers"),
                alt=_("68 sectors by backward and forward linkage, in the nation and in the region, with the average of each."),
                height=380,
            )
        ],
        reading=Reading(tables.key_sectors, _key_sentence, names),
        title=_("Are the nation's key sectors key in a small region?"),
        caption=_("A key sector is above the average both ways. In colour: the key sectors of the nation."),
        data=("input_output_brazil", "employment_departements"),
        note=_("A stylised model: the region is the nation of the table (Brazil, 2019, 68 sectors), only smaller."),
    )


def _key_sentence(found: tables.KeySectors, *, share: float, delta: float) -> Sentence:
    return say(
        _(
            "With {share} of national jobs and delta = {delta}: of the nation's {nation} key sectors, {strong} stay above the"
            " nation's average both ways inside the region, and {own} above the region's own."
        ),
        share=percent(share, 1),
        delta=number(delta, 2),
        nation=number(found.nation.sum()),
        strong=number((found.nation & found.by_nation).sum()),
        own=number((found.nation & found.by_region).sum()),
    )
