"""The reader's own territory: a département or an intercommunality that every exercise can refer to."""

from __future__ import annotations

import difflib
import os

from course_utils.teaching.answers import fold
from course_utils.teaching.place import Place, place, table

DEFAULT = "38"
VARIABLE = "COURSE_UTILS_TERRITORY"
LEVELS = ("departement", "epci")
_chosen: list[str] = []


class UnknownTerritory(KeyError):
    """No département or EPCI has that code or name."""

    def __str__(self) -> str:
        return str(self.args[0])


def my_territory(code: str | None = None) -> Place:
    """Choose the reader's territory, or recall it.

    Parameters
    ----------
    code : str, optional
        Code or name of a French département (``"38"``, ``"Isère"``) or of an intercommunality (``"200040715"``).
        Without it the last choice of this session is recalled, else that of the environment variable
        ``COURSE_UTILS_TERRITORY``, else Isère.

    Returns
    -------
    Place
        ``.code .name .level .population .share .share_of .departement`` and ``.peers()``.

    Raises
    ------
    UnknownTerritory
        A ``KeyError``, with the closest names.
    TypeError
        If `code` is not a text: a code such as ``"01"`` would lose its zero as a number.

    Examples
    --------
    >>> my_territory("Isère").code
    '38'
    """
    if code is None:
        code = _chosen[0] if _chosen else os.environ.get(VARIABLE) or DEFAULT
        return place(*_find(code))
    if not isinstance(code, str):
        raise TypeError(f'my_territory expects a code or a name between quotes, such as "38", got {code!r}')
    found = _find(code)
    _chosen[:] = [found[0]]
    return place(*found)


def _find(asked: str) -> tuple[str, str]:
    """Return code and level of the territory that `asked` names."""
    names: list[str] = []
    for level in LEVELS:
        places = table(level)
        if asked.strip().upper() in places.index:
            return asked.strip().upper(), level
        folded = places["name"].astype(str).map(fold)
        same = [str(code) for code in places.index[folded == fold(asked)]]
        if len(same) == 1:
            return same[0], level
        if len(same) > 1:
            raise UnknownTerritory(f"{len(same)} territories are called {asked!r}; use a code: {', '.join(same)}")
        names += [*places["name"].astype(str), *map(str, places.index)]
    raise UnknownTerritory(f"no département or EPCI is called {asked!r}{_closest(asked, names)}")


def _closest(asked: str, names: list[str]) -> str:
    """Names that hold what was asked, else the closest ones, accents and case aside."""
    folded = {fold(name): name for name in names}
    holding = [name for name in folded if fold(asked) and fold(asked) in name]
    close = sorted(holding, key=len)[:3] or difflib.get_close_matches(fold(asked), folded, n=3, cutoff=0.6)
    if not close:
        return "; départements have codes such as '38', EPCI codes such as '200040715'"
    return f"; did you mean {' or '.join(repr(folded[name]) for name in close)}?"
