"""The book's Sphinx extension: a fully self-hosted site, the static face of explorers, provenance cards, maps."""

from __future__ import annotations

from typing import Any

from sphinx.application import Sphinx

from course_utils.sphinx_ext import assets, cards, fresh, front_door, links, prebuild, selfhost


def setup(app: Sphinx) -> dict[str, Any]:
    """Register everything with Sphinx."""
    fresh.choose_static_face()
    app.add_directive("provenance-card", cards.ProvenanceCard)
    app.add_directive("data-catalogue", cards.DataCatalogue)
    app.connect("config-inited", selfhost.complete_theme_options)
    app.connect("builder-inited", fresh.forget_stale_notebooks)
    app.connect("builder-inited", prebuild.build_payloads)
    app.connect("env-get-outdated", fresh.outdated_pages)
    app.connect("builder-inited", assets.add_to_pages)
    app.connect("doctree-read", links.add_anchors)
    app.connect("html-page-context", selfhost.drop_foreign_scripts, priority=900)
    app.connect("builder-inited", assets.copy_shared_files)
    app.connect("build-finished", selfhost.clean_pages)
    app.connect("build-finished", front_door.write_front_door)
    app.connect("build-finished", fresh.remember)
    parallel = {"parallel_read_safe": True, "parallel_write_safe": True}
    return {"version": "1", "env_version": fresh.extension_version()} | parallel
