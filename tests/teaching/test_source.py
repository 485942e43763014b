"""The source shown is the source that runs, less the long part of its docstring."""

from __future__ import annotations

import ast
import functools
import inspect
from pathlib import Path

import pytest

from course_utils import words
from course_utils.teaching import show_source
from course_utils.teaching.territory import my_territory


def test_the_docstring_keeps_its_first_line_and_the_code_all_of_it() -> None:
    code = show_source(words.number).code
    assert '"""A number with thousands separated by commas."""' in code
    assert ">>>" not in code and "return Number(float(value), decimals, unit)" in code

    def stripped(text: str) -> str:
        node = ast.parse(text).body[0]
        node.body = node.body[1:]  # type: ignore[attr-defined]
        return ast.dump(node)

    assert stripped(code) == stripped(inspect.getsource(words.number))


def test_it_says_where_the_function_and_its_test_are(repository: Path) -> None:
    source = show_source(my_territory)
    assert source.lives_in == "src/course_utils/teaching/territory.py"
    assert source.tested_in == "tests/teaching/test_territory.py"
    assert (repository / source.lives_in).is_file() and (repository / source.tested_in).is_file()
    assert source.whereabouts() == f"From {source.lives_in}, tested in {source.tested_in}."


def test_markdown_is_a_fenced_block_and_text_is_runnable() -> None:
    source = show_source(words.percent)
    markdown = source._repr_markdown_()
    assert markdown.startswith("```python\ndef percent(") and markdown.count("```") == 2
    assert "`src/course_utils/words.py`" in markdown
    compile(repr(source), "shown", "exec")


def test_no_path_of_this_machine_is_shown() -> None:
    assert str(Path.home()) not in repr(show_source(words.number))
    assert Path(__file__).parent.as_posix() not in repr(show_source(test_no_path_of_this_machine_is_shown))


def test_wrapped_functions_classes_and_methods() -> None:
    assert show_source(functools.cache(words.number)).code == show_source(words.number).code
    assert show_source(words.Number).code.startswith("@dataclass(frozen=True)\nclass Number:")
    assert show_source(words.Number.shown.fget).code.startswith("@property\ndef shown")


def test_a_function_without_a_docstring_is_shown_whole() -> None:
    def bare(x: float) -> float:
        return 2 * x

    assert show_source(bare).code == "def bare(x: float) -> float:\n    return 2 * x"


@pytest.mark.parametrize("value", [3, "rounds", len, None])
def test_what_has_no_source_is_a_type_error(value: object) -> None:
    with pytest.raises(TypeError, match="show_source takes a function written in Python, got"):
        show_source(value)  # type: ignore[arg-type]
