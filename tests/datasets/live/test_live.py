"""What holds for all of `live`: nobody is called unasked, the list of sources is whole, hostile answers are told."""

from __future__ import annotations

import copy
import json
import subprocess
import sys
from typing import Any

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import course_utils
from course_utils.datasets import descriptors, live
from course_utils.datasets.live import call as calling
from course_utils.datasets.live import sources
from tests.datasets.live import answers

ABOVE = (
    "import sys, course_utils; {}; print([m for m in ('requests', 'urllib3', 'pandas', 'pynsee') if m in sys.modules])"
)


@pytest.mark.parametrize("use", ["pass", "course_utils.live.urssaf"])
def test_importing_calls_nobody_and_loads_nothing_heavy(use: str) -> None:
    done = subprocess.run([sys.executable, "-c", ABOVE.format(use)], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_it_is_part_of_the_course() -> None:
    assert course_utils.live is live
    assert all(getattr(live, name).__doc__ for name in live.__all__)


@pytest.mark.parametrize("key", sources.SOURCES)
def test_sources_say_what_they_must(key: str) -> None:
    source = sources.SOURCES[key]
    assert source.offline in descriptors.names()
    assert source.service in sources.SERVICES.keys() & sources.LICENCES.keys() & sources.PUBLISHERS.keys()
    assert source.page.startswith("https://") and source.code in source.page
    assert source.caveats and source.verified and source.title != source.title_fr


def test_addresses_are_safe() -> None:
    assert all(base.startswith("https://") and not base.endswith("/") for base in undisturbed().values())


def undisturbed() -> dict[str, str]:
    """The addresses as shipped: the tests' own point to this machine."""
    code = "from course_utils.datasets.live import sources; import json; print(json.dumps(sources.SERVICES))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return dict(json.loads(done.stdout))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 5) | st.floats(allow_nan=False) | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner, max_size=2),
    max_leaves=4,
)
CALLS = {
    "eurostat": (lambda: live.eurostat(stale=False, refresh=True), answers.eurostat()),
    "urssaf by departement": (lambda: live.urssaf(stale=False, refresh=True), answers.urssaf_departements()),
    "urssaf by commune": (lambda: live.urssaf("ape", "38", stale=False, refresh=True), answers.urssaf_communes()),
    "population": (lambda: live.insee(stale=False, refresh=True), answers.melodi(answers.population())),
    "jobs": (lambda: live.insee("employment", stale=False, refresh=True), answers.melodi(answers.employment())),
}


def paths(document: Any, here: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Ways to every part of a document."""
    inside = (
        document.items() if isinstance(document, dict) else enumerate(document) if isinstance(document, list) else ()
    )
    return [here, *(path for key, part in inside for path in paths(part, (*here, key)))]


def replaced(document: Any, path: tuple[Any, ...], part: Any) -> Any:
    """A document with another part at the end of the way."""
    if not path:
        return part
    document = copy.deepcopy(document)
    at = document
    for key in path[:-1]:
        at = at[key]
    at[path[-1]] = part
    return document


@pytest.mark.parametrize("name", CALLS)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_mutilated_answer_gives_a_table_or_a_clear_error(
    monkeypatch: pytest.MonkeyPatch, name: str, data: st.DataObject
) -> None:
    ask, good = CALLS[name]
    path = data.draw(st.sampled_from(paths(good)))
    body = json.dumps(replaced(good, path, data.draw(JSON))).encode()
    monkeypatch.setattr(calling, "fetch", lambda question, until: body)
    monkeypatch.setattr(sys.modules["course_utils.datasets.live.insee"], "fetch", lambda question, until: body)
    try:
        assert isinstance(ask(), pd.DataFrame)
    except live.LiveError as error:
        assert str(error).startswith("http://127.0.0.1:9/")
