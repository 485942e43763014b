"""The game as a reader meets it: in the built page without a kernel, in JupyterLab with widgets over the engine."""

from __future__ import annotations

import json
import os
from html import escape
from pathlib import Path
from typing import Any

from course_utils.concepts.govern_a_territory import chapters, face_words, objections, report, wording
from course_utils.concepts.govern_a_territory import game as engine
from course_utils.concepts.govern_a_territory.cards import CARDS, titles
from course_utils.concepts.govern_a_territory.data import ENGINE, game_data
from course_utils.concepts.govern_a_territory.debrief import debrief
from course_utils.concepts.govern_a_territory.plan import SEEDS
from course_utils.concepts.govern_a_territory.recipes import MIXED
from course_utils.concepts.govern_a_territory.rules import SCORES, SLOTS, TURNS
from course_utils.concepts.govern_a_territory.territories import codes, places
from course_utils.explorer.live_game import LiveGame, Rules
from course_utils.explorer.static import fallback_table
from course_utils.words import _

PAGE = Path(__file__).with_name("page")
SAMPLE_SEED = 1


def works(card: str) -> str:
    """Say when a card works and on what, in a line.

    Examples
    --------
    >>> works("growth_zone")
    'Works 8 years, after 3. More: jobs in large plants, jobs in small firms, land built upon.'
    """
    news, levers, own = face_words.news(), face_words.levers(), CARDS[card]
    said = [news["works" if own.lag else "works_now"].format(years=own.years, lag=own.lag) + "."]
    for sign, key in ((1, "more"), (-1, "less")):
        names = [levers[lever] for lever, effect in own.effects.items() if sign * effect > 0]
        if names:
            said.append(news[key].format(list=", ".join(names)))
    return " ".join(said)


def objects(game: engine.Game, card: str) -> str:
    """Say who may stand against a card now, and what they would do.

    Examples
    --------
    >>> objects(engine.start("38"), "growth_zone")
    'residents would let it pass (43 of 100 content).'
    """
    status, who = objections.objection(game, card)
    news = face_words.news()
    if who is None:
        return news["nobody"]
    kind = {"done": "calm", "delayed": "late", "blocked": "stop"}[status]
    approval = f"{game['approvals'][who]:.0f}"
    return news[kind].format(who=wording.stakeholders()[who], approval=approval)


def face_data() -> dict[str, Any]:
    """Return what the page's script needs: the engine's data, the words of the face, the chapters.

    Examples
    --------
    >>> sorted(face_data())
    ['addresses', 'chapters', 'game', 'scores', 'style', 'words']
    """
    known = chapters.names()
    return {
        "game": game_data(),
        "words": face_words.words(),
        "chapters": known,
        "addresses": {name: chapters.address(name) for name in known},
        "scores": list(SCORES),
        "style": report.STYLE,
    }


def _sample() -> str:
    """The cards, and a game that was played, as tables: for print and for a browser without scripts."""
    heads, labels, eras = face_words.columns(), face_words.labels(), wording.eras()
    top = [heads[key] for key in ("card", "from", "cost", "effect", "objects")]
    who = wording.stakeholders()
    body = [
        [
            f"{titles()[key]} ({eras[card.era]})",
            str(TURNS[card.first]),
            str(card.cost),
            works(key),
            ", ".join(who[name] for name in card.against),
        ]
        for key, card in CARDS.items()
    ]
    played = engine.play(seed=SAMPLE_SEED, turns=MIXED)
    title = labels["sample"].format(place=places()["38"].name, seed=SAMPLE_SEED)
    scores = [str(TURNS[0]), *(f"{played['rows'][f'score_{s}'][0]:.1f}" for s in SCORES), ""]
    rows = [scores]
    for found in debrief(played):
        y = found["until"] - TURNS[0]
        told = " ".join(line["text"] for line in found["lines"])
        rows.append([str(found["until"]), *(f"{played['rows'][f'score_{s}'][y]:.1f}" for s in SCORES), told])
    head = [heads["year"], *wording.scores().values(), heads["what"]]
    return fallback_table(labels["all_cards"], top, body) + fallback_table(title, head, rows)


def static_html() -> str:
    """Return the game for a built page: tables, data, script and style, with nothing to load.

    Examples
    --------
    >>> text = static_html()
    >>> "courseGame" in text, "src=" in text, "<noscript" in text
    (True, False, False)
    """
    text = json.dumps(face_data(), separators=(",", ":"), ensure_ascii=False, allow_nan=False).replace("<", "\\u003c")
    scripts = "\n".join(path.read_text("utf-8") for path in (ENGINE, PAGE / "2_face.js"))
    style = (PAGE / "game.css").read_text("utf-8")
    title = escape(face_words.labels()["title"])
    return (
        f'<style>{style}</style><section class="cu-game" aria-label="{title}"><p class="cu-title">{title}</p>'
        f'<div class="cu-game-fallback">{_sample()}</div><div class="cu-game-stage"></div>'
        f'<script type="application/json">{text}</script></section><script>{scripts}</script>'
    )


def live() -> LiveGame:
    """Return the widgets over the engine."""
    return LiveGame(
        Rules(
            territories={places()[code].name: code for code in codes()},
            options={"budget": wording.budgets(), "weights": wording.weights()},
            start=engine.start,
            step=engine.step,
            cards=lambda game: {key: (titles()[key], CARDS[key].cost, card_line(game, key)) for key in game["offered"]},
            scores=wording.scores(),
            story=story,
            files={"csv": report.history_csv, "html": report.report_html},
            words=face_words.words(),
            most_cards=SLOTS,
            last_seed=SEEDS - 1,
        )
    )


def card_line(game: engine.Game, card: str) -> str:
    """What a card does, and who may object to it now."""
    return f"{works(card)} {objects(game, card)}"


def story(game: engine.Game) -> list[tuple[str, list[tuple[str, str, str]]]]:
    """The debrief for a face: for each turn its years, and for each line the text, the chapter's title and address."""
    known = chapters.names()
    told = []
    for turn in debrief(game):
        lines = [
            (line["text"], known.get(line["chapter"] or "", ""), chapters.address(line["chapter"] or "growth_pole"))
            for line in turn["lines"]
        ]
        told.append((f"{turn['year']}–{turn['until']}", lines))
    return told


class GameFace:
    """The game; shows itself in the book, in JupyterLab and in a terminal."""

    def __repr__(self) -> str:
        return _("A game: play it in a notebook or in the book.")

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, Any]:
        text = {"text/plain": repr(self)}
        if os.environ.get("COURSE_UTILS_FACE", "live") == "static":
            return text | {"text/html": static_html()}
        if not hasattr(self, "_live"):
            self._live = live()
        bundle = self._live.box._repr_mimebundle_()
        return dict(bundle[0] if isinstance(bundle, tuple) else bundle) | text


def play_game() -> GameFace:
    """Play the game: seven decades of one département.

    Returns
    -------
    GameFace
        Shows the game: in the built page it needs no kernel, in JupyterLab it runs on this very package.

    Examples
    --------
    >>> play_game()
    A game: play it in a notebook or in the book.
    """
    return GameFace()
