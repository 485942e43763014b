"""Words and numbers that a reader sees: translation, one number format, sentences that keep their numbers."""

from __future__ import annotations

import functools
import gettext
import math
import os
import string
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal
from importlib import resources

NARROW_SPACE = "\u202f"


#: A browser rounds halves away from zero, so this does too: the page and Python print the same digits.
_ROUNDING = Context(prec=400, rounding=ROUND_HALF_UP)


@functools.cache
def _catalogue(language: str) -> gettext.NullTranslations:
    folder = str(resources.files("course_utils") / "locale")
    return gettext.translation("course_utils", folder, [language], fallback=True)


def _(text: str) -> str:
    """Translate a text that a reader sees; `COURSE_UTILS_LANGUAGE` chooses the language, English is the source.

    Examples
    --------
    >>> _("places")
    'places'
    """
    language = os.environ.get("COURSE_UTILS_LANGUAGE") or "en"
    return _catalogue(language).gettext(text) if text else text


@dataclass(frozen=True)
class Number:
    """A value with the way to print it; the page's script prints it by the same rule.

    Parameters
    ----------
    value : float
        What the model gave.
    decimals : int
        Decimals printed.
    unit : str
        Printed after a narrow no-break space, for instance ``"km"`` or ``"%"``.
    scale : float
        The printed number is ``value * scale`` (100 for a percentage).
    """

    value: float
    decimals: int = 0
    unit: str = ""
    scale: float = 1.0

    @property
    def shown(self) -> float:
        """The number as printed, before rounding."""
        return float(self.value) * self.scale

    def rounded(self) -> Decimal:
        """Round the number as it is printed, halves away from zero; `shown` must be finite."""
        return Decimal(self.shown).quantize(Decimal(1).scaleb(-self.decimals), context=_ROUNDING)

    def __str__(self) -> str:
        if not math.isfinite(self.shown):
            return _("n/a")
        rounded = self.rounded()
        text = f"{rounded if rounded else abs(rounded):,f}"  # "-0" is not a number that a reader expects
        return text + (NARROW_SPACE + self.unit if self.unit else "")

    def __format__(self, spec: str) -> str:
        return format(str(self), spec)


def number(value: float, decimals: int = 0, unit: str = "") -> Number:
    """A number with thousands separated by commas.

    Examples
    --------
    >>> str(number(68042.3))
    '68,042'
    >>> str(number(1.5, 1, "km")).replace(NARROW_SPACE, " ")
    '1.5 km'
    """
    return Number(float(value), decimals, unit)


def percent(fraction: float, decimals: int = 0) -> Number:
    """A fraction printed as a percentage.

    Examples
    --------
    >>> str(percent(0.294)).replace(NARROW_SPACE, " ")
    '29 %'
    """
    return Number(float(fraction), decimals, "%", 100.0)


class Sentence(str):
    """A finished text that remembers its template (``{0}``, ``{1}`` ...) and numbers: a page can refill it."""

    template: str
    numbers: tuple[Number, ...]

    def __new__(cls, template: str, numbers: tuple[Number, ...] = ()) -> Sentence:
        """Fill positional braces of `template` with `numbers`."""
        text = super().__new__(cls, template.format(*numbers))
        text.template, text.numbers = template, tuple(numbers)
        return text


def say(template: str, **parts: object) -> Sentence:
    """Fill a translated template with words and numbers.

    Parameters
    ----------
    template : str
        Text with named braces, already passed through `_`.
    **parts : Number or object
        Numbers stay refillable, anything else is printed into the template.

    Returns
    -------
    Sentence
        A ``str`` with ``template`` and ``numbers``.

    Examples
    --------
    >>> s = say("{who} keeps {kept} of 100.", who="Fos", kept=number(29))
    >>> s, s.template, [n.value for n in s.numbers]
    ('Fos keeps 29 of 100.', 'Fos keeps {0} of 100.', [29.0])
    """
    pieces: list[str] = []
    numbers: list[Number] = []
    for literal, field, spec, conversion in string.Formatter().parse(template):
        pieces.append(_escape(literal))
        if field is None:
            continue
        if spec or conversion or field not in parts:
            known = sorted(parts)
            raise ValueError(f"say: {{{field}}} is not one of {known} or carries a format; use number() or percent()")
        value = parts[field]
        if isinstance(value, Number):
            pieces.append(f"{{{len(numbers)}}}")
            numbers.append(value)
        else:
            pieces.append(_escape(str(value)))
    return Sentence("".join(pieces), tuple(numbers))


def join(*sentences: str) -> Sentence:
    """Join sentences with spaces into one, numbers renumbered; empty ones are left out.

    Examples
    --------
    >>> join(say("{a} jobs.", a=number(3)), say("{b} left.", b=number(2))).template
    '{0} jobs. {1} left.'
    """
    templates: list[str] = []
    numbers: list[Number] = []
    for sentence in filter(None, sentences):
        own = getattr(sentence, "numbers", ())
        template = getattr(sentence, "template", _escape(sentence))
        shifted = [f"{{{len(numbers) + i}}}" for i in range(len(own))]
        templates.append(_renumber(template, shifted))
        numbers.extend(own)
    return Sentence(" ".join(templates), tuple(numbers))


def _renumber(template: str, shifted: list[str]) -> str:
    parts = string.Formatter().parse(template)
    return "".join(_escape(lit) + (shifted[int(field)] if field is not None else "") for lit, field, *_rest in parts)


def _escape(text: str) -> str:
    return text.replace("{", "{{").replace("}", "}}")
