"""The explorer ``participation``: one facility, one département, five ways to decide."""

from __future__ import annotations

from course_utils.concepts.participation import figure, sentences
from course_utils.concepts.participation.points import Places, places
from course_utils.concepts.participation.siting import BENEFITS, REACHES, RULES, Decision, decide
from course_utils.explorer import Choice, Explorer, Overlay, Panel, Reading, Territory
from course_utils.explorer.controls import Control
from course_utils.words import _

ALL = ("territory", "reach", "benefit", "rule")


def explorer() -> Explorer:
    """Return a fresh explorer of the siting on a real map."""
    return Explorer(
        name="participation",
        controls=_controls(),
        panels=[_map(), _worth(), _harmed()],
        reading=Reading(decide, sentences.reading, ALL),
        title=_("Everybody needs it. Who will live beside it?"),
        caption=_(
            "Real communes and people of 2026; an invented facility. Each mark is the largest commune of its"
            " neighbourhood, at most 28 a département, and stands for everybody who lives nearest to it. Star: built."
            " Cross: refused, colours show what it would have done. Diamonds suffer more than the map says, squares"
            " less."
        ),
        data=("communes", "geometry"),
        note=_(
            "Invented: the facility, 300 € of harm a head and year at its gate, half a euro for each kilometre to the"
            " average inhabitant, and which places suffer more or less (by lot). Nobody lives nearer than 2 km. Paris"
            " is one commune: no rule can move anything there."
        ),
    )


def _controls() -> dict[str, Control]:
    return {
        "rule": Choice(_("Who decides"), sentences.rules(), "majority"),
        "reach": Choice(_("Reach of the nuisance"), sentences.kilometres(REACHES), "3"),
        "benefit": Choice(_("Benefit to everybody"), sentences.euros(BENEFITS), "30"),
        "territory": Territory(_("Your territory"), level="departement", value="44"),
    }


def _both(territory: str, reach: str, benefit: str, rule: str) -> tuple[Places, Decision]:
    return places(territory), decide(territory, reach, benefit, rule)


def _name(territory: str, reach: str, rule: str) -> Decision:
    return decide(territory, reach, BENEFITS[0], rule)  # where does not depend on the benefit, whether does


def _compared(territory: str, reach: str, benefit: str) -> dict[str, Decision]:
    return {rule: decide(territory, reach, benefit, rule) for rule in RULES}


def _map() -> Panel:
    marks = Overlay(_both, figure.places_trace, ALL)
    site = Overlay(_both, figure.site_trace, ALL)
    return Panel(
        "map",
        lambda territory: places(territory),
        figure.map_figure,
        ("territory",),
        alt=_(
            "Map of a département: its places, sized by people, pale where they gain and dark red where they lose, and"
            " the site, a star if it is built, a cross if it is refused."
        ),
        title=_("Who gains, who loses"),
        height=480,
        overlay=(marks, site),
    )


def _worth() -> Panel:
    name = Overlay(_name, _no_trace, ("territory", "reach", "rule"), sentences.site_sentence)
    return Panel(
        "worth",
        _compared,
        figure.worth_figure,
        ("territory", "reach", "benefit"),
        alt=_("Bars: what the decision under each of five rules is worth, in euro a head and year."),
        title=_("What each rule's decision is worth"),
        height=290,
        overlay=name,
    )


def _no_trace(_found: Decision, **_values: str) -> dict[str, object]:
    """Add nothing to the picture: the overlay is there for its sentence."""
    empty = {"type": "bar", "orientation": "h", "name": _("nothing"), "x": [None], "y": [None]}
    return empty | {"showlegend": False, "hoverinfo": "skip", "meta": {"columns": []}}


def _harmed() -> Panel:
    return Panel(
        "harmed",
        _compared,
        figure.harmed_figure,
        ("territory", "reach", "benefit"),
        alt=_("Bars: share of the people who lose by the decision under each of five rules."),
        title=_("Who pays for it"),
        height=290,
    )
