"""The explorer ``circular_economy.countries``: who is circular, and how sure can one be?"""

from __future__ import annotations

from course_utils.concepts.circular_economy import countries, countries_figure
from course_utils.concepts.circular_economy.countries import YEARS, Ranking
from course_utils.explorer import Choice, Explorer, Overlay, Panel, Reading
from course_utils.words import Sentence, _, join, number, say


def countries_explorer() -> Explorer:
    """Return the explorer ``circular_economy.countries``."""
    return Explorer(
        name="circular_economy.countries",
        controls={
            "country": Choice(_("Country"), countries.names(), "FR"),
            "year": Choice(_("Year"), {str(year): str(year) for year in YEARS}, "2022", play=True),
            "margin": Choice(_("Every rate may be off by"), _margins(), "most"),
        },
        panels=[_ranking_panel(), _editions_panel()],
        reading=Reading(_own, _sentence, ("country", "year", "margin")),
        title=_("Circular material use of 27 countries"),
        caption=_(
            "Share of recycled material in all material used. Eurostat works the rates out anew each year: one edition"
            " is drawn as a line, what other editions say as single points. The star is the Union's aim for 2030."
        ),
        data=("circular_material_use", "circular_economy_indicators"),
        note=_(
            "The margin is ours: the size of the two changes known to us, in the rates of 2022 (the Netherlands and"
            " France; that of the Union did not change). Eurostat publishes no margin."
        ),
    )


def _margins() -> dict[str, str]:
    sizes = countries.margins()
    told = {
        "none": _("nothing"),
        "least": _("{points} points, as the Netherlands'"),
        "most": _("{points} points, as France's"),
    }
    return {key: str(say(text, points=number(sizes[key], 1)) if sizes[key] else text) for key, text in told.items()}


def _ranking_panel() -> Panel:
    return Panel(
        "ranking",
        _ranking,
        countries_figure.ranking_figure,
        ("year", "margin"),
        title=_("The ranking of a year"),
        alt=_("Twenty-seven dots, one a country, the highest rate on top, each with a bar for what it may be off."),
        height=620,
        overlay=Overlay(_marked, countries_figure.country_mark, ("year", "country")),
    )


def _editions_panel() -> Panel:
    return Panel(
        "editions",
        _code,
        lambda code, **_values: countries_figure.editions_figure(code),
        ("country",),
        title=_("One country through the editions"),
        alt=_("Lines of a country and of the Union from 2010 to 2023; single points are what other editions say."),
        height=360,
    )


def _ranking(year: str, margin: str) -> Ranking:
    return countries.ranking(int(year), countries.margins()[margin])


def _marked(year: str, country: str) -> tuple[Ranking, str]:
    return countries.ranking(int(year)), country


def _own(country: str, year: str, margin: str) -> tuple[Ranking, int]:
    found = _ranking(year, margin)
    return found, found.codes.index(country)


def _code(country: str) -> str:
    return country


def _sentence(found: tuple[Ranking, int], *, country: str, year: str, margin: str) -> Sentence:
    ranks, at = found
    told = say(
        _("{name}, {year}: {rate} % of the material used is recycled, rank {rank} of 27."),
        name=countries.names()[country],
        year=year,
        rate=number(ranks.rates[at], 1),
        rank=number(at + 1),
    )
    if not ranks.margin:
        return join(told, say(_("Taken at its word: no rate is ever revised.")))
    ends = {"best": number(ranks.best[at]), "worst": number(ranks.worst[at])}
    sure = _("If every rate may be off by {points} points, its rank may be any from {best} to {worst}.")
    if ranks.best[at] == ranks.worst[at]:
        sure = _("Even if every rate may be off by {points} points, its rank is {best}.")
    return join(told, say(sure, points=number(ranks.margin, 1), **{k: v for k, v in ends.items() if k in sure}))
