"""The explorer of the two proximities: a synthetic population whose links answer to three weights."""

from __future__ import annotations

from dataclasses import dataclass

from course_utils.concepts.proximity import crowd, figure, picture
from course_utils.concepts.proximity.crowd import POPULATIONS, Kinds
from course_utils.concepts.proximity.picture import BELONGING, NEARNESS, SIMILARITY, Links, links
from course_utils.concepts.proximity.population import NEAR, ORGANISATIONS, PAIRS, SEED, TOWNS
from course_utils.explorer import Choice, Explorer, Panel, Reading
from course_utils.words import Sentence, _, join, number, percent, say

ALL = ("near", "belong", "similar", "spread", "organisations")
#: A link across the map is longer than this, km.
ACROSS = 200.0


def explorer() -> Explorer:
    """Return a fresh explorer of geographical and organised proximity."""
    return Explorer(
        "proximity",
        {
            "near": Choice(_("Next door multiplies the odds by"), _times(NEARNESS, _("1: distance is idle")), "30"),
            "belong": Choice(_("One organisation, by"), _times(BELONGING, _("1: belonging is idle")), "1"),
            "similar": Choice(_("The same knowledge, by"), _times(SIMILARITY, _("1: similarity is idle")), "1"),
            "spread": Choice(_("Actors spread over"), _towns(), "6"),
            "organisations": Choice(_("Organisations"), {str(n): str(number(n)) for n in ORGANISATIONS}, "5"),
        },
        [_map(), _kind(), _kinds()],
        Reading(_both, _sentence, ALL),
        title=_("Two ways of being close"),
        caption=_caption(),
        data=("poles_competitivite", "communes", "geometry"),
        note=_(
            "Synthetic: the actors, their organisations, their knowledge and their links are made up. Their places are"
            " real communes, close to home towns of the pôles de compétitivité."
        ),
    )


def _times(values: tuple[int, ...], idle: str) -> dict[str, str]:
    return {str(v): idle if v == 1 else str(number(v)) for v in values}


def _towns() -> dict[str, str]:
    return {str(n): str(say(_("{n} towns"), n=number(n))) for n in TOWNS}


def _caption() -> str:
    told = _(
        "Thirty actors, {pairs} pairs. Every pair keeps the same draw in all states, so that links come and go with the"
        " weights alone. Actors of one town are drawn on a ring around it; neighbours are less than {near} apart. The"
        " bars are averages over {runs} populations (seed {seed}); of ten samples of {sample} populations nine lie on"
        " the thin lines. Organised: one organisation, or knowledge that differs by less than 0.1."
    )
    parts = {"pairs": number(len(PAIRS[0])), "near": number(NEAR, 0, "km"), "seed": str(SEED)}
    return say(told, runs=number(POPULATIONS), sample=number(crowd.SAMPLE), **parts)


def _map() -> Panel:
    return Panel(
        "map",
        links,
        figure.map_figure,
        ALL,
        title=_("Close on the map"),
        alt=_("Map of France with thirty synthetic actors and the links between them."),
        height=560,
    )


def _kind() -> Panel:
    return Panel(
        "kind",
        links,
        figure.kind_figure,
        ALL,
        title=_("Close by organisation and knowledge: the same links"),
        alt=_("The same actors by knowledge, one row an organisation, and the same links between them."),
        height=420,
    )


def _kinds() -> Panel:
    return Panel(
        "kinds",
        kinds,
        figure.kinds_figure,
        ALL,
        title=_("How often, chance averaged out"),
        alt=_("Bars: share of the pairs linked among neighbours and others, with and without organised proximity."),
        height=260,
    )


def kinds(near: str, belong: str, similar: str, spread: str, organisations: str) -> Kinds:
    """How often pairs of each kind are linked, for what the reader chose."""
    return crowd.kinds(float(near), float(belong), float(similar), int(spread), int(organisations))


@dataclass(frozen=True, eq=False)
class Both:
    """The links that are drawn, and what many populations give."""

    drawn: Links
    found: Kinds


def _both(near: str, belong: str, similar: str, spread: str, organisations: str) -> Both:
    state = (near, belong, similar, spread, organisations)
    return Both(picture.links(*state), kinds(*state))


def _sentence(both: Both, **_values: str) -> Sentence:
    drawn = say(
        _("{n} of {pairs} pairs are linked, {far} of them over more than {km}."),
        n=number(both.drawn.linked.sum()),
        pairs=number(len(both.drawn.linked)),
        far=number(both.drawn.beyond(ACROSS)),
        km=number(ACROSS, 0, "km"),
    )
    told = _(
        "On average a link joins {ns} of the neighbours with nothing in common and {no} of those with organised"
        " proximity; of the pairs that are far apart, {fs} and {fo}."
    )
    no, ns, fo, fs = (percent(share) for share in both.found.mean)
    return join(drawn, say(told, ns=ns, no=no, fs=fs, fo=fo))
