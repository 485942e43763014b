"""Pack the sentences of a reading: their templates as words, their numbers exactly as they are printed."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Any

from course_utils.explorer.controls import Value
from course_utils.explorer.lattice import Layer
from course_utils.explorer.packing import WIDE_STEPS, Blob
from course_utils.explorer.plain import Path
from course_utils.words import Number, Sentence, join

#: A number that the page interpolates and then rounds is shipped with more decimals than it prints.
SPARE_DECIMALS = 4


def pack_sentences(layer: Layer, blob: Blob) -> dict[str, Any]:
    """Pack the sentences that `layer` gives.

    Each state becomes ``t``, a template with tokens (``{index|decimals|scale|unit}``, ``{=control|...}`` for a
    number that only repeats an interpolated control, ``{@territory}`` for the name of a place), and its numbers
    ``n0``, ``n1`` ....

    Raises
    ------
    BudgetError
        If a number does not interpolate.
    ValueError
        If a number has more digits than can be packed.
    """
    states = layer.states()
    sentences = [join(layer.function(state)) for state in states]
    echoes = _echoes(layer, states, sentences)
    width = max(len(s.numbers) for s in sentences)
    between = bool(layer.explorer.interpolated(layer.names))

    def tree(sentence: Sentence) -> dict[str, Any]:
        echoed = [echoes.get((sentence.template, i)) for i in range(len(sentence.numbers))]
        tokens = [_token(i, n, echo) for i, (n, echo) in enumerate(zip(sentence.numbers, echoed, strict=True))]
        numbers = [None if echo else _value(n, between) for n, echo in zip(sentence.numbers, echoed, strict=True)]
        padded = [*numbers, *[None] * (width - len(numbers))]
        return {"t": sentence.template.format(*tokens)} | {f"n{i}": v for i, v in enumerate(padded)}

    trees = [tree(sentence) for sentence in sentences]
    decimals = [max((s.numbers[i].decimals for s in sentences if i < len(s.numbers)), default=0) for i in range(width)]
    quanta: dict[Path, float] = {
        (f"n{i}",): _quantum([t[f"n{i}"] for t in trees], d, between) for i, d in enumerate(decimals)
    }
    own = replace(layer, function=lambda values: tree(join(layer.function(values))))
    return own.pack_trees(trees, blob, quanta)


def _value(number: Number, between: bool) -> float | None:
    if not math.isfinite(number.shown):
        return None
    return number.shown if between else float(number.rounded())


def _quantum(values: list[float | None], decimals: int, between: bool) -> float:
    known = [v for v in values if v is not None]
    span = max(known) - min(known) if known else 0.0
    for spare in range(SPARE_DECIMALS if between else 0, -1, -1):
        if span / (step := 10.0 ** -(decimals + spare)) <= WIDE_STEPS:
            return step
    raise ValueError(f"a sentence prints from {min(known)} to {max(known)} with {decimals} decimals: too many digits")


def _token(index: int, number: Number, echo: str | None) -> str:
    return (
        "{"
        + "|".join([f"={echo}" if echo else str(index), str(number.decimals), repr(number.scale), number.unit])
        + "}"
    )


def _echoes(layer: Layer, states: list[dict[str, Value]], sentences: list[Sentence]) -> dict[tuple[str, int], str]:
    """Numbers that only repeat an interpolated control are printed from the control itself."""
    sliders = layer.explorer.interpolated(layer.names)
    alive: dict[tuple[str, int], set[str]] = {}
    for state, sentence in zip(states, sentences, strict=True):
        for i, number in enumerate(sentence.numbers):
            same = {n for n in sliders if number.value == state[n]}
            key = (sentence.template, i)
            alive[key] = alive.get(key, same) & same
    return {key: sorted(names)[0] for key, names in alive.items() if names}
