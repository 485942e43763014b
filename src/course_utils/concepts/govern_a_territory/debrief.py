"""The debrief: what each card, shock and stakeholder did to this very game, found by playing it again without it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from course_utils.concepts.govern_a_territory import wording
from course_utils.concepts.govern_a_territory.cards import CARDS, titles
from course_utils.concepts.govern_a_territory.game import Game
from course_utils.concepts.govern_a_territory.plan import Plan
from course_utils.concepts.govern_a_territory.rules import DECADE, SCORES, SHOCKS, TURNS
from course_utils.concepts.govern_a_territory.simulate import simulate
from course_utils.words import Number, number, say

Line = dict[str, Any]

#: The chapter that explains why stakeholders delay and block.
STAKEHOLDERS_CHAPTER = "participation"
#: Points of a score that are worth a word.
SHOWN = 0.05


def _plan(game: Game) -> Plan:
    """The game without the cards that were not paid: the same game, but none of them steps in for one left out."""
    fields = {name: game[name] for name in ("territory", "seed", "budget", "weights", "shocks")}
    paid = [[entry["card"] for entry in turn["cards"] if entry["status"] != "unpaid"] for turn in game["played"]]
    return Plan(**fields, turns=tuple(map(tuple, paid)))


def _without(plan: Plan, t: int, card: str) -> Plan:
    turns = list(plan.turns)
    turns[t] = tuple(name for name in turns[t] if name != card)
    return replace(plan, turns=tuple(turns))


def debrief(game: Game) -> list[dict[str, Any]]:
    """Say for each turn what happened, what it changed, and which chapter explains it.

    Parameters
    ----------
    game : dict
        From `start`, `step` or `play`.

    Returns
    -------
    list of dict
        One a turn: `turn`, `year`, `until` and `lines`. A line has `kind` (card, stakeholder, shock, quiet), `key`,
        `chapter` (concept that explains it, or None), `template`, `text`, and `effect`, the points that it made of
        each score: a card's by the end of the decade after its own, a shock's by the end of its turn, found by
        playing the same game, with the same chance, without it.

    Examples
    --------
    >>> from course_utils.concepts.govern_a_territory import play
    >>> line = debrief(play(turns=[["growth_zone"]]))[0]["lines"][0]
    >>> line["chapter"], line["text"]
    ('core_periphery', 'Growth pole zone, played in 1955: ...')
    """
    plan = _plan(game)
    cards = [(t, entry["card"]) for t, played in enumerate(game["played"]) for entry in played["cards"]]
    struck = [came["shock"] for came in game["struck"]]
    plans = [_without(plan, t, card) for t, card in cards]
    plans += [replace(plan, without=(shock,)) for shock in struck]
    rows = simulate([plan, *plans]).rows
    found = np.array([rows[f"score_{score}"] for score in SCORES])  # scores x years x games
    effects = found[:, :, :1] - found[:, :, 1:]
    by_card = {key: effects[:, :, n] for n, key in enumerate(cards)}
    by_shock = {key: effects[:, :, len(cards) + n] for n, key in enumerate(struck)}
    return [_turn(game, t, by_card, by_shock) for t in range(len(game["turns"]))]


def _turn(game: Game, t: int, by_card: dict[Any, Any], by_shock: dict[str, Any]) -> dict[str, Any]:
    lines = []
    for entry in game["played"][t]["cards"]:
        lines += _card(game, t, entry, by_card[t, entry["card"]])
    for came in game["struck"]:
        if TURNS[t] <= came["year"] < TURNS[t] + DECADE:
            lines.append(_shock(came, t, by_shock[came["shock"]][:, (t + 1) * DECADE]))
    if not lines:
        lines = [_line("quiet", None, None, "quiet", {})]
    return {"turn": t, "year": TURNS[t], "until": TURNS[t] + DECADE, "lines": lines}


def _line(kind: str, key: str | None, chapter: str | None, template: str, parts: dict[str, Any]) -> Line:
    text = str(say(wording.sentences()[template], **parts))
    text = text[:1].upper() + text[1:]
    return {"kind": kind, "key": key, "chapter": chapter, "template": template, "text": text, "effect": None}


def _card(game: Game, t: int, entry: dict[str, Any], effect: NDArray[np.float64]) -> list[Line]:
    card, status, chapter = entry["card"], entry["status"], CARDS[entry["card"]].chapter
    name, lines = titles()[card], []
    if status == "unpaid":
        return [_line("card", card, chapter, "unpaid", {"card": name, "cost": number(CARDS[card].cost)})]
    if entry["against"]:
        approval = number(game["rows"][f"approval_{entry['against']}"][t * DECADE])
        parts = {"card": name, "who": wording.stakeholders()[entry["against"]], "approval": approval}
        template = "delayed_one" if entry["delay"] == 1 else status
        parts |= {"years": number(entry["delay"])}
        lines = [_line("stakeholder", entry["against"], STAKEHOLDERS_CHAPTER, template, parts)]
    if status != "blocked":
        lines.append(_done(game, t, card, effect))
    return lines


def _done(game: Game, t: int, card: str, effect: NDArray[np.float64]) -> Line:
    """Say what a card did by the end of the next decade, and what is left of it at the end of the game."""
    last = len(game["turns"]) * DECADE
    then = min(last, (t + 2) * DECADE)
    kind, parts = _words(effect[:, then])
    parts |= {"card": titles()[card], "year": str(TURNS[t]), "end": str(TURNS[0] + then)}
    line = _line("card", card, CARDS[card].chapter, f"card_{kind}", parts) | {"effect": _named(effect[:, then])}
    if then < last and kind != "nothing":
        most = int(np.abs(effect[:, then]).argmax())
        words = {"end": str(game["year"]), "left": number(effect[most, last], 1)}
        words["score"] = list(wording.scores().values())[most]
        line["text"] += " " + str(say(wording.sentences()["left"], **words))
    return line


def _shock(came: dict[str, Any], t: int, effect: NDArray[np.float64]) -> Line:
    kind, parts = _words(effect)
    parts |= {"shock": wording.shocks()[came["shock"]], "year": str(came["year"]), "end": str(TURNS[t] + DECADE)}
    parts |= {"size": number(came["size"], 1)}
    line = _line("shock", came["shock"], SHOCKS[came["shock"]].chapter, f"shock_{kind}", parts)
    return line | {"effect": _named(effect)}


def _named(effect: NDArray[np.float64]) -> dict[str, float]:
    return dict(zip(SCORES, effect.tolist(), strict=True))


def _words(effect: NDArray[np.float64]) -> tuple[str, dict[str, str | Number]]:
    """Which template fits an effect, with its best and its worst score."""
    best, worst, names = int(effect.argmax()), int(effect.argmin()), list(wording.scores().values())
    plus, minus = effect[best] >= SHOWN, effect[worst] <= -SHOWN
    kind = "both" if plus and minus else "plus" if plus else "minus" if minus else "nothing"
    parts: dict[str, str | Number] = {"best": names[best], "worst": names[worst]}
    return kind, parts | {"plus": number(effect[best], 1), "minus": number(-effect[worst], 1)}
