"""Errors of the data sets: each says what was asked, what there is and how to go on."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path


class UnknownDataset(KeyError):
    """A data set, table, outline or territory that does not exist; the message names the closest ones.

    Parameters
    ----------
    asked : str
        The name that was given.
    known : iterable of str
        The names that exist.
    what : str
        What was looked for, as the message calls it.
    hint : str
        A sentence that tells the way when it is known; it replaces the closest names.
    """

    def __init__(self, asked: str, known: Iterable[str], what: str = "dataset", hint: str = "") -> None:
        self.asked = asked
        self.known = sorted(known)
        self.what = what
        self.hint = hint
        super().__init__(asked, self.known, what, hint)  # all of them, so that the error can be pickled

    def __str__(self) -> str:
        if self.hint:
            return f"no {self.what} {self.asked!r}: {self.hint}"
        close = get_close_matches(str(self.asked), self.known, n=3, cutoff=0.6)
        if close:
            return f"no {self.what} {self.asked!r}: did you mean {' or '.join(map(repr, close))}?"
        shown = ", ".join(self.known[:20]) + (", ..." if len(self.known) > 20 else "")
        return f"no {self.what} {self.asked!r}; there are: {shown}"


class DamagedDataset(ValueError):
    """A data file that is missing or differs from what its package describes.

    Parameters
    ----------
    path : Path
        The file.
    expected, found : str
        SHA-256 digests in hexadecimal; `found` is ``"no file"`` when there is none.
    """

    def __init__(self, path: Path, expected: str, found: str) -> None:
        self.path, self.expected, self.found = path, expected, found
        super().__init__(path, expected, found)

    def __str__(self) -> str:
        place = f"data/{self.path.parent.name}/{self.path.name}"
        return (
            f"{self.path}: expected sha256 {self.expected}, found {self.found}. "
            f"To repair: in a clone, `git checkout -- {place}` (or `make data` to rebuild it); "
            f"otherwise `pip install --force-reinstall --no-deps places-that-produce`."
        )


class BadTable(ValueError):
    """A reader's own table that cannot be used as it is.

    Parameters
    ----------
    file : str or Path
        The file, as it was given.
    what : str
        What is wrong and where: column, rows, the first examples.
    mend : str
        How to mend it.
    """

    def __init__(self, file: str | Path, what: str, mend: str) -> None:
        self.file, self.what, self.mend = str(file), what, mend
        super().__init__(self.file, what, mend)

    def __str__(self) -> str:
        file = self.file if self.file and self.file.isprintable() else repr(self.file)
        return f"{file}: {self.what}. {self.mend}{'' if self.mend.endswith('?') else '.'}"
