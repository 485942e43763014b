"""Which tests stay together on one worker: cells of a notebook, the tests of a file, and all that asks for one page."""

from __future__ import annotations

import re

from xdist.scheduler import LoadFileScheduling

#: Files whose tests have nothing in common and take long: each test goes to the worker that is free.
APART = ("tests/notebooks/test_mutation.py", "tests/lab/test_jupyterlab.py")
#: A page, or an explorer whose first name is that of its page, among the parameters of a browser test.
PAGE = re.compile(r"tests/browser/.*?\[(?:\w+/)*([a-z]\w+)")


def share(nodeid: str) -> str:
    """Name the share of the work that a test belongs to.

    >>> share("notebooks/1_large_firm/growth_pole.ipynb::Cell 3")
    'notebooks/1_large_firm/growth_pole.ipynb'
    >>> share("tests/browser/test_axe.py::test_axe_finds_nothing[notebooks/1_large_firm/growth_pole-light-1280]")
    'the page of growth_pole'
    >>> share("tests/browser/test_model.py::test_values_are_what_python_takes[growth_pole.rounds]")
    'the page of growth_pole'
    """
    file = nodeid.split("::")[0]
    page = PAGE.match(nodeid)
    if page:
        return f"the page of {page[1]}"
    return nodeid if file in APART else file


class Shares(LoadFileScheduling):
    """Send shares of tests to whichever worker is free."""

    def _split_scope(self, nodeid: str) -> str:
        return share(nodeid)
