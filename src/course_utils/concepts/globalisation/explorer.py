"""The explorer ``globalisation``: jobs of French places, split into what the nation, their industries and they did."""

from __future__ import annotations

import math
from typing import Any

from course_utils.concepts.globalisation import france, places, wording
from course_utils.concepts.globalisation import france_figure as figure
from course_utils.explorer import Choice, Explorer, Overlay, Panel, Reading, Territory
from course_utils.words import Sentence, _, number, say

STATE = ("level", "period", "weights")


def explorer() -> Explorer:
    """Return the explorer ``globalisation``."""
    return Explorer(
        name="globalisation",
        controls={
            "territory": Territory(_("Your département"), level="departement", value="38"),
            "period": Choice(_("Period"), wording.periods(), "2008-2018"),
            "part": Choice(_("On the map"), {part: wording.parts()[part] for part in france.PARTS}, "local"),
            "level": Choice(_("Places"), wording.levels(), "departement"),
            "weights": Choice(_("Rates apply to the jobs"), wording.weights(), "initial"),
        },
        panels=[_map_panel(), _terms_panel(), _scatter_panel(), _sector_panel()],
        reading=Reading(_picture, _sentence, (*STATE, "part")),
        title=_("Nation, industries, place"),
        caption=_(
            "Jobs of employees and self-employed at the place of work, seven sectors, overseas included; Mayotte from"
            " 2013 only. Peers are the five départements nearest in population, taken together."
        ),
        data=(
            "employment_departements",
            "employment_old_regions",
            "employment_regions_accounts",
            "nuts_departements",
            "departements",
            "geometry",
        ),
        note=_("An account, no model: the local term is what the other two leave over, whatever its cause."),
    )


def _map_panel() -> Panel:
    return Panel(
        "map",
        _picture_of_map,
        figure.map_figure,
        (*STATE, "part"),
        title=_("One term at a time"),
        alt=_("Map of French départements coloured by the term chosen, yours outlined; all maps have one scale."),
        height=470,
        overlay=Overlay(_nothing, figure.home_outline, ("territory",)),
    )


def _terms_panel() -> Panel:
    own = ("territory", "period", "weights")
    return Panel(
        "terms",
        _whole,
        figure.terms_figure,
        ("period",),
        title=_("Your département and its peers"),
        alt=_("Bars of change, national term, industry mix and local term for France, your département and its peers."),
        height=340,
        overlay=(
            Overlay(_home, figure.home_bars, own, _home_sentence),
            Overlay(_home, figure.peer_bars, own),
        ),
    )


def _scatter_panel() -> Panel:
    return Panel(
        "scatter",
        _picture,
        figure.scatter_figure,
        STATE,
        title=_("Industries do little, places much"),
        alt=_(
            "Each place by its industry mix, across, and its local term, upwards. The cloud is tall and narrow. On the"
            " dashed line a place grows as the whole does; yours is a diamond."
        ),
        height=400,
        overlay=Overlay(_point, figure.home_point, ("territory", *STATE)),
    )


def _sector_panel() -> Panel:
    return Panel(
        "sectors",
        _growth,
        figure.sectors_figure,
        ("period",),
        title=_("Sector by sector"),
        alt=_("Bars of the growth of jobs in seven sectors, in France and in your département."),
        height=420,
        overlay=Overlay(_own_growth, figure.home_sectors, ("territory", "period")),
    )


def _picture(level: str, period: str, weights: str, part: str = "") -> france.Picture:
    return france.picture(level, period, weights)


_picture_of_map = _picture


def _whole(period: str) -> float:
    return france.picture("departement", period).whole


def _home(territory: str, period: str, weights: str) -> france.Home:
    return france.home(territory, period, weights)


def _point(territory: str, level: str, period: str, weights: str) -> tuple[float, float]:
    found = france.picture(level, period, weights)
    at = places.position(places.home_of(level)[territory], level)
    return float(found.mix[at]), float(found.local[at])


def _growth(period: str) -> Any:
    return france.sector_growth(period)


def _own_growth(territory: str, period: str) -> Any:
    return france.sector_growth(period, territory)


def _nothing(**_values: Any) -> None:
    """An outline needs the code alone."""


def _sentence(found: france.Picture, *, level: str, period: str, weights: str, part: str) -> Sentence:
    high, low = found.ends(part)
    start, end = period.split("-")
    values = getattr(found, part)
    told = _(
        "From {start} to {end} French jobs grew by {whole}. {part}: {most} in {high}, {least} in {low}. Over the"
        " {n} places the mix adds or takes {mix} points on average, the local term {local}."
    )
    return say(
        told,
        start=start,
        end=end,
        whole=number(found.whole, 1, "%"),
        part=wording.parts()[part],
        most=number(values[high], 1, "%"),
        high=found.names[high],
        least=number(values[low], 1, "%"),
        low=found.names[low],
        n=number(found.known),
        mix=number(found.typical("mix"), 1),
        local=number(found.typical("local"), 1),
    )


def _home_sentence(found: france.Home, *, territory: str, period: str, weights: str) -> Sentence:
    if math.isnan(found.own[0]):
        return say(_("{name} has no figures of 2008."), name=found.name)
    change, national, mix, local = found.own
    told = _(
        "{name}: {change}, of which national {national}, mix {mix}, local {local}. Its peers: {peers}, local {theirs}."
    )
    return say(
        told,
        name=found.name,
        change=number(change, 1, "%"),
        national=number(national, 1),
        mix=number(mix, 1),
        local=number(local, 1),
        peers=number(found.peers[0], 1, "%"),
        theirs=number(found.peers[3], 1),
    )
