"""The one JSON that the page's twin is given: no number and no word of the game is typed twice."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

from course_utils.concepts.govern_a_territory import codes, rules, turn, wording
from course_utils.concepts.govern_a_territory.cards import CARDS, ERAS, titles
from course_utils.concepts.govern_a_territory.debrief import SHOWN, STAKEHOLDERS_CHAPTER
from course_utils.concepts.govern_a_territory.plan import SEEDS
from course_utils.concepts.govern_a_territory.shocks import HITS
from course_utils.concepts.govern_a_territory.simulate import reference
from course_utils.concepts.govern_a_territory.territories import FRANCE, places

#: The page's twin of the engine.
ENGINE = Path(__file__).with_name("page") / "1_engine.js"


def game_data() -> dict[str, Any]:
    """Return all that the page's engine needs, ready for `json.dumps`: rules, cards, territories, words.

    Examples
    --------
    >>> data = game_data()
    >>> len(data["cards"]), len(data["places"]), data["words"]["scores"]["voice"]
    (20, 96, 'voice')
    """
    return {
        "turns": list(rules.TURNS),
        "decade": rules.DECADE,
        "years": rules.YEARS,
        "slots": rules.SLOTS,
        "seeds": SEEDS,
        "branches": list(rules.BRANCHES),
        "stocks": list(rules.STOCKS),
        "flows": list(rules.FLOWS),
        "levers": list(rules.LEVERS),
        "scores": list(rules.SCORES),
        "budgets": rules.BUDGETS,
        "weights": list(rules.WEIGHTS),
        "stakeholders": {who: list(cares) for who, cares in rules.STAKEHOLDERS.items()},
        "statuses": list(turn.STATUSES),
        "coefficients": rules.COEFFICIENTS,
        "shocks": {name: asdict(shock) for name, shock in rules.SHOCKS.items()},
        "hits": list(HITS),
        "sizes": list(rules.SIZES),
        "offsets": list(rules.OFFSETS),
        "eras": list(ERAS),
        "cards": {name: asdict(card) for name, card in CARDS.items()},
        "reference": reference(),
        "codes": list(codes.codes()),
        "places": {code: asdict(place) for code, place in places().items() if code != FRANCE},
        "code": _code(),
        "debrief": {"shown": SHOWN, "chapter": STAKEHOLDERS_CHAPTER},
        "words": _words(),
    }


def _code() -> dict[str, Any]:
    return {
        "alphabet": codes.ALPHABET,
        "base": codes.BASE,
        "version": codes.VERSION,
        "empty": codes.EMPTY,
        "body": codes.BODY,
        "length": codes.LENGTH,
        "prime": codes.PRIME,
    }


def _words() -> dict[str, dict[str, str]]:
    return {
        "cards": titles(),
        "eras": wording.eras(),
        "scores": wording.scores(),
        "meanings": wording.meanings(),
        "shocks": wording.shocks(),
        "stakeholders": wording.stakeholders(),
        "budgets": wording.budgets(),
        "weights": wording.weights(),
        "sentences": wording.sentences(),
    }
