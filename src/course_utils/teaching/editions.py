"""The notebooks as files to hand out: as in the book, for students (no solutions), for instructors (with all keys)."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from course_utils.teaching.keys import keys
from course_utils.words import _, say

EDITIONS = ("book", "student", "instructor")
PLACES = {"bibliography": "cite", "glossary": "term"}
FOLDED = re.compile(r"<details>.*?</details>\n*", re.DOTALL)
UNFOLD = re.compile(r" and unfold the solution(?=\.)")
SOLUTION = re.compile(r"<details>.*?```python\n(.*?)```.*?</details>", re.DOTALL)
DEAD = re.compile(r"\[([^\]]+)\]\(\.\./\.\./book/([a-z_/]+)\.md(?:#([^)]*))?\)")


def notebooks() -> list[Path]:
    """Return the notebooks of the course: those inside the installed package, or those of the clone.

    Raises
    ------
    FileNotFoundError
        If neither is there.

    Examples
    --------
    >>> "growth_pole" in [path.stem for path in notebooks()]
    True
    """
    here = Path(__file__).resolve()
    for root in (here.parents[1] / "notebooks", here.parents[3] / "notebooks"):
        found = sorted(root.glob("*/*.ipynb"))
        if found:
            return found
    raise FileNotFoundError(f"no notebooks beside {here.parents[1]}: reinstall the package, or work in a full clone")


def read(path: Path) -> dict[str, Any]:
    """Return a notebook as its JSON says it."""
    parsed: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return parsed


def edited(path: Path, edition: str = "book", book: str = "") -> dict[str, Any]:
    """Return one notebook in an edition.

    Parameters
    ----------
    path : Path
        One of `notebooks`.
    edition : {"book", "student", "instructor"}
        As in the book, with folded solutions; without them; with them and a last cell of keys.
    book : str, optional
        Address of the built book. Links to its glossary and bibliography lead there; without it their text stays,
        since they would lead nowhere outside the repository.

    Raises
    ------
    ValueError
        If there is no such edition.
    """
    if edition not in EDITIONS:
        raise ValueError(f"there is no edition {edition!r}; there are {', '.join(EDITIONS)}")
    made = read(path)
    for cell in made["cells"]:
        if cell["cell_type"] == "markdown":
            text = relinked("".join(cell["source"]), book)
            cell["source"] = (unsolved(text) if edition == "student" else text).splitlines(keepends=True)
    made["cells"] = [cell for cell in made["cells"] if "".join(cell["source"]).strip()]
    if edition == "instructor":
        last = {"cell_type": "markdown", "id": "keys", "metadata": {}, "source": keys(path.stem).splitlines(True)}
        made["cells"].append(last)
    return made


def unsolved(text: str) -> str:
    r"""Return Markdown without its folded solutions, and without the advice to unfold them.

    Examples
    --------
    >>> unsolved("Before.\n\n<details>\n<summary>Solution</summary>\n42\n</details>\n\nAfter.")
    'Before.\n\nAfter.'
    """
    return UNFOLD.sub("", FOLDED.sub("", text)).strip()


def relinked(text: str, book: str = "") -> str:
    """Return Markdown whose links to pages of the book lead to `book`, or are plain text if that is empty.

    Examples
    --------
    >>> relinked("a [pole](../../book/glossary.md#growth-pole)")
    'a pole'
    >>> relinked("a [pole](../../book/glossary.md#growth-pole)", "https://example.org/")
    'a [pole](https://example.org/book/glossary.html#term-growth-pole)'
    """

    def lead(match: re.Match[str]) -> str:
        shown, page, place = match.groups()
        if not book:
            return str(shown)
        prefix = f"{PLACES[page]}-" if page in PLACES else ""
        anchor = f"#{prefix}{place.replace('_', '-')}" if place else ""
        return f"[{shown}]({book.rstrip('/')}/book/{page}.html{anchor})"

    return DEAD.sub(lead, text)


def copy(folder: Path, edition: str = "book", book: str = "", force: bool = False) -> list[Path]:
    """Write all notebooks into a folder, with a README that says what they are.

    Parameters
    ----------
    folder : Path
        Made if it is not there.
    edition, book : str
        As for `edited`.
    force : bool
        Whether files that are there may be replaced.

    Returns
    -------
    list of Path
        The files written.

    Raises
    ------
    FileExistsError
        If a file is there and `force` is not given; nothing is written then.
    """
    targets = {folder / path.parent.name / path.name: path for path in notebooks()}
    readme = folder / "README.md"
    there = [str(path) for path in (*targets, readme) if path.exists()]
    if there and not force:
        raise FileExistsError(f"{len(there)} files are there already, {there[0]} first; --force replaces them")
    for target, path in targets.items():
        target.parent.mkdir(parents=True, exist_ok=True)
        write(edited(path, edition, book), target)
    readme.write_text(_about(edition, book), encoding="utf-8")
    return [*targets, readme]


def write(notebook: dict[str, Any], path: Path) -> None:
    """Write a notebook as Jupyter does."""
    path.write_text(json.dumps(notebook, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _about(edition: str, book: str) -> str:
    told = {
        "book": _("The notebooks of the book; solutions stand folded below the exercises."),
        "student": _("The student's edition: the notebooks of the book without the solutions of the exercises."),
        "instructor": _(
            "The instructor's edition: the notebooks of the book with solutions, and a last cell with the keys of bet,"
            " quiz and exercises. Do not hand it out."
        ),
    }
    linked = say(_("Terms and citations lead to the book at <{book}>."), book=book)
    unlinked = _(
        "The glossary and the bibliography are pages of the book and are not copied: where a chapter of the book links"
        " to them, only the text stands here. With the address of a built book,"
        " `python -m course_utils notebooks DEST --force --book ADDRESS` makes them links again."
    )
    opened = _(
        "Open them with `jupyter lab` in an environment that has the package; links from chapter to chapter work."
    )
    return "\n\n".join(["# Places that Produce", told[edition], opened, linked if book else unlinked]) + "\n"
