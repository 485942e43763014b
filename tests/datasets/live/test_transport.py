"""One GET and its limits: cut, slow, large, busy, refused, sent elsewhere."""

from __future__ import annotations

import gzip
import pickle
import time
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from types import SimpleNamespace

import pytest

from course_utils.datasets.live import errors, transport
from course_utils.datasets.live.transport import Question, fetch
from tests.datasets.live.office import Office, Reply, as_json, opened

GOOD = as_json([1, 2, 3])
TEXT = b"[1, 2, 3]"


def ask(office: Office, seconds: float = 5.0) -> bytes:
    return fetch(
        Question(f"{office.base}/table", (("geo", "é&?"), ("geo", "b")), "communes"), time.monotonic() + seconds
    )


@pytest.fixture
def slept(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The pauses, which are not made."""
    pauses: list[float] = []
    clock = SimpleNamespace(monotonic=time.monotonic, sleep=pauses.append)
    monkeypatch.setattr(transport, "time", clock)
    return pauses


def test_a_good_answer(office: Office) -> None:
    office.says(GOOD)
    assert ask(office) == TEXT
    (asked,) = office.asked
    assert (asked.path, asked.query) == ("/table", [("geo", "é&?"), ("geo", "b")])
    assert "places-that-produce" in asked.headers["User-Agent"]


def test_packed_and_without_a_length(office: Office) -> None:
    office.says(as_json([1, 2, 3], packed=True), Reply(TEXT, promised=None))
    assert ask(office) == ask(office) == TEXT


def test_in_chunks(office: Office) -> None:
    chunked = b"5\r\n[1, 2\r\n4\r\n, 3]\r\n0\r\n\r\n"
    office.says(Reply(chunked, headers={"Transfer-Encoding": "chunked"}, promised=None))
    assert ask(office) == TEXT


CUT = {
    "shorter than promised": Reply(TEXT, promised=500),
    "packed and cut": Reply(gzip.compress(TEXT * 50)[:-9], headers={"Content-Encoding": "gzip"}),
    "packed and damaged": Reply(b"not gzip at all", headers={"Content-Encoding": "gzip"}),
    "chunks that stop": Reply(b"5\r\n[1, 2\r\n400\r\n, 3", headers={"Transfer-Encoding": "chunked"}, promised=None),
}


@pytest.mark.parametrize("cut", CUT.values(), ids=CUT)
def test_a_cut_answer_is_asked_for_again_then_told(office: Office, cut: Reply) -> None:
    office.says(cut, GOOD)
    assert ask(office) == TEXT
    office.says(cut)
    with pytest.raises(errors.Incomplete, match=r"127\.0\.0\.1:\d+/table: .*Try again.* load\('communes'\)"):
        ask(office)
    assert len(office.asked) == 2 + 4


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_a_passing_fault_is_waited_out(office: Office, slept: list[float], status: int) -> None:
    office.says(Reply(status=status), Reply(status=status), GOOD)
    assert ask(office) == TEXT
    assert slept == [0.01, 0.02]


@pytest.mark.parametrize(("status", "kind"), [(429, errors.TooMany), (500, errors.ServerFailed)])
def test_a_fault_that_stays_is_told(office: Office, slept: list[float], status: int, kind: type[Exception]) -> None:
    office.says(Reply(b'{"message": "closed for stocktaking"}', status=status))
    with pytest.raises(kind, match=rf"status {status}.*closed for stocktaking"):
        ask(office)
    assert len(office.asked) == 4 and len(slept) == 3


def test_retry_after_is_kept_to(office: Office, slept: list[float]) -> None:
    later = format_datetime(datetime.now(UTC) + timedelta(seconds=3), usegmt=True)
    for value, low, high in (("1", 1.0, 1.0), (later, 1.0, 3.0), ("soon", 0.01, 0.01)):
        office.says(Reply(status=429, headers={"Retry-After": value}), GOOD)
        assert ask(office) == TEXT
        assert low <= slept.pop() <= high


def test_a_wait_longer_than_the_time_given_is_not_made(office: Office, slept: list[float]) -> None:
    office.says(Reply(status=429, headers={"Retry-After": "3600"}))
    with pytest.raises(errors.TooMany, match="Wait some minutes"):
        ask(office)
    assert len(office.asked) == 1 and slept == []


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 451])
def test_a_refusal_is_told_at_once_with_its_words(office: Office, status: int) -> None:
    office.says(Reply(b'{"error_code": "ODSQLError", "message": "unknown field"}', status=status))
    with pytest.raises(errors.Refused, match=f"status {status}.*unknown field"):
        ask(office)
    assert len(office.asked) == 1


def test_a_page_of_a_refusal_is_not_shown(office: Office) -> None:
    office.says(Reply(b"<html>" + b"x" * 5000, status=404))
    with pytest.raises(errors.Refused) as told:
        ask(office)
    assert "html" not in str(told.value) and len(str(told.value)) < 300


@pytest.mark.parametrize("status", [201, 204, 206, 304])
def test_an_odd_success_is_a_refusal(office: Office, status: int) -> None:
    office.says(Reply(status=status))
    with pytest.raises(errors.Refused, match=str(status)):
        ask(office)


def test_a_redirection_on_the_same_host_is_followed(office: Office) -> None:
    office.says(Reply(status=302, headers={"Location": "/moved?x=1"}), GOOD)
    assert ask(office) == TEXT
    assert office.asked[1].path == "/moved"


def test_a_redirection_to_another_host_is_not(office: Office) -> None:
    with opened() as portal:
        portal.says(GOOD)
        elsewhere = portal.base.replace("127.0.0.1", "localhost")
        office.says(Reply(status=307, headers={"Location": f"{elsewhere}/log-in"}))
        with pytest.raises(errors.Intercepted, match="localhost.*log in"):
            ask(office)
        assert portal.asked == []


def test_a_redirection_without_end(office: Office) -> None:
    office.says(Reply(status=301, headers={"Location": "/again"}))
    with pytest.raises(errors.Intercepted, match="3 times"):
        ask(office)
    assert len(office.asked) == 3


def test_drops_are_timed_as_a_whole(office: Office) -> None:
    office.says(Reply(TEXT * 100, drip=0.05))
    start = time.monotonic()
    with pytest.raises(errors.TooSlow, match="more was to come.*timeout=600"):
        ask(office, seconds=0.5)
    assert time.monotonic() - start < 2


def test_silence(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(transport, "READ", 0.2)
    office.says(Reply(TEXT, silence=1.0))
    with pytest.raises(errors.TooSlow, match="silent"):
        ask(office)
    assert len(office.asked) == 1


def test_silence_in_the_middle(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(transport, "READ", 0.2)
    office.says(Reply(TEXT, drip=0.6))
    with pytest.raises(errors.TooSlow, match="stopped after"):
        ask(office)


def test_no_time_left(office: Office) -> None:
    with pytest.raises(errors.TooSlow):
        ask(office, seconds=-1)
    assert office.asked == []


@pytest.mark.parametrize("packed", [False, True])
def test_too_large(office: Office, monkeypatch: pytest.MonkeyPatch, packed: bool) -> None:
    monkeypatch.setattr(transport, "SIZE", 200_000)
    office.says(as_json("x" * 5_000_000, packed))  # packed: 5 kB on the wire
    with pytest.raises(errors.TooLarge, match="one département"):
        ask(office)


def test_an_unknown_packing(office: Office) -> None:
    office.says(Reply(TEXT, headers={"Content-Encoding": "br"}))
    with pytest.raises(errors.ChangedFormat, match="'br'"):
        ask(office)


def test_nobody_answers() -> None:
    question = Question("http://127.0.0.1:9/table", (), "communes")
    with pytest.raises(errors.Offline, match=r"127\.0\.0\.1:9/table: cannot be reached.*load\('communes'\)"):
        fetch(question, time.monotonic() + 5)


def test_one_who_cannot_prove_to_be_the_service(office: Office) -> None:
    question = Question(office.base.replace("http:", "https:"))
    with pytest.raises(errors.Intercepted, match="certificate"):
        fetch(question, time.monotonic() + 5)


def test_certificates_are_checked_and_accounts_kept(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import requests

    seen: list[object] = []
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))
    (tmp_path / "netrc").write_text("machine 127.0.0.1 login reader password made-for-the-test\n")
    whole = requests.Session.send
    monkeypatch.setattr(requests.Session, "send", lambda s, r, **o: seen.append(o["verify"]) or whole(s, r, **o))
    office.says(GOOD)
    ask(office)
    assert seen[0], "False would leave the certificate unchecked"
    assert "Authorization" not in office.asked[0].headers


def test_proxies_come_from_the_environment(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", office.base)
    office.says(GOOD)
    assert fetch(Question("http://statistics.invalid/table"), time.monotonic() + 5) == TEXT
    assert office.asked[0].headers["Host"] == "statistics.invalid"


def test_errors_survive_a_process_boundary() -> None:
    kinds = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, errors.LiveError)]
    assert len(kinds) == 11
    for kind in kinds:
        error = kind("https://example.org/x", "broke", "communes")
        again = pickle.loads(pickle.dumps(error))
        assert str(again) == str(error) and type(again) is kind
        assert str(error).startswith("https://example.org/x: broke. ") and "load('communes')" in str(error)


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "requests", None)
    with pytest.raises(ImportError, match=r"\.\[live\]"):
        fetch(Question("http://127.0.0.1:9"), time.monotonic() + 5)
