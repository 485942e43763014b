"""What plotly has drawn is what the Python model gives, at random states: figures, and the sentence under them."""

from __future__ import annotations

from collections.abc import Callable

import course_utils
from course_utils.explorer import Explorer
from tests.browser.compare import BETWEEN_NODES, ON_NODES, Rule, reading_differences
from tests.browser.payload import Lattice, lattice
from tests.browser.site import SitePage
from tests.browser.states import nearest, on_nodes, states
from tests.browser.visit import Visit, through

BATCH = 10


def differences(model: Explorer, seen: dict, shipped: Lattice) -> list[str]:
    """Compare one state of the page with the model."""
    values = seen["values"]
    exact = on_nodes(model, values)
    wanted, close = model.evaluate(**values), nearest(model, values)
    near = wanted if exact else model.evaluate(**close)
    rule = Rule(shipped, ON_NODES if exact else BETWEEN_NODES)
    found = [f"{len(seen['figures'])} figures"] if len(seen["figures"]) != len(wanted) else []
    for i, figures in enumerate(zip(seen["figures"], wanted, near, strict=True)):
        found += rule.differences(*figures, (i,))
    if exact:
        said = str(model.read(**values))
        return found + ([] if seen["reading"] == said else [f"{seen['reading']!r} said, {said!r} wanted"])
    sentences = [model.reading.say] + [o.say for p in model.panels for o in p.overlays if o.sentence]
    true, words = [s(values) for s in sentences], [s(close) for s in sentences]
    return found + list(reading_differences(seen["reading"], true, words, shipped))


def one_each(lines: list[str]) -> list[str]:
    """Keep the first line about each part of a figure."""
    return list({line.split("}: ", 1)[1].split(": ", 1)[0]: line for line in reversed(lines)}.values())[:20]


def test_the_page_draws_and_says_what_the_model_gives(
    desk: Callable[[SitePage], Visit], explorer: tuple[SitePage, str], record_property: Callable[[str, object], None]
) -> None:
    page, name = explorer
    root, model = desk(page).root(name), course_utils.explorers()[name]()
    shipped, asked = lattice(root), states(model)
    wrong, exact = [], 0
    for start in range(0, len(asked), BATCH):
        for seen in through(root, asked[start : start + BATCH]):
            exact += on_nodes(model, seen["values"])
            wrong += [f"at {seen['values']}: {line}" for line in differences(model, seen, shipped)]
    record_property("measured", f"states   {name}: {exact} on the lattice, {len(asked) - exact} between nodes")
    assert not wrong, f"{len(wrong)} differences\n" + "\n".join(one_each(wrong))
    assert exact >= len(asked) // 2, "too few states on the lattice"


def test_values_are_what_python_takes(desk: Callable[[SitePage], Visit], explorer: tuple[SitePage, str]) -> None:
    page, name = explorer
    root, model = desk(page).root(name), course_utils.explorers()[name]()
    root.evaluate("(root, all) => root.explorer.set(all)", model.defaults())
    values = root.evaluate("root => root.explorer.values()")
    assert values == model.defaults()
    assert model.values(**values) == values


def test_the_comparison_sees_a_wrong_number(desk: Callable[[SitePage], Visit], sample: tuple[SitePage, str]) -> None:
    """A check that cannot fail checks nothing: the figures of another state are told apart."""
    page, name = sample
    root, model = desk(page).root(name), course_utils.explorers()[name]()
    one, *others = through(root, states(model, 6, between=False))
    assert any(differences(model, one | {"values": other["values"]}, lattice(root)) for other in others)
