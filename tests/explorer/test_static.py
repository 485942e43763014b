"""The static face: the HTML of an explorer and of a plain figure, and everything that is refused at build."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from typing import Any

import plotly.graph_objects as go
import pytest

from course_utils.explorer import BudgetError, Choice, Explorer, Panel, Slider, lattice, static
from course_utils.explorer.controls import places
from course_utils.explorer.plain import plain
from tests.explorer.decoder import unpack
from tests.explorer.demo import HOSTILE, controls, explorer

VOID = {"input", "br", "hr", "img", "meta", "link"}


class Page(HTMLParser):
    """Elements with their attributes and texts; what is not closed where it should be is an error."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None], list[str]]] = []
        self.open: list[int] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs), []))
        if tag not in VOID:
            self.open.append(len(self.found) - 1)

    def handle_endtag(self, tag: str) -> None:
        assert self.found[self.open.pop()][0] == tag

    def handle_data(self, data: str) -> None:
        for i in self.open:
            self.found[i][2].append(data)

    def all(self, tag: str, cls: str = "") -> list[tuple[dict[str, str | None], str]]:
        """Attributes and text of the elements of a tag, of a class if one is given."""
        wanted = [(a, "".join(t)) for name, a, t in self.found if name == tag]
        return [(a, t) for a, t in wanted if not cls or cls in (a.get("class") or "").split()]


@pytest.fixture(scope="module")
def shown() -> Page:
    return Page(static.html(explorer(title=HOSTILE)))


def data_of(page: Page) -> Any:
    (_attributes, text), *others = page.all("script")
    assert others == []
    return json.loads(text)


def test_the_root_keeps_the_contract(shown: Page) -> None:
    tag, attributes, _text = shown.found[0]
    assert (tag, attributes) == ("div", {"class": "cu-explorer", "data-concept": "demo"})
    assert [a.get("type") for a, _t in shown.all("script")] == ["application/json"]


def test_no_label_can_end_or_swallow_the_payload() -> None:
    """In the demonstration a bar, the title and the names of places are hostile."""
    text = static.html(explorer(title=HOSTILE, caption=HOSTILE, note=HOSTILE))
    payload = text[text.index('<script type="application/json">') + 32 : text.rindex("</script>")]
    assert "<" not in payload and text.count("</script>") == 1
    bars = json.loads(payload)["panels"][1]["base"]["base"]["data"][0]
    assert bars["x"][1] == HOSTILE


def test_title_caption_and_note_are_shown_as_text(shown: Page) -> None:
    assert shown.all("p", "cu-title")[0][1] == HOSTILE
    assert [t for _a, t in shown.all("p", "cu-caption")] == ["Nothing here is about the world.", "Synthetic."]


def test_a_provenance_card_where_data_are_shown(shown: Page) -> None:
    assert len(shown.all("aside", "cu-card")) == 1
    assert Page(static.html(explorer(data=()))).all("aside") == []


def test_the_fallback_holds_the_reading_and_the_default_state(shown: Page, demo: Explorer) -> None:
    assert [t for _a, t in shown.all("p", "cu-reading")] == [demo.read()]
    captions = [t.strip() for _a, t in shown.all("caption")]
    assert captions == ["rising The first 25 of 30 rows.", "Three bars", "Isère", "Grid", "Grid"]
    cells = [t for _a, t in shown.all("td")]
    assert HOSTILE in cells and "4" in cells
    assert [t for _a, t in shown.all("th")][:2] == ["x", "y (units)"]


def test_tables_can_be_read_and_reached(shown: Page) -> None:
    assert all(a["scope"] == "col" and t for a, t in shown.all("th"))
    boxes = [a for a, _t in shown.all("div", "cu-scroll")]
    assert all(box["tabindex"] == "0" and box["aria-label"] and box["role"] == "group" for box in boxes)
    assert len(boxes) == len(shown.all("table")) == len(shown.all("caption"))


def test_the_payload_holds_what_the_script_needs(payload: dict[str, Any]) -> None:
    assert {"v", "name", "words", "themes", "controls", "panels", "reading", "blob", "values"} == payload.keys()
    json.dumps(payload, allow_nan=False)
    entries = [
        e for p in payload["panels"] for layer in (p["base"], *p["overlays"]) for e in layer["nums"] + layer["words"]
    ]
    entries += [e for layer in payload["reading"] for e in layer["nums"] + layer["words"]]
    held = sum(e["m"] * e["n"] * (2 if "w" in e else 1) for e in entries)
    assert held == payload["values"] == len(unpack(payload["blob"])) / 2
    assert [(p["key"], p["title"], p["alt"], p["height"]) for p in payload["panels"]] == [
        ("curve", "Curve", "A curve", 360),
        ("bars", "", "Three bars", 360),
        ("grid", "Grid", "A grid", 300),
    ]


def test_controls_are_described_to_the_script(payload: dict[str, Any], demo: Explorer) -> None:
    found = {c["k"]: c for c in payload["controls"]}
    assert [c["t"] for c in payload["controls"]] == ["select", "range", "range", "range", "checkbox", "territory"]
    assert {k: c["value"] for k, c in found.items()} == demo.defaults()
    assert found["shape"]["options"] == [("rising", "Rising"), ("falling", "Falling")]
    assert found["power"]["nodes"] == controls()["power"].nodes() and not found["power"]["between"]
    assert found["size"]["between"] and found["size"]["unit"] == "m" and found["size"]["step"] == pytest.approx(0.45)
    assert found["scale"]["log"] and found["scale"]["step"] == pytest.approx(1.0)
    assert found["shape"]["play"] == {"values": ("rising", "falling"), "beat": 800} and "play" not in found["power"]
    assert found["place"]["sets"] == {"size": {"38": 4.0, "01": 7.5}} and found["place"]["level"] == "departement"


def test_a_percentage_is_printed_as_one() -> None:
    told = static.control_payload("p", Slider("P", 0.0, 0.1, 0.0, percent=True, unit="no"))
    assert (told["unit"], told["times"]) == ("%", 100)


def test_rows_of_places_are_in_the_order_of_the_pages_list(payload: dict[str, Any]) -> None:
    overlay = payload["panels"][1]["overlays"][0]
    assert overlay["controls"] == ["place", "gap"]
    assert next(e["m"] for e in overlay["nums"]) == 2 * len(places("departement"))


def test_the_words_of_the_script_are_those_that_it_uses() -> None:
    source = "".join(path.read_text("utf-8") for path in sorted((static_page()).glob("*.js")))
    used = set(re.findall(r"\bwords\.([a-z]+)\b(?!\()", source)) - {"columns"}
    words = static.words()
    assert used == words.keys() - {"columns"}
    assert set(re.findall(r"\bnames\.([a-z]+)\b(?!\()", source)) <= words["columns"].keys()


def static_page() -> Any:
    from course_utils.sphinx_ext.assets import PAGE

    return PAGE


def test_too_many_values_are_refused_with_the_numbers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(static, "VALUE_BUDGET", 4000)
    with pytest.raises(BudgetError, match=r"demo: 4,\d\d\d packed values are over the budget of 4,000"):
        static.payload(explorer())
    assert lattice.VALUE_BUDGET == 300_000


def test_a_logarithmic_axis_that_varies_is_refused() -> None:
    def figure(result: Any, scale: float) -> dict[str, Any]:
        return {"data": [{"x": [1, 2], "y": [scale, 2 * scale]}], "layout": {"xaxis": {"type": "log"}} | log}

    panels = [*explorer().panels[:2], Panel("decades", lambda scale: None, figure, ("scale",), alt="")]
    log: dict[str, Any] = {}
    static.payload(explorer(panels=panels))  # x does not vary: it is shipped as it is
    log = {"yaxis": {"type": "log"}}
    with pytest.raises(ValueError, match="demo, decades: y varies on a logarithmic axis.*draw the logarithms"):
        static.payload(explorer(panels=panels))


def test_a_hidden_state_that_breaks_the_structure_is_refused() -> None:
    def figure(result: Any, scale: float) -> dict[str, Any]:
        return {"data": [{"y": [1] * (3 if scale == 100 else 2)}], "layout": {}}

    panels = [*explorer().panels[:2], Panel("jumps", lambda scale: None, figure, ("scale",), alt="")]
    with pytest.raises(ValueError, match="structure changes between states near data.0.y"):
        static.payload(explorer(panels=panels))


def test_a_figure_that_the_bundle_cannot_draw_is_refused() -> None:
    panels = [
        *explorer().panels[:2],
        Panel("deep", lambda scale: None, lambda r, scale: go.Figure(go.Scatter3d()), ("scale",), alt=""),
    ]
    with pytest.raises(ValueError, match="trace type 'scatter3d'"):
        static.payload(explorer(panels=panels))


def test_a_plain_figure() -> None:
    figure = go.Figure(
        go.Bar(x=["a", HOSTILE], y=[1.5, None], name="N"), layout={"title": {"text": "Two"}, "height": 240}
    )
    page = Page(static.figure_html(figure))
    assert page.found[0][:2] == ("div", {"class": "cu-figure", "data-concept": ""})
    data = data_of(page)
    assert (data["controls"], data["reading"], data["blob"]) == ([], [], "")
    assert (data["panels"][0]["alt"], data["panels"][0]["height"]) == ("Two", 240)
    drawn = data["panels"][0]["base"]["base"]
    assert drawn["data"] == [{"type": "bar", "name": "N", "x": ["a", HOSTILE], "y": [1.5, None]}]
    assert drawn["layout"]["dragmode"] is False
    assert [t for _a, t in page.all("td")] == ["a", "1.50", HOSTILE, ""]
    assert page.all("p", "cu-reading") == [] and page.all("aside") == []


@pytest.mark.parametrize(
    ("layout", "alt", "told"),
    [
        ({}, "", "A figure; its data are in the table."),
        ({"title": "T"}, "", "T"),
        ({"title": {"text": None}}, "", "A figure; its data are in the table."),
        ({"title": "T"}, "Bars that grow", "Bars that grow"),
    ],
)
def test_a_plain_figure_has_an_alternative_text(layout: dict[str, Any], alt: str, told: str) -> None:
    text = static.figure_html({"data": [{"y": [1]}], "layout": layout}, alt)
    assert data_of(Page(text))["panels"][0]["alt"] == told


def test_both_themes_are_shipped(payload: dict[str, Any]) -> None:
    assert payload["themes"].keys() == {"light", "dark"}
    assert plain(payload["themes"]) == payload["themes"]


def test_options_are_shown_in_their_order() -> None:
    told = static.control_payload("c", Choice("C", {"b": "Second", "a": "First"}, "a"))
    assert told["options"] == [("b", "Second"), ("a", "First")]
