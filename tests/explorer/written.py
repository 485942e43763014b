"""The demonstration as a page of its own, for tests in a browser."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from course_utils.explorer import static
from course_utils.explorer.run import BEAT
from course_utils.sphinx_ext import assets
from tests.explorer.demo import explorer

PLAIN = {"data": [{"type": "bar", "x": ["a", "b"], "y": [1, 2]}], "layout": {}}


def write(folder: Path, repository: Path, beat: int = BEAT) -> str:
    """Write a page with the demonstration and a plain figure, and the files that they load; return its address.

    What plays keeps its pace, or another `beat` in milliseconds.
    """
    (folder / "course.js").write_text(assets.page_script(), "utf-8")
    for level in ("departement", "epci"):
        script = assets.shared_script(f"territories-{level}", assets.place_list(level))
        (folder / f"territories-{level}.js").write_text(script, "utf-8")
    shutil.copy(repository / "book" / "assets" / "plotly" / "plotly-course.min.js", folder)
    shutil.copy(assets.PAGE / "explorer.css", folder)
    head = '<meta charset="utf-8"><title>t</title><link rel="stylesheet" href="explorer.css">'
    head += '<script src="course.js" defer></script>'
    body = re.sub(r'"beat":\d+', f'"beat":{beat}', static.html(explorer())) + static.figure_html(PLAIN)
    page = folder / "page.html"
    page.write_text(
        f'<!doctype html><html lang="en" data-theme="light"><head>{head}</head><body>{body}</body></html>', "utf-8"
    )
    return page.as_uri()
