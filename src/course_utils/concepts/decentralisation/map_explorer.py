"""The explorer ``decentralisation.map``: intercommunality from 2019 to 2026, and communes since 1943."""

from __future__ import annotations

from typing import Any

import pandas as pd

from course_utils.concepts.decentralisation import communes, intercommunal
from course_utils.concepts.decentralisation import map_figure as figure
from course_utils.concepts.decentralisation.intercommunal import Classes, Home
from course_utils.explorer import Choice, Explorer, Overlay, Panel, Reading, Territory
from course_utils.words import Sentence, _, number, say


def map_explorer() -> Explorer:
    """Return the explorer ``decentralisation.map``."""
    return Explorer(
        name="decentralisation.map",
        controls=_controls(),
        panels=[_map_panel(), _key_panel(), _change_panel(), _communes_panel(), _events_panel()],
        reading=Reading(intercommunal.classes, _sentence, ("map",)),
        title=_("Who decides together?"),
        caption=_(
            "Intercommunalities with their own taxes (EPCI) on 1 January 2026, the bars below are the key of the map."
            " Overseas départements are moved beside metropolitan France, each at a scale of its own."
        ),
        data=("epci", "epci_by_type", "communes", "commune_history", "geometry"),
        note=_(
            "An intercommunality is followed by its code: a merger may show as a new code. Fewer communes may mean that"
            " members left, or that members merged. The tax regime of 2026 is not in the source: that of 2025 is shown."
            " Lyon is a métropole of a kind of its own. Of 2020 to 2025 the number of communes is not drawn."
        ),
    )


def _controls() -> dict[str, Any]:
    counted = {"epci": _("groups"), "communes": _("member communes"), "population": _("inhabitants")}
    kinds = {
        "all": _("all"),
        "merger": _("mergers of the old kinds"),
        "new": _("communes nouvelles"),
        "separation": _("separations and creations"),
    }
    return {
        "map": Choice(_("Map of"), figure.maps(), "type"),
        "what": Choice(_("Follow the number of"), counted, "epci"),
        "event": Choice(_("What changed the communes"), kinds, "all"),
        "territory": Territory(_("Your territory"), level="epci", value="200040715"),
    }


def _map_panel() -> Panel:
    return Panel(
        "map",
        intercommunal.classes,
        figure.map_figure,
        ("map",),
        title=_("Intercommunality in 2026"),
        alt=_("Map of the 1,253 intercommunalities of France coloured by class, yours outlined."),
        height=470,
        overlay=Overlay(_nothing, figure.home_trace, ("territory",)),
    )


def _key_panel() -> Panel:
    return Panel(
        "key",
        intercommunal.classes,
        figure.key_figure,
        ("map",),
        title=_("The key, and how many"),
        alt=_("Bars: number of intercommunalities of each class, in the colours of the map."),
        height=280,
        overlay=Overlay(_home, _no_trace, ("territory",), _home_sentence),
    )


def _change_panel() -> Panel:
    return Panel(
        "change",
        intercommunal.yearly,
        figure.change_figure,
        ("what",),
        title=_("Seven years of small change"),
        alt=_("Change since 2019, in %, for each type of intercommunality from 2019 to 2026."),
        height=340,
        overlay=Overlay(intercommunal.yearly, _no_trace, ("what",), _change_sentence),
    )


def _communes_panel() -> Panel:
    return Panel(
        "communes",
        lambda: None,
        figure.communes_figure,
        (),
        title=_("Communes since 1943"),
        alt=_("Number of communes: 38,140 in 1943, a fall around 1972, another from 2015 to 34,970 in 2019."),
        height=320,
        overlay=Overlay(communes.yearly, figure.most_trace, ("event",)),
    )


def _events_panel() -> Panel:
    return Panel(
        "events",
        communes.yearly,
        figure.events_figure,
        ("event",),
        title=_("What made them fewer, or more"),
        alt=_("Bars: communes more or fewer in each year from 1943 to 2019, by the kind of event chosen."),
        height=300,
        overlay=Overlay(communes.yearly, _no_trace, ("event",), _event_sentence),
    )


def _home(territory: str) -> Home:
    return intercommunal.home(territory)


def _no_trace(_found: Any, **_values: Any) -> dict[str, Any]:
    """Add nothing to the picture: the overlay is there for its sentence."""
    empty = {"type": "scatter", "mode": "markers", "name": _("nothing"), "x": [None], "y": [None]}
    return empty | {"showlegend": False, "hoverinfo": "skip", "meta": {"columns": []}}


def _nothing(**_values: Any) -> None:
    """An outline needs the code alone."""


def _sentence(found: Classes, *, map: str) -> Sentence:
    names = figure.class_names(map)
    parts = {"n": number(len(found.codes)), "a": number(found.counts[0])}
    told = {
        "type": _("Of {n} intercommunalities of 2026 {a} are communautés de communes and {z} métropoles."),
        "people": _("Of {n} intercommunalities {a} have under 15,000 inhabitants, {z} have 300,000 and more."),
        "communes": _("Of {n} intercommunalities {a} have under 10 communes, {z} have 80 and more."),
        "tax": _("Of the {n} of 2026 {a} raised the business tax alone in 2025, {z} taxed beside their communes."),
        "change": _(
            "Of {n} intercommunalities {z} show none of these changes since 2019; {a} are new or have a new code."
        ),
    }[map]
    return say(told, z=number(found.counts[len(names) - 1]), **parts)


def _home_sentence(found: Home, *, territory: str) -> Sentence:
    changed = dict(zip(intercommunal.CHANGES, figure.class_names("change"), strict=True))[found.change]
    told = _("{name}: {kind}, {c} communes, {p} inhabitants; since 2019: {changed}.")
    kind = figure.type_names()[found.type]
    return say(told, name=found.name, kind=kind, c=number(found.communes), p=number(found.people), changed=changed)


def _change_sentence(found: pd.DataFrame, *, what: str) -> Sentence:
    told = {
        "epci": _("From 2019 to 2026 the number of communautés de communes changed by {a}, of agglomerations by {b}."),
        "communes": _(
            "From 2019 to 2026 the communes in communautés de communes changed by {a}, in agglomerations by {b}."
        ),
        "population": _(
            "From 2019 to 2026 people in communautés de communes changed by {a}, in agglomerations by {b}."
        ),
    }[what]
    last = found.iloc[-1]
    return say(told, a=number(last["CC"], 1, "%"), b=number(last["CA"], 1, "%"))


def _event_sentence(found: pd.Series, *, event: str) -> Sentence:
    told = {
        "all": _(
            "From 1943 to 2019 all events together changed the number of communes by {n}; most in {year}, by {m}."
        ),
        "merger": _("Mergers of the old kinds changed their number by {n}, most in {year}, by {m}."),
        "new": _("Communes nouvelles changed their number by {n}, most in {year}, by {m}."),
        "separation": _("Separations and creations changed their number by {n}, most in {year}, by {m}."),
    }[event]
    top = int(found.abs().idxmax())
    return say(told, n=number(found.sum()), year=str(top), m=number(found[top]))
