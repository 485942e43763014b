"""The capstone: seven decades of one real territory, governed card by card.

The model is **stylised**: one territory, a year at a time, its coefficients chosen and not estimated (`rules`); the
start is a real département (`territories` says what is real and what is not). It is transparent: each year's accounts
balance, and nothing moves before a card is played or something comes from outside.

Why a page-script twin and no lattice: seven turns of up to three cards out of twenty make more than 10**15 games, and
the reader chooses them one by one. So the page runs the same step function: ``page/1_engine.js``, a classic script
that sets ``globalThis.courseGame`` and holds no number or word of its own. It gets `game_data()` by
``courseGame.load(data)``. Only ``+ - * /``, minimum, maximum and a 32-bit generator (`chance`) are used, so that both
give the same game; a test plays thousands of random games in both.

For whoever makes a face (Python; in the page the same names under ``courseGame``, options as one object)
---------------------------------------------------------------------------------------------------------
``start(territory="38", seed=1, budget=, weights=, shocks=)``, ``step(game, cards)`` and ``play(territory=, seed=,
turns=, ...)`` return a **game**: a plain dictionary, equal in both languages; the game given is never changed.

- what decides it: ``territory``, ``seed``, ``budget`` (small, normal, large), ``weights`` (equal, or whose anger counts
  more), ``shocks`` (bool), ``turns`` (list of lists of card keys, in order of priority); ``code`` holds them all;
- where it stands: ``year``, ``over``, ``money`` (for the next turn; None when over), ``offered`` (cards of the next
  turn), ``scores`` now, their ``averages`` over the years lived (a place is judged on both) and ``approvals``
  now (0 to 100, by name);
- ``rows``: ``{name: [1955 .. year]}``, one value each 1 January: stocks (`rules.STOCKS`; jobs are 100 at the start),
  accounts (product, wages, kept, leak, tax, dependence, work), ``score_<score>``, ``approval_<stakeholder>``, and the
  flows of the year before (created, lost, moved, regrown, pressure, damage, repairs, paid, transfer, upkeep);
- ``played``: for each turn ``turn``, ``year``, ``money`` and ``cards``: for each ``card`` its ``status`` (done,
  delayed, blocked, unpaid), ``against`` (a stakeholder or None), ``delay``, ``begin`` and ``end`` (years or None);
- ``struck``: shocks that have come: ``shock``, ``year``, ``size`` (1 is the middle).

`step` refuses cards that cannot be paid or had (ValueError; RangeError in the page); `play` marks cards that cannot be
paid "unpaid". ``encode(plan)`` (in the page ``encode(planOf(game))``) gives the 34 characters of ``game["code"]``,
``decode(code)`` the `Plan` back (``play(decode(code))`` plays it) or a ValueError that says what is wrong.
``debrief(game)``: for each turn ``lines`` with ``kind``, ``key``, ``chapter``, ``text``, ``effect``.
``CARDS`` (cost, lag, years, effects, against, first, chapter), ``titles()`` and the functions of `wording` hold the
cards and the words; in the page ``courseGame.data().cards`` and ``.words``.

The face: `play_game` shows the game (``page/2_face.js`` and ``game.css`` in the built page, `LiveGame`'s widgets in
JupyterLab); `history_csv` and `report_html` are what a reader takes home, the page writes the very same; `compare`
reads the codes of a class.
"""

from course_utils.concepts.govern_a_territory.cards import CARDS, ERAS, Card, offered, titles
from course_utils.concepts.govern_a_territory.chance import draws
from course_utils.concepts.govern_a_territory.classroom import compare, sample_class
from course_utils.concepts.govern_a_territory.codes import decode, encode
from course_utils.concepts.govern_a_territory.data import ENGINE, game_data
from course_utils.concepts.govern_a_territory.debrief import debrief
from course_utils.concepts.govern_a_territory.explorer import explorer
from course_utils.concepts.govern_a_territory.face import play_game
from course_utils.concepts.govern_a_territory.game import Game, play, start, step
from course_utils.concepts.govern_a_territory.plan import Plan, check
from course_utils.concepts.govern_a_territory.recipes import RECIPES, Outcome, outcome, recipe
from course_utils.concepts.govern_a_territory.report import history_csv, report_html
from course_utils.concepts.govern_a_territory.sequence_explorer import sequence_explorer
from course_utils.concepts.govern_a_territory.sequences import sequence
from course_utils.concepts.govern_a_territory.simulate import Run, simulate
from course_utils.concepts.govern_a_territory.territories import Place, places

__all__ = [
    "CARDS",
    "ENGINE",
    "ERAS",
    "RECIPES",
    "Card",
    "Game",
    "Outcome",
    "Place",
    "Plan",
    "Run",
    "check",
    "compare",
    "debrief",
    "decode",
    "draws",
    "encode",
    "explorer",
    "game_data",
    "history_csv",
    "offered",
    "outcome",
    "places",
    "play",
    "play_game",
    "recipe",
    "report_html",
    "sample_class",
    "sequence",
    "sequence_explorer",
    "simulate",
    "start",
    "step",
    "titles",
]
