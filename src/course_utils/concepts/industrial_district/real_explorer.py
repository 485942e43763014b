"""The explorer ``industrial_district.real``: what two real tables can tell of four steps, and what they cannot."""

from __future__ import annotations

from course_utils.concepts.industrial_district import examples, real, real_figure
from course_utils.concepts.industrial_district.real import France, Home, Morocco
from course_utils.explorer import Choice, Explorer, Overlay, Panel, Reading, Slider, Territory
from course_utils.words import Sentence, _, join, number, say

NAMES = ("quotient", "size", "year")


def real_explorer() -> Explorer:
    """Return the explorer ``industrial_district.real``."""
    return Explorer(
        name="industrial_district.real",
        controls={
            "quotient": Slider(_("Step 1: quotient of industry above"), 0.6, 1.6, 1.0, points=21),
            "size": Slider(_("Step 2: jobs per business below, times the country's"), 0.5, 1.5, 1.0, points=21),
            "year": Choice(_("Year (France)"), {year: year for year in real.YEARS}, "2018", play=True),
            "territory": Territory(_("Your département"), level="departement", value="38"),
        },
        panels=[_france(), _sectors(), _morocco(), _cases()],
        reading=Reading(_found, _sentence, NAMES),
        title=_("Two real tables, one step and two"),
        caption=_(
            "France: jobs in industry (with energy and water) by département, 2008, 2013 and 2018; the table has seven"
            " sectors and no sizes, so that only the first step can be taken. Morocco: people at work in industry in"
            " 2014, and jobs per business of all sectors together in 2024, by province: two steps, the second one only"
            " roughly."
        ),
        data=("employment_departements", "departements", "morocco_employment", "morocco_establishments", "districts"),
        note=_(
            "Neither table can name an industry or count the small plants in it, and neither département nor province"
            " is a local labour market: nothing here finds a district."
        ),
    )


def _france() -> Panel:
    return Panel(
        "france",
        lambda quotient, year: real.france(quotient, year),
        real_figure.france_figure,
        ("quotient", "year"),
        title=_("France: départements that pass the first step"),
        alt=_("Map of the French départements: those with a quotient of industry above the threshold are coloured."),
        height=470,
        overlay=Overlay(lambda territory: None, real_figure.home_trace, ("territory",)),
    )


def _sectors() -> Panel:
    return Panel(
        "sectors",
        lambda: None,
        real_figure.sectors_figure,
        (),
        title=_("Your département, sector by sector"),
        alt=_("Bars of the location quotients of seven sectors in your département."),
        height=330,
        overlay=Overlay(
            lambda territory, year: real.home(territory, year),
            real_figure.sectors_trace,
            ("territory", "year"),
            _home_sentence,
        ),
    )


def _morocco() -> Panel:
    return Panel(
        "morocco",
        lambda quotient, size: real.morocco(quotient, size),
        real_figure.morocco_figure,
        ("quotient", "size"),
        title=_("Morocco: provinces at two steps"),
        alt=_("Map of the Moroccan provinces in three colours: out at step one, out at step two, or through."),
        height=480,
    )


def _cases() -> Panel:
    return Panel(
        "cases",
        examples.cases,
        real_figure.cases_figure,
        (),
        title=_("What has been called a district: firms and jobs"),
        alt=_("Districts by firms and jobs: Prato has about 5 jobs a firm, Sassuolo in 2003 about 150."),
        height=380,
    )


def _found(quotient: float, size: float, year: str) -> tuple[France, Morocco]:
    return real.france(quotient, year), real.morocco(quotient, size)


def _sentence(found: tuple[France, Morocco], *, quotient: float, size: float, year: str) -> Sentence:
    france, morocco = found
    first = say(
        _("Above {q}, {n} of {all} French départements pass the first step in {year}."),
        q=number(quotient, 2),
        n=number(france.passed.sum()),
        all=number(france.known),
        year=year,
    )
    industrial, small = int((morocco.reached > 0).sum()), int((morocco.reached == 2).sum())
    told = _(
        "Of {all} Moroccan provinces {industrial} pass it, and {small} of these have fewer than {s} times the country's"
        " jobs per business."
    )
    counts = {"all": number(len(morocco.table)), "industrial": number(industrial), "small": number(small)}
    return join(first, say(told, s=number(size, 2), **counts), _largest(morocco))


def _largest(morocco: Morocco) -> Sentence:
    out, through = morocco.largest(1), morocco.largest(2)
    told = [
        say(_("The largest that drops out at the second step: {name}."), name=out) if out else "",
        say(_("The largest that passes both: {name}."), name=through) if through else "",
    ]
    return join(*told)


def _home_sentence(found: Home, *, territory: str, year: str) -> Sentence:
    if not found.highest:
        return say(_("{name} has no figures for {year}."), name=found.name, year=year)
    told = _(
        "{name}: quotient of industry {q}, rank {rank} of {total}; its highest of seven is that of {sector}, {value}."
        " Steps 2 to 4 cannot be taken with this table."
    )
    ranks = {"rank": number(found.rank), "total": number(found.total)}
    highest = {"sector": real_figure.sector_names()[found.highest].lower(), "value": number(found.value, 2)}
    return say(told, name=found.name, q=number(found.quotient, 2), **ranks, **highest)
