"""The front door of the site: a small whole page that leads to the root document, not Jupyter Book's one line."""

from __future__ import annotations

from html import escape
from pathlib import Path

from sphinx.application import Sphinx

from course_utils.sphinx_ext.assets import is_html

#: With a language, a title, an icon and a link: what a browser, a screen reader and axe ask of a page.
PAGE = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Refresh" content="0; url={root}">
<title>{title}</title>
<link rel="icon" href="{icon}">
</head>
<body><main><h1>{title}</h1><p><a href="{root}">{root}</a></p></main></body>
</html>
"""


def write_front_door(app: Sphinx, error: Exception | None) -> None:
    """Write ``index.html`` where the root document lies elsewhere; Jupyter Book keeps one that is there."""
    if error or not is_html(app) or app.config.root_doc == "index":
        return
    title = escape(app.config.html_title or app.config.project)
    icon = f"_static/{Path(app.config.html_favicon).name}" if app.config.html_favicon else "data:,"
    page = PAGE.format(language=app.config.language, title=title, root=f"{app.config.root_doc}.html", icon=icon)
    (Path(app.outdir) / "index.html").write_text(page, "utf-8")
