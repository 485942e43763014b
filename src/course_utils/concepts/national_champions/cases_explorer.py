"""The explorers ``national_champions.cases`` and ``national_champions.size``: the mergers of the dataset."""

from __future__ import annotations

from typing import Any

import pandas as pd

from course_utils.concepts.national_champions import case_sentences, cases_figure
from course_utils.concepts.national_champions.cases import BORDERS, Case, cases, industry_jobs, needed, workforces
from course_utils.concepts.national_champions.model import COST, Merger, merger
from course_utils.explorer import Choice, Explorer, Overlay, Panel, Reading, Slider, Territory
from course_utils.words import _

CASE = ("case", "borders", "gain")


def cases_explorer() -> Explorer:
    """Return the explorer ``national_champions.cases``: the reader supposes, the model names the merger."""
    return Explorer(
        name="national_champions.cases",
        controls={
            "case": Choice(_("Merger"), cases_figure.titles(), "usinor_l_escaut"),
            "borders": Choice(_("Its market was"), case_sentences.borders(), "open"),
            "gain": Slider(_("It saved, on each unit of cost 20"), 0, COST, 3, 21, decimals=0),
        },
        panels=[_dates(), _needs()],
        reading=Reading(_supposed, case_sentences.case_reading, CASE),
        title=_("Twelve mergers: market power or scale?"),
        caption=_(
            "Names, partners and dates are those of the dataset. What the market was and what the merger saved are your"
            " suppositions: nobody gives them, and the model assumes four equal firms. Dashed: the day on which the"
            " last customs duties between the six countries of the Common Market ended."
        ),
        data=("national_champions",),
        note=_("The dataset is not complete: it holds the mergers whose partners a source names."),
    )


def _dates() -> Panel:
    return Panel(
        "dates",
        cases,
        cases_figure.dates,
        (),
        title=_("When the champions were made"),
        alt=_("A line for each of twelve mergers from 1948 to 1986, and a vertical line at 1 July 1968."),
        height=400,
        overlay=Overlay(_case, cases_figure.chosen, ("case",)),
    )


def _needs() -> Panel:
    return Panel(
        "needs",
        _needed,
        cases_figure.needs,
        ("case", "borders"),
        title=_("From which gain on does nobody lose?"),
        alt=_("Three bars from the smallest scale gain at which partners, nation and consumers do not lose, to 20."),
        height=250,
        overlay=Overlay(_nothing, cases_figure.supposed, ("gain",)),
    )


def _case(case: str) -> Case:
    return cases()[case]


def _needed(case: str, borders: str) -> dict[str, float]:
    return needed(cases()[case], borders)


def _nothing(gain: float) -> float:
    return gain


def _supposed(case: str, borders: str, gain: float) -> Merger:
    return merger(len(cases()[case].partners), gain, 0.0, BORDERS[borders])


def size_explorer() -> Explorer:
    """Return the explorer ``national_champions.size``: a champion beside the reader's département."""
    names = {str(row.firm): str(row.firm) for row in workforces().itertuples()}
    return Explorer(
        name="national_champions.size",
        controls={
            "firm": Choice(_("Champion"), names, "SNIAS"),
            "territory": Territory(_("Your territory"), level="departement", value="38"),
        },
        panels=[_champions()],
        reading=Reading(_employees, case_sentences.size_reading, ("firm",)),
        title=_("How large is a champion?"),
        caption=_(
            "Bars: employees of single firms, in the year that the source gives. Line: persons employed in industry in"
            " 2018. The firms' people were spread over many départements, and half a century lies between the two."
        ),
        data=("national_champions", "employment_departements", "growth_poles"),
    )


def _champions() -> Panel:
    return Panel(
        "size",
        workforces,
        cases_figure.champions,
        (),
        title=_("Champions and a département"),
        alt=_(
            "Bars: employees of five large firms from 1969 to 1976; a line: industry jobs of your département in 2018."
        ),
        height=320,
        overlay=(
            Overlay(_home, cases_figure.home, ("territory", "firm"), case_sentences.home_sentence),
            Overlay(_employees, cases_figure.picked, ("firm",)),
        ),
    )


def _employees(firm: str) -> pd.Series:
    found = workforces().set_index("firm")
    return found.loc[firm]


def _home(territory: str, firm: str) -> dict[str, Any]:
    return {"jobs": industry_jobs()[territory], "employees": int(_employees(firm)["employees"])}
