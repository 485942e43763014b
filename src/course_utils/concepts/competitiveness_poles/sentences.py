"""Names and sentences of the chapter."""

from __future__ import annotations

from course_utils.concepts.competitiveness_poles.cases import FILES, holding, right
from course_utils.concepts.competitiveness_poles.estimators import METHODS, Estimates
from course_utils.concepts.competitiveness_poles.labels import MOMENTS
from course_utils.concepts.competitiveness_poles.laboratory import RUNS, SEED, Policy, Score
from course_utils.words import Sentence, _, join, number, say


def method_names() -> dict[str, str]:
    """Name of each estimate."""
    return {
        "naive": _("Naive difference"),
        "before_after": _("Before-after"),
        "did": _("Difference-in-differences"),
        "matching": _("Matching"),
    }


def short_names() -> list[str]:
    """Names short enough for an axis."""
    return [_("Naive"), _("Before-after"), _("Diff-in-diff"), _("Matching")]


def rule_names() -> dict[str, str]:
    """Name of each rule of selection."""
    return {
        "level": _("the best firms (permanent level)"),
        "rising": _("firms on the rise (trend)"),
        "falling": _("firms in decline (trend)"),
        "good": _("firms after a lucky year"),
        "bad": _("firms after an unlucky year"),
    }


def baseline_names() -> dict[str, str]:
    """Name of what is called before."""
    return {
        "all": _("the four years before"),
        "last": _("the last year before"),
        "early": _("all but the last year"),
    }


def state_names() -> dict[str, str]:
    """Name of each state of a pôle."""
    return {
        "own": _("own label"),
        "merged": _("in a merged label"),
        "unknown": _("not known"),
        "ended": _("label ended"),
    }


def moment_names() -> dict[str, str]:
    """What is shown for each moment."""
    return {year: year for year in MOMENTS}


def laboratory_sentence(found: Score, *, effect: str, **_values: str) -> Sentence:
    """Say what four evaluators find on average, and how often their intervals hold the truth."""
    head = say(
        _("True effect {truth} %. Over {runs} samples (seed {seed}) the evaluators report on average:"),
        truth=number(float(effect)),
        runs=number(RUNS),
        seed=str(SEED),
    )
    parts = []
    for place, name in enumerate(method_names().values()):
        text = _("{name} {mean} % ({times}).") if place == len(METHODS) - 1 else _("{name} {mean} % ({times}),")
        if place == 0:
            text = _("{name} {mean} % (its interval holds the truth {times} times in 100),")
        parts.append(say(text, name=name, mean=number(found.mean[place], 1), times=number(100 * found.coverage[place])))
    return join(head, *parts)


def case_sentence(found: Estimates, *, file: str, baseline: str, verdict: str, reveal: bool) -> Sentence:
    """Say what the evaluators report, and once the reader has signed and opened the file, what is true."""
    told = _(
        "File {file}, in percent: naive {naive}, before-after {before_after}, difference-in-differences {did}, matching"
        " {matching}."
    )
    values = {name: number(found.value[place, 0], 1) for place, name in enumerate(METHODS)}
    head = say(told, file=file, **values)
    if verdict == "undecided":
        ask = _("Sign one before you open the file.") if reveal else _("Which one would you sign?")
        return join(head, say(ask))
    if not reveal:
        return join(head, say(_("You have signed. Open the file.")))
    return join(head, _truth(file), _judged(file, baseline, verdict))


def _truth(file: str) -> Sentence:
    sealed = FILES[file]
    told = _("The truth: an effect of {effect} %; picked were {rule}.")
    return say(told, effect=number(sealed.effect), rule=picked_name(sealed.policy))


def picked_name(policy: Policy) -> str:
    """Say whom a policy of a file picks."""
    if policy.strength == 0:
        return _("firms drawn by lot")
    strong = {"good": _("strong firms after a lucky year"), "rising": _("strong firms on the rise")}
    weak = {"bad": _("weak firms after an unlucky year"), "falling": _("weak firms in decline")}
    return (strong | weak).get(policy.rule, _("the best firms")) if policy.mixed else rule_names()[policy.rule]


def _judged(file: str, baseline: str, verdict: str) -> Sentence:
    names = method_names()
    held = holding(file, baseline)
    listed = ", ".join(names[name] for name in held) or _("none")
    stands = _("You were right: its interval holds the truth.")
    if verdict == "none":
        stands = _("You were right: no interval holds the truth.")
    fails = _("Your verdict does not stand.") if verdict == "none" else _("The interval that you signed misses it.")
    judged = stands if right(file, baseline, verdict) else fails
    return join(say(judged), say(_("Intervals that hold it here: {listed}."), listed=listed))
