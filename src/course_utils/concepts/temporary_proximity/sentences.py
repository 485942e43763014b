"""Words of the chapter: what the three ways are called, and the sentences under the figures."""

from __future__ import annotations

import math

from course_utils.concepts.temporary_proximity.borders import Borders
from course_utils.concepts.temporary_proximity.model import Decision, Terms, rent_limit
from course_utils.concepts.temporary_proximity.phases import Project, phase_names, terms_of
from course_utils.words import Number, Sentence, _, join, number, percent, say


def modes() -> dict[str, str]:
    """Name of each way to work together."""
    return {
        "remote": _("Stay remote"),
        "temporary": _("Travel and meet"),
        "permanent": _("Share one place"),
    }


def per_km() -> dict[str, str]:
    """Price of a kilometre between the teams, by key in thousand euros."""
    return {"0.002": _("€2 a kilometre"), "0.001": _("€1 a kilometre")}


def rents(keys: tuple[float, ...]) -> dict[str, str]:
    """Rent of a period, by key in thousand euros."""
    return {f"{rent:g}": str(number(1000 * rent, unit="€")) for rent in keys}


def euros(thousands: float) -> Number:
    """Return a sum of thousand euros as euros."""
    return Number(float(thousands), 0, "€", 1000.0)


def km(distance: float) -> Number:
    """Return a distance as kilometres."""
    return number(distance, 0, "km")


def reading(found: tuple[Decision, Project], *, phase: str, per_km: str, rent: str, distance: float) -> Sentence:
    """Say what to do in this phase at this distance, and what the whole project gains by changing its way."""
    decision, whole = found
    terms = terms_of(phase, float(per_km))
    opening = say(
        _("{phase} at {distance}, rent {rent}:"),
        phase=phase_names()[phase].split(". ")[1].capitalize(),
        distance=km(distance),
        rent=euros(float(rent)),
    )
    return join(opening, told(decision, terms, distance), borders(Borders(terms, float(rent))), _project(whole))


def told(found: Decision, terms: Terms, distance: float) -> Sentence:
    """Say which way is best, and by how much the others fall short."""
    trips, left, stay = number(found.meetings, 1), euros(found.temporary), euros(found.permanent)
    limit = euros(found.limit)
    if found.mode == "permanent" and found.meetings > 0:
        line = _("share one place, which leaves {stay}; {trips} trips would leave {left}.")
    elif found.mode == "permanent":
        line = _("share one place, which leaves {stay}; no trip pays, the first would cost more than it brings.")
    elif found.mode == "temporary":
        line = _(
            "travel {trips} times, which leaves {left}; only a rent below {limit} would make sharing a place better."
        )
    else:
        line = _(
            "stay remote; the first trip would cost {cost} and bring less, and sharing a place brings {worth}, no more"
            " than its rent."
        )
    words = {"trips": trips, "left": left, "stay": stay, "limit": limit}
    return say(line, **words, cost=euros(terms.cost(distance)), worth=euros(terms.worth))


def borders(found: Borders) -> Sentence:
    """Say where travelling ends at this rent, and what begins there."""
    move, stop = km(found.move), km(found.travel)
    if found.rent >= found.terms.worth:
        if found.travel <= 0:
            return say(_("At this rent teams stay remote at any distance."))
        return say(_("At this rent nobody moves: teams travel up to {stop} and stay remote beyond."), stop=stop)
    if found.move <= 0:
        return say(_("At this rent teams share a place at any distance."))
    return say(_("At this rent teams travel up to {move} and share a place beyond."), move=move)


def _project(whole: Project) -> Sentence:
    return say(
        _(
            "Over the five phases the best way of each leaves {mixed}; together from first to last {together}, never"
            " moving {apart}."
        ),
        mixed=euros(whole.mixed),
        together=euros(whole.together),
        apart=euros(whole.apart),
    )


def limits_reading(found: Borders, **_values: object) -> Sentence:
    """Say what travelling reaches, and what it pays to move for, at the rent of the example."""
    terms = found.terms
    line = _(
        "Trips pay up to {stop}; in whole trips, {whole}. The rent below which sharing beats travelling is {near} next"
        " door, {far} where the last trip pays."
    )
    numbers = {"stop": km(found.travel), "whole": km(found.whole_travel), "far": euros(terms.worth)}
    first = say(_("The first trip costs more than it brings even next door: nobody travels."))
    if found.travel > 0:
        first = say(line, **numbers, near=euros(rent_limit(terms, 0.0)))
    return join(first, say(_("Take a rent of {rent}."), rent=euros(found.rent)), borders(found))


def whole_reading(found: tuple[float, int, float, float], *, pace: float, distance: float, worth: str) -> Sentence:
    """Say how many meetings are best, free to be cut in parts and in whole numbers, and what that costs."""
    often, whole, net, whole_net = found
    first = say(_("A meeting brings {share} of what is still unknown."), share=percent(-math.expm1(-pace)))
    if often <= 0:
        none = _("At {d} even the first one costs more than it brings: stay remote, or share a place.")
        return join(first, say(none, d=km(distance)))
    line = _("At {d} the formula asks for {n} trips, which leave {net}.")
    second = say(line, d=km(distance), n=number(often, 2), net=euros(net))
    part = _("But nobody takes part of a trip, and one whole trip costs more than it brings: do not travel.")
    third = _("In whole numbers that is {whole}, which leave {net}; {known} of the knowledge has then come over.")
    if whole == 0:
        return join(first, second, say(part))
    known = percent(-math.expm1(-pace * whole))
    return join(first, second, say(third, whole=number(whole), net=euros(whole_net), known=known))
