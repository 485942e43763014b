"""Files that all pages share: the explorers' script and style, plotly, MathJax, outlines and lists of places."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from sphinx.application import Sphinx

from course_utils.datasets import geometry, territories
from course_utils.datasets.geometry import outlines
from course_utils.explorer.controls import places

PAGE = Path(__file__).parents[1] / "explorer" / "page"
TEACHING = Path(__file__).parents[1] / "teaching" / "page"
DATA_ROOM = Path(__file__).parent / "page"
FOLDER = "course"

#: Runs before the first paint: hides the fallback tables only where the script can take their place.
EARLY = "if ('DecompressionStream' in window) document.documentElement.classList.add('cu-js')"


def is_html(app: Sphinx) -> bool:
    """Tell whether the book is being built as HTML."""
    return app.builder is not None and app.builder.format == "html"


def vendored(app: Sphinx) -> Path:
    """Folder of the vendored front-end files."""
    return Path(app.srcdir) / "book" / "assets"


def add_to_pages(app: Sphinx) -> None:
    """Have every page load the small script and styles; the heavy files are loaded on demand."""
    if not is_html(app):
        return
    app.add_js_file(None, body=EARLY, priority=1)
    app.add_js_file(f"{FOLDER}/course.js", loading_method="defer")
    app.add_css_file(f"{FOLDER}/explorer.css")
    app.add_css_file(f"{FOLDER}/teaching.css")


def page_script() -> str:
    """Return the parts of the page's script as one, in one scope."""
    parts = [path.read_text("utf-8") for path in sorted(PAGE.glob("*.js"))]
    return "(function () {\n'use strict';\n" + "\n".join(parts) + "})();\n"


def shared_script(name: str, value: object) -> str:
    """Return a script that leaves `value` where the page's script looks for it (a fetch would fail on ``file://``)."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return f"(window.courseShared=window.courseShared||{{}})[{json.dumps(name)}]={text};\n"


def place_list(level: str) -> list[list[str]]:
    """Return code, name and département of each place, in the order of the packed tables: the largest first."""
    table = territories(level).loc[list(places(level))]
    return [[str(code), str(row["name"]), str(row["departement"])] for code, row in table.iterrows()]


def copy_shared_files(app: Sphinx) -> None:
    """Write the shared files of the site before its pages, so that Sphinx adds their checksums to the addresses."""
    if not is_html(app):
        return
    out = Path(app.outdir) / "_static" / FOLDER
    out.mkdir(parents=True, exist_ok=True)
    (out / "course.js").write_text(page_script(), "utf-8")
    for file in [*PAGE.glob("*.css"), *TEACHING.glob("*.css"), *DATA_ROOM.glob("catalogue.*")]:
        shutil.copyfile(file, out / file.name)
    shutil.copyfile(vendored(app) / "plotly" / "plotly-course.min.js", out / "plotly-course.min.js")
    shutil.copytree(vendored(app) / "mathjax", out / "mathjax", dirs_exist_ok=True)
    for name in outlines():  # a page asks only for those that it draws
        (out / f"geo-{name}.js").write_text(shared_script(f"geo-{name}", geometry(name)), "utf-8")
    for level in ("departement", "epci"):
        (out / f"territories-{level}.js").write_text(shared_script(f"territories-{level}", place_list(level)), "utf-8")
