"""The little markup that texts of questions may carry: ``**bold**``, ``*italic*`` and code between backticks."""

from __future__ import annotations

import html
import re

from course_utils.words import NARROW_SPACE

_MARKS = re.compile(
    r"`(?P<code>[^`]+)`|\*\*(?P<strong>\S(?:[^*]*\S)?)\*\*|(?<![\w*])\*(?P<em>[^\s*](?:[^*]*[^\s*])?)\*(?![\w*])"
)

_PERCENT = re.compile(r"(?<=\d) (?=%)")


def inline(text: str) -> str:
    """Return `text` escaped for HTML, with its marks turned into elements; no line breaks before a percent sign.

    Parameters
    ----------
    text : str
        What a teacher wrote; any HTML in it is shown, never obeyed.

    Returns
    -------
    str
        HTML of one line, safe between tags and inside a quoted attribute if it carries no marks.

    Examples
    --------
    >>> inline("a *motor firm* where x < 2, see `rounds(A, f, n)`")
    'a <em>motor firm</em> where x &lt; 2, see <code>rounds(A, f, n)</code>'
    """
    return _MARKS.sub(_element, html.escape(_PERCENT.sub(NARROW_SPACE, text)))


def bare(text: str) -> str:
    """Return `text` without its marks, for a terminal.

    Examples
    --------
    >>> bare("**Right.** See `rounds`")
    'Right. See rounds'
    """
    return _MARKS.sub(lambda match: str(match[str(match.lastgroup)]), text)


def _element(match: re.Match[str]) -> str:
    tag = str(match.lastgroup)
    return f"<{tag}>{match[tag]}</{tag}>"
