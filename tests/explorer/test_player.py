"""The play button of the live face, without a browser: one run at a time, ended by the reader's hand."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from course_utils.explorer import Explorer, Slider, player
from course_utils.explorer.live import LiveFace
from course_utils.explorer.run import Run, run_of
from tests.explorer.demo import controls, explorer


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(player, "run_of", lambda control: Run(run_of(control).values, 5))


def during(act: Callable[[LiveFace], Awaitable[None]], model: Explorer | None = None) -> LiveFace:
    """Run `act` in a loop, as a kernel does; return the face that it acted on."""
    face = LiveFace(model or explorer())
    asyncio.run(act(face))
    return face


def seen(face: LiveFace, name: str) -> list[Any]:
    """Values of a control from now on."""
    values: list[Any] = []
    face.inputs[name].observe(lambda change: values.append(change["new"]), "value")
    return values


async def ended(face: LiveFace, name: str) -> None:
    while face.players[name].task:
        await asyncio.sleep(0.005)


def test_a_run_goes_on_from_the_present_value_to_the_end() -> None:
    shown: list[float] = []

    async def act(face: LiveFace) -> None:
        values, button = seen(face, "scale"), face.players["scale"].button
        assert (button.description, button.tooltip) == ("Play", "Scale")
        button.click()
        assert button.description == "Pause"
        await ended(face, "scale")
        assert button.description == "Play"
        shown.extend(values)

    face = during(act)
    assert shown == [10.0, 100.0]
    assert str(face.explorer.read(**face.values())) in face.reading.value.replace("&#x27;", "'")
    assert face.figures[2].data[0].z[0][0] == 100.0


def test_at_the_end_it_starts_again() -> None:
    async def act(face: LiveFace) -> None:
        face.inputs["shape"].value = "falling"
        values = seen(face, "shape")
        face.players["shape"].button.click()
        await ended(face, "shape")
        assert values == ["rising", "falling"]

    during(act)


def test_a_smooth_slider_is_led_over_its_whole_length() -> None:
    async def act(face: LiveFace) -> None:
        values = seen(face, "size")
        face.players["size"].button.click()
        await ended(face, "size")
        assert values == pytest.approx([v for v in run_of(controls()["size"]).values if v > 4.001])

    during(act)


def test_pause_and_the_readers_hand_end_a_run() -> None:
    async def act(face: LiveFace) -> None:
        face.players["size"].button.click()
        await asyncio.sleep(0.02)
        face.players["size"].button.click()
        paused = face.inputs["size"].value
        await asyncio.sleep(0.05)
        assert 4.0 < face.inputs["size"].value == paused < 10.0
        face.players["size"].button.click()
        await asyncio.sleep(0.01)
        face.inputs["gap"].value = True
        assert face.players["size"].button.description == "Play"
        moved = face.inputs["size"].value
        await asyncio.sleep(0.05)
        assert face.inputs["size"].value == moved

    during(act)


def test_a_second_run_ends_the_first() -> None:
    async def act(face: LiveFace) -> None:
        face.players["size"].button.click()
        await asyncio.sleep(0)  # one step each, however busy the machine is
        assert face.players["size"].task
        face.players["scale"].button.click()
        await asyncio.sleep(0)
        assert face.players["size"].task is None and face.players["scale"].task
        await ended(face, "scale")

    during(act)


def test_a_logarithmic_slider_steps_over_what_it_offers() -> None:
    slider = Slider("Scale", 0.01, 100.0, 1.0, points=5, interpolate=True, step=0.03, scale="log", play=True)
    changed = explorer(controls=controls() | {"scale": slider})
    offered = {value for _label, value in LiveFace(changed).inputs["scale"].options}

    async def act(face: LiveFace) -> None:
        values = seen(face, "scale")
        face.players["scale"].button.click()
        await ended(face, "scale")
        assert set(values) <= offered and values[-1] == 100.0 and len(values) >= 12

    during(act, changed)


def test_only_what_plays_has_a_button(demo: Explorer) -> None:
    face = LiveFace(demo)
    assert list(face.players) == ["shape", "size", "scale"]
    rows = [child for child in face.box.children if getattr(child, "children", ())]
    assert [row.children for row in rows] == [
        (face.inputs[name], face.players[name].button) for name in ("shape", "size", "scale")
    ]
