"""The page of every dataset, opened once on a phone: drawn, light, no wider than the window, asking nobody."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from course_utils.datasets import catalogue
from course_utils.datasets.descriptors import descriptor
from tests.browser.server import Site
from tests.browser.site import SitePage, dataset_pages, visited
from tests.browser.test_weight import COLD, MAP
from tests.browser.visit import Opens, script

PHONE = {"width": 390, "height": 844}


def test_every_dataset_has_its_page_and_its_row(site: Site) -> None:
    names = [str(name) for name in catalogue().index]
    assert [page.dataset for page in dataset_pages()] == names
    text = (site.folder / "book" / "data.html").read_text("utf-8")
    assert all(f'href="datasets/{name}.html"' in text for name in names)


def test_one_page_of_each_kind_of_picture_is_visited(site: Site) -> None:
    """The tests that cost seconds a page see each mark, and few pages of each."""
    marks = Counter(descriptor(page.dataset)["picture"]["mark"] for page in visited() if page.dataset)
    assert set(marks) == {descriptor(page.dataset)["picture"]["mark"] for page in dataset_pages()}
    assert set(marks.values()) == {1}


def test_a_dataset_page_is_light_and_complete(visit: Opens, site: Site, dataset_page: SitePage) -> None:
    with site.asking() as asked:
        seen = visit(dataset_page, viewport=PHONE).wake()
        seen.page.evaluate("() => document.fonts.ready.then(() => 1)")
    assert seen.foreign == [] and seen.errors == []
    assert len(seen.roots()) == 1
    assert seen.page.evaluate(script("wide")) == []
    drawn = {Path(path).name for path in asked if "/geo-" in path}
    assert drawn == {f"geo-{name}.js" for name in [descriptor(dataset_page.dataset)["picture"].get("outlines")] if name}
    assert sum(asked.values()) <= COLD + MAP * bool(drawn), asked
