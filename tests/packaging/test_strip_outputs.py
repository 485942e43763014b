"""Notebooks lose their outputs, but for the text that nbval compares."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tools.strip_outputs import main, rich_checks, strip

PRINTED = {"output_type": "stream", "name": "stdout", "text": ["0.67\n"]}
WARNED = {"output_type": "stream", "name": "stderr", "text": ["a warning\n"]}


def result(**data: list[str]) -> dict[str, Any]:
    kinds = {"text": "text/plain", "html": "text/html", "plotly": "application/vnd.plotly.v1+json"}
    return {
        "output_type": "execute_result",
        "execution_count": 7,
        "metadata": {"isolated": True},
        "data": {kinds[kind]: value for kind, value in data.items()},
    }


def code(source: str, *outputs: dict[str, Any]) -> dict[str, Any]:
    return {
        "cell_type": "code",
        "id": "a",
        "execution_count": 3,
        "metadata": {"tags": ["hide-input"], "execution": {"shell.execute_reply": "now"}},
        "source": [source],
        "outputs": list(outputs),
    }


def notebook(*cells: dict[str, Any]) -> dict[str, Any]:
    metadata = {"widgets": {"state": {}}, "language_info": {"name": "python", "version": "3.11.7"}, "title": "kept"}
    return {"cells": list(cells), "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}


def test_a_plain_cell_loses_everything_but_its_tags() -> None:
    (cell,) = strip(notebook(code("plot()", PRINTED, result(plotly=["{}"]))))["cells"]
    assert cell["outputs"] == []
    assert cell["execution_count"] is None
    assert cell["metadata"] == {"tags": ["hide-input"]}


def test_a_checked_cell_keeps_its_text() -> None:
    (cell,) = strip(notebook(code("# NBVAL_CHECK_OUTPUT\ngini(x)", PRINTED, WARNED, result(text=["0.67"]))))["cells"]
    kept = result(text=["0.67"]) | {"execution_count": 1, "metadata": {}}
    assert cell["outputs"] == [PRINTED, kept]
    assert cell["execution_count"] == 1  # nbval refuses a reference that was never run


def test_of_a_rich_result_only_text_is_kept_and_it_is_reported() -> None:
    rich = notebook(code("# NBVAL_CHECK_OUTPUT\ntable", result(text=["a  b"], html=["<table>"])))
    assert rich_checks(rich) == ["# NBVAL_CHECK_OUTPUT"]
    assert strip(rich)["cells"][0]["outputs"][0]["data"] == {"text/plain": ["a  b"]}


def test_widget_state_and_python_version_go() -> None:
    metadata = strip(notebook())["metadata"]
    assert metadata["language_info"] == {"name": "python"}
    assert metadata["kernelspec"]["name"] == "python3"
    assert "widgets" not in metadata
    assert metadata["title"] == "kept"


def test_stripping_twice_changes_nothing() -> None:
    text = {"cell_type": "markdown", "metadata": {}, "source": []}
    once = strip(notebook(code("# NBVAL_CHECK_OUTPUT", PRINTED), text))
    assert strip(once) == once


def test_the_hook_rewrites_once_and_then_is_content(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "Châteauroux.ipynb"
    path.write_text(json.dumps(notebook(code("print('é')", PRINTED))), encoding="utf-8")
    assert main(["--check", str(path)]) == 1
    assert json.loads(path.read_text("utf-8"))["cells"][0]["outputs"] == [PRINTED]
    assert main([str(path)]) == 1
    assert "stripped" in capsys.readouterr().out
    assert "é" in path.read_text("utf-8")
    assert main([str(path)]) == 0
