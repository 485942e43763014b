"""The book's Sphinx extension: a fully self-hosted site, the static face of explorers, the data room, maps."""

from __future__ import annotations

from typing import Any

from sphinx.application import Sphinx

from course_utils.sphinx_ext import (
    assets,
    cards,
    catalogue,
    dataset_page,
    downloads,
    embedded,
    fresh,
    front_door,
    links,
    pages,
    prebuild,
    selfhost,
    slides,
)


def setup(app: Sphinx) -> dict[str, Any]:
    """Register everything with Sphinx."""
    fresh.choose_static_face()
    app.add_directive("provenance-card", cards.ProvenanceCard)
    app.add_directive("data-catalogue", catalogue.DataCatalogue)
    app.add_directive("dataset-page", dataset_page.DatasetPage)
    app.add_directive("explorer", embedded.EmbeddedExplorer)
    app.connect("config-inited", pages.write_stubs)  # before sphinx-external-toc looks for them
    app.connect("config-inited", selfhost.complete_theme_options)
    app.connect("builder-inited", fresh.forget_stale_notebooks)
    app.connect("builder-inited", prebuild.build_payloads)
    app.connect("env-get-outdated", fresh.outdated_pages)
    app.connect("builder-inited", assets.add_to_pages)
    app.connect("doctree-read", links.add_anchors)
    app.connect("html-page-context", pages.add_files)
    app.connect("html-page-context", selfhost.drop_foreign_scripts, priority=900)
    app.connect("builder-inited", assets.copy_shared_files)
    app.connect("builder-inited", slides.copy_deck_files)
    app.connect("build-finished", downloads.copy_downloads)
    app.connect("build-finished", selfhost.clean_pages)
    app.connect("build-finished", slides.write_decks)  # of clean pages; before anything that counts what is inline
    app.connect("build-finished", front_door.write_front_door)
    app.connect("build-finished", fresh.remember)
    parallel = {"parallel_read_safe": True, "parallel_write_safe": True}
    return {"version": "1", "env_version": fresh.extension_version()} | parallel
