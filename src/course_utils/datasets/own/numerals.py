"""How a file writes its numbers: decimal comma or point, thousands apart or not. Never guessed where it matters."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

#: Spaces and apostrophes that stand between thousands.
APART = " \u00a0\u202f\u2009'’"
MINUS = "\u2212"
#: What statistical offices write where there is no figure.
_MARKS = ["-", "–", ".", "..", "...", ":"]
MISSING = ("", "na", "n/a", "#n/a", "nan", "null", "none", "nd", "n.d.", "nc", "ns", "s", *_MARKS)
_SIGNS = {
    ",": re.compile(r"[0-9]*,[0-9]+|[0-9]{1,3}(\.[0-9]{3})+,[0-9]+|[0-9]{1,3}(\.[0-9]{3}){2,}"),
    ".": re.compile(r"[0-9]*\.[0-9]+|[0-9]{1,3}(,[0-9]{3})+\.[0-9]+|[0-9]{1,3}(,[0-9]{3}){2,}"),
}
_EITHER = re.compile(r"[1-9][0-9]{0,2}[.,][0-9]{3}")


@dataclass(frozen=True)
class Numerals:
    """How numbers are written.

    Parameters
    ----------
    decimal : str
        Decimal sign.
    thousands : str
        Sign between thousands, beside spaces and apostrophes; "" if there is none.
    """

    decimal: str = "."
    thousands: str = ""

    @property
    def pattern(self) -> str:
        """A regular expression that a whole number must match; the same for Python and for DuckDB."""
        apart, decimal = f"[{re.escape(self.thousands)}{APART}]", re.escape(self.decimal)
        whole = f"(?:[0-9]+|[0-9]{{1,3}}(?:{apart}[0-9]{{3}})+)"
        return f"[+{MINUS}-]?(?:{whole}(?:{decimal}[0-9]*)?|{decimal}[0-9]+)(?:[eE][+-]?[0-9]{{1,3}})?"

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.pattern)

    def value(self, text: str) -> float | None:
        """The number that a text writes; NaN if the text stands for a missing figure, None if it is no number.

        Examples
        --------
        >>> Numerals(",").value("1 234,5"), Numerals().value("nd"), Numerals().value("1,5")
        (1234.5, nan, None)
        """
        if text.lower() in MISSING:
            return math.nan
        if not self._compiled.fullmatch(text):
            return None
        for sign in self.thousands + APART:
            text = text.replace(sign, "")
        number = float(text.replace(self.decimal, ".").replace(MINUS, "-"))
        return number if math.isfinite(number) else None


class UnclearNumerals(Exception):
    """Numbers that can be read in two ways.

    Parameters
    ----------
    why : str
        What is unclear.
    examples : tuple of str
        Texts that show it.
    """

    def __init__(self, why: str, examples: tuple[str, ...]) -> None:
        super().__init__(why, examples)
        self.why, self.examples = why, examples


def sign(text: str) -> str:
    """The decimal sign that a number shows ("," or "."), the sign and "?" if it may part thousands, "" if none.

    Examples
    --------
    >>> [sign(text) for text in ("12,5", "1.234,5", "1,234,567", "1,234", "1234")]
    [',', ',', '.', ',?', '']
    """
    bare = text.strip().lstrip(f"+-{MINUS}")
    for blank in APART:
        bare = bare.replace(blank, "")
    if _EITHER.fullmatch(bare):
        return ",?" if "," in bare else ".?"
    return next((decimal for decimal, pattern in _SIGNS.items() if pattern.fullmatch(bare)), "")


def numerals(texts: Iterable[str], decimal: str | None = None) -> Numerals:
    """How these texts write numbers; `decimal` settles it.

    Raises
    ------
    UnclearNumerals
        If they show both signs, or none that tells a decimal comma from a comma between thousands.

    Examples
    --------
    >>> numerals(["12,5", "1.234,5"])
    Numerals(decimal=',', thousands='.')
    """
    other = {".": ",", ",": "."}
    if decimal:
        return Numerals(decimal, other[decimal])
    seen: dict[str, str] = {}
    for text in texts:
        seen.setdefault(sign(text), text)
    for certain in ",.":
        if certain in seen and other[certain] in seen:
            raise UnclearNumerals("some numbers have a decimal comma, others a decimal point", (seen[","], seen["."]))
    if "," in seen or "." in seen:
        found = "," if "," in seen else "."
        return Numerals(found, other[found])
    if ",?" in seen:
        raise UnclearNumerals("a comma that may be a decimal comma or part thousands", (seen[",?"],))
    return Numerals()
