"""Kept answers: how long, under which name, whole or not at all, and what stands in when nobody answers."""

from __future__ import annotations

import gzip
import warnings
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from course_utils.datasets.live import StaleCopy, cache, cache_folder, errors
from course_utils.datasets.live.call import Call, answer
from course_utils.datasets.live.transport import Question
from tests.datasets.live.office import Office, Reply, as_json


def read(document: Any) -> Any:
    return document


def ask(office: Office, path: str = "/table", **how: Any) -> Any:
    return answer(Question(f"{office.base}{path}", (), "communes"), read, Call(**how))[0]


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Let days go by (or come back)."""
    moment, clock = cache.now(), {"days": 0.0}
    monkeypatch.setattr(cache, "now", lambda: moment + timedelta(days=clock["days"]))

    def go(days: float) -> None:
        clock["days"] += days

    return go


def test_an_answer_is_kept_for_a_week(office: Office, later: Any) -> None:
    office.says(as_json(1), as_json(2))
    assert [ask(office), ask(office)] == [1, 1]
    later(6.9)
    assert ask(office) == 1
    later(0.2)
    assert ask(office) == 2
    assert len(office.asked) == 2


def test_the_reader_decides(office: Office, later: Any) -> None:
    office.says(as_json(1), as_json(2), as_json(3))
    assert ask(office) == 1
    assert ask(office, refresh=True) == 2
    later(3)
    assert ask(office, max_age=4) == 2
    assert ask(office, max_age=2) == 3


def test_another_question_is_another_answer(office: Office) -> None:
    office.says(as_json(1), as_json(2))
    assert [ask(office), ask(office, "/other"), ask(office)] == [1, 2, 1]


def test_a_copy_from_the_future_is_not_trusted(office: Office, later: Any) -> None:
    office.says(as_json(1), as_json(2))
    ask(office)
    later(-30)
    assert ask(office) == 2


FAULTS = {
    "busy": (Reply(status=429), errors.TooMany),
    "failed": (Reply(status=500), errors.ServerFailed),
    "refused": (Reply(status=404), errors.Refused),
    "log-in page": (Reply(b" <!DOCTYPE html><title>Welcome"), errors.Intercepted),
    "cut": (Reply(b'[{"a": 1}, {"a'), errors.Incomplete),
    "nested": (Reply(b"[" * 200_000), errors.Incomplete),
    "empty": (Reply(b""), errors.Incomplete),
}


@pytest.mark.parametrize(("reply", "kind"), FAULTS.values(), ids=FAULTS)
def test_an_old_copy_stands_in_with_a_warning(office: Office, later: Any, reply: Reply, kind: type[Exception]) -> None:
    office.says(as_json(1))
    ask(office)
    date = f"{cache.now():%Y-%m-%d}"
    later(30)
    office.says(reply)
    with pytest.warns(StaleCopy, match=rf"127\.0\.0\.1.*The answer of {date} stands in"):
        assert ask(office) == 1
    with pytest.raises(kind):
        ask(office, stale=False)
    with pytest.raises(kind):
        ask(office, "/never-asked-before")


def test_a_changed_format_is_never_hidden_and_never_kept(office: Office) -> None:
    question = Question(f"{office.base}/table")

    def strict(document: Any) -> Any:
        if document != 1:
            raise question.fails(errors.ChangedFormat, "expected 1")
        return document

    office.says(as_json(1), as_json(2))
    assert answer(question, strict, Call())[0] == 1
    with pytest.raises(errors.ChangedFormat, match="newer version of the course"):
        answer(question, strict, Call(refresh=True))
    assert answer(question, strict, Call())[0] == 1, "the good answer is still there"
    assert len(office.asked) == 2


def test_a_copy_that_this_version_cannot_read_is_asked_for_again(office: Office) -> None:
    question = Question(f"{office.base}/table")
    office.says(as_json(1), as_json(2))
    assert answer(question, read, Call())[0] == 1

    def other(document: Any) -> Any:
        if document != 2:
            raise question.fails(errors.ChangedFormat, "expected 2")
        return document

    assert answer(question, other, Call())[0] == 2


@pytest.mark.parametrize(
    "damage",
    [b"", b"junk", gzip.compress(b'{"url": 1}\n[]'), gzip.compress(b"[]")],
    # Packed bytes hold the time: as names they would differ between the two workers of `make test`.
    ids=["empty", "junk", "other keys", "no keys"],
)
def test_a_damaged_copy_is_no_copy(office: Office, damage: bytes) -> None:
    office.says(as_json(1), as_json(2))
    ask(office)
    (file,) = cache_folder().iterdir()
    file.write_bytes(damage or file.read_bytes()[:-7])
    assert ask(office) == 2


def test_a_folder_that_cannot_be_written(office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("COURSE_UTILS_CACHE", str(tmp_path / "file"))
    office.says(as_json(1))
    with pytest.warns(errors.NotKept, match="could not be kept in .*file"):
        assert ask(office) == 1


def test_a_full_disk_leaves_nothing_behind(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_paths: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(cache.os, "replace", full)
    office.says(as_json(1))
    with pytest.warns(errors.NotKept, match="No space left"):
        ask(office)
    assert list(cache_folder().iterdir()) == []


def test_many_at_once(office: Office) -> None:
    office.says(as_json(list(range(5000))))
    with ThreadPoolExecutor(8) as pool, warnings.catch_warnings():
        warnings.simplefilter("error")
        answers = list(pool.map(lambda at: ask(office, f"/table{at % 2}", refresh=at % 3 == 0), range(48)))
    assert all(found == list(range(5000)) for found in answers)
    assert sorted(path.suffix for path in cache_folder().iterdir()) == [".gz", ".gz"]


def test_where(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert cache_folder() == tmp_path / "cache"
    monkeypatch.delenv("COURSE_UTILS_CACHE")
    monkeypatch.setattr(cache.Path, "home", lambda: tmp_path)
    for system, variable, expected in (
        ("linux", "XDG_CACHE_HOME", tmp_path / ".cache"),
        ("darwin", "XDG_CACHE_HOME", tmp_path / "Library/Caches"),
        ("win32", "LOCALAPPDATA", tmp_path / "AppData/Local"),
    ):
        monkeypatch.setattr(cache.sys, "platform", system)
        monkeypatch.delenv(variable, raising=False)
        assert cache_folder() == expected / "places-that-produce"
        monkeypatch.setenv(variable, str(tmp_path / "chosen"))
        assert cache_folder() == tmp_path / "chosen" / "places-that-produce"


@pytest.mark.parametrize("how", [{"max_age": -1}, {"max_age": float("nan")}, {"timeout": 0}, {"timeout": float("inf")}])
def test_senseless_wishes(how: dict[str, float]) -> None:
    with pytest.raises(ValueError, match=next(iter(how))):
        Call(**how)  # type: ignore[arg-type]


def test_a_wish_that_does_not_exist() -> None:
    with pytest.raises(TypeError, match="refrsh"):
        Call(refrsh=True)  # type: ignore[call-arg]
