"""The live face of a game played turn by turn: plain ipywidgets over an engine that is given as functions."""

from __future__ import annotations

import base64
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

import ipywidgets as widgets

Game = dict[str, Any]
Told = list[tuple[str, list[tuple[str, str, str]]]]
LABEL = {"description_width": "12rem"}
WIDE = widgets.Layout(width="98%")


@dataclass(frozen=True)
class Rules:
    """What a game is, to its widgets.

    Parameters
    ----------
    territories : mapping of str to str
        Code of each territory by its name.
    options : mapping
        Choices of the start: their names by key.
    start, step : callable
        Give a game; play a turn of it with the keys of some cards.
    cards : callable
        Title, cost and line of each card offered.
    scores : mapping of str to str
        Names of the scores.
    story : callable
        Debrief: for each turn its years and its lines (text, chapter, address).
    files : mapping of str to callable
        What can be taken home, by the ending of its name.
    words : mapping
        Words of the face.
    most_cards, last_seed : int
        Bounds.
    """

    territories: Mapping[str, str]
    options: Mapping[str, Mapping[str, str]]
    start: Callable[..., Game]
    step: Callable[[Game, Sequence[str]], Game]
    cards: Callable[[Game], Mapping[str, tuple[str, int, str]]]
    scores: Mapping[str, str]
    story: Callable[[Game], Told]
    files: Mapping[str, Callable[[Game], str]]
    words: Mapping[str, Mapping[str, str]]
    most_cards: int
    last_seed: int


class LiveGame:
    """A game in JupyterLab: `box` is what is shown; `begin` and `play` do what the buttons do."""

    def __init__(self, rules: Rules) -> None:
        self.rules = rules
        self.game: Game | None = None
        self.picks: dict[str, widgets.Checkbox] = {}
        labels, own = rules.words["labels"], {"style": LABEL, "layout": WIDE}
        self.territory = widgets.Dropdown(
            options=sorted(rules.territories.items()), value="38", description=labels["territory"], **own
        )
        seed = labels["seed"].format(most=rules.last_seed)
        self.seed = widgets.BoundedIntText(1, min=0, max=rules.last_seed, description=seed, **own)
        self.options = {
            key: widgets.Dropdown(options=[(t, k) for k, t in names.items()], description=labels[key], **own)
            for key, names in rules.options.items()
        }
        if "budget" in self.options:
            self.options["budget"].value = "normal"
        self.shocks = widgets.Checkbox(True, description=labels["shocks"], **own)
        begin = widgets.Button(description=rules.words["buttons"]["start"])
        begin.on_click(lambda _button: self.begin())
        self.stage = widgets.VBox()
        self.said = widgets.HTML()
        self.box = widgets.VBox(
            [self.territory, self.seed, *self.options.values(), self.shocks, begin, self.said, self.stage]
        )

    def begin(self) -> None:
        """Start a game with what is chosen."""
        options = {key: choice.value for key, choice in self.options.items()}
        self.game = self.rules.start(self.territory.value, self.seed.value, shocks=self.shocks.value, **options)
        self._show()

    def play(self) -> None:
        """Play a decade with the cards that are ticked; a refusal is said and nothing changes."""
        assert self.game is not None
        chosen = [key for key, pick in self.picks.items() if pick.value]
        try:
            if len(chosen) > self.rules.most_cards:
                raise ValueError(self.rules.words["news"]["many"].format(most=self.rules.most_cards))
            self.game = self.rules.step(self.game, chosen)
        except ValueError as error:
            self.said.value = f"<p><strong>{escape(str(error))}</strong></p>"
            return
        self._show()

    def _show(self) -> None:
        game = self.game
        assert game is not None
        self.said.value, self.picks = "", {}
        parts: list[widgets.Widget] = [widgets.HTML(self._scores(game) + self._last(game))]
        parts += [widgets.HTML(self._end(game))] if game["over"] else self._cards(game)
        self.stage.children = parts

    def _cards(self, game: Game) -> list[widgets.Widget]:
        news, parts = self.rules.words["news"], []
        money = news["money"].format(money=f"{game['money']:.0f}")
        for key, (title, cost, line) in self.rules.cards(game).items():
            self.picks[key] = widgets.Checkbox(description=f"{title} ({cost})", indent=False, layout=WIDE)
            parts += [self.picks[key], widgets.HTML(f'<p style="margin:0 0 0 1.6rem">{escape(line)}</p>')]
        button = widgets.Button(description=self.rules.words["buttons"]["play"])
        button.on_click(lambda _button: self.play())
        return [widgets.HTML(f"<p>{escape(money)}</p>"), *parts, button]

    def _scores(self, game: Game) -> str:
        heads = self.rules.words["columns"]
        top = "".join(f'<th scope="col">{escape(heads[key])}</th>' for key in ("score", "now", "average"))
        rows = "".join(
            f'<tr><th scope="row">{escape(name)}</th><td>{game["scores"][key]:.1f}</td>'
            f"<td>{game['averages'][key]:.1f}</td></tr>"
            for key, name in self.rules.scores.items()
        )
        return f"<p><strong>{game['year']}</strong></p><table><tr>{top}</tr>{rows}</table>"

    def _last(self, game: Game) -> str:
        told = self.rules.story(game)[-1:] if not game["over"] else []
        return "".join(self._told(*turn) for turn in told)

    def _told(self, years: str, lines: list[tuple[str, str, str]]) -> str:
        items = "".join(
            f"<li>{escape(text)}" + (f' <a href="{escape(to)}">{escape(name)}</a>' if name else "") + "</li>"
            for text, name, to in lines
        )
        return f"<p><strong>{escape(years)}</strong></p><ul>{items}</ul>"

    def _end(self, game: Game) -> str:
        labels, buttons = self.rules.words["labels"], self.rules.words["buttons"]
        told = "".join(self._told(*turn) for turn in self.rules.story(game))
        names = {"csv": buttons["csv"], "html": buttons["report"]}
        links = " ".join(
            f'<a download="{game["code"]}.{end}" href="data:text/{end};base64,'
            f'{base64.b64encode(make(game).encode()).decode()}">{escape(names[end])}</a>'
            for end, make in self.rules.files.items()
        )
        code = f"<p>{escape(labels['code'])}: <code>{escape(game['code'])}</code></p>"
        return f"<h4>{escape(labels['debrief'])}</h4>{told}{code}<p>{links}</p>"
