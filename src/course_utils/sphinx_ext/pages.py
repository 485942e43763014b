"""Where the data room stands in the book: the catalogue, and a page a dataset, whose sources are written here.

Jupyter Book reads files that its table of contents names, so each dataset gets a file of one directive. It is not
committed, and not written again while it is right: Sphinx looks at the time of change.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.config import Config

from course_utils.datasets.descriptors import descriptor, names
from course_utils.explorer import cache
from course_utils.sphinx_ext.chapters import chapters, datasets_of_chapters

CATALOGUE = "book/data"
FOLDER = "book/datasets"
STUB = "```{{dataset-page}} {name}\n```\n"
#: What a page of the data room shows, beside this extension: a change there has the pages read again.
SHOWN = "from course_utils.datasets import info, load\nfrom course_utils.explorer import static\n"


def docname(name: str) -> str:
    """Document name of the page of a dataset."""
    return f"{FOLDER}/{name}"


def anchor(name: str) -> str:
    """Id of a dataset's row in the catalogue.

    Examples
    --------
    >>> anchor("growth_poles")
    'data-growth-poles'
    """
    return f"data-{name}".replace("_", "-")


def write_stubs(app: Sphinx, config: Config) -> None:
    """Write the source of each dataset's page, and remove those of datasets that are gone."""
    root = Path(app.srcdir)
    if not (root / f"{CATALOGUE}.md").exists():
        return
    wanted = {root / f"{docname(name)}.md": STUB.format(name=name) for name in names()}
    for old in set((root / FOLDER).glob("*.md")) - wanted.keys():
        old.unlink()
    (root / FOLDER).mkdir(exist_ok=True)
    for path, text in wanted.items():
        if not path.exists() or path.read_text("utf-8") != text:
            path.write_text(text, "utf-8")


def digests(app: Sphinx) -> dict[str, str]:
    """Digest of what each page of the data room shows: its data, what draws them, and the chapters that use them."""
    if not (Path(app.srcdir) / f"{CATALOGUE}.md").exists():
        return {}
    used, known = datasets_of_chapters(app), sorted(chapters(app))
    code = {name: f"{SHOWN}load({name!r})\n{descriptor(name).get('example', '')}" for name in names()}
    found = {
        docname(name): " ".join([cache.digest(text), *known, "|", *(c for c in known if name in used[c])])
        for name, text in code.items()
    }
    return found | {CATALOGUE: " ".join([cache.digest(SHOWN + f"load({names()!r})"), *known])}


def add_files(app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: Any) -> None:
    """Have the pages of the data room, and no others, load their style and script."""
    if page == CATALOGUE or page.startswith(f"{FOLDER}/"):
        app.add_css_file("course/catalogue.css")
    if page == CATALOGUE:
        app.add_js_file("course/catalogue.js", loading_method="defer")
