"""How a Chromium is found, in which order, and that its absence is an error."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools import chromium

STARTS, FAILS = "exit 0", "exit 1"


def program(folder: Path, name: str, script: str) -> Path:
    """Write a shell script that stands in for a program."""
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    return path


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine with an empty PATH (the folder returned), no root, and no way out for Playwright."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setattr(chromium, "download", lambda: None)
    monkeypatch.setattr(chromium, "as_root", lambda: None)
    return folder


def test_the_one_named_by_the_reader_comes_first(
    machine: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(machine, "chromium", STARTS)
    own = program(tmp_path / "own", "my-browser", STARTS)
    monkeypatch.setenv("CHROMIUM", str(own))
    assert chromium.find_or_install() == str(own)


def test_a_named_one_that_does_not_start_is_an_error(machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(machine, "chromium", STARTS)
    monkeypatch.setenv("CHROMIUM", str(program(machine, "broken", FAILS)))
    with pytest.raises(chromium.NoChromium, match="broken"):
        chromium.find_or_install()


def test_a_stub_on_the_path_is_passed_over(machine: Path) -> None:
    program(machine, "chromium-browser", FAILS)
    chrome = program(machine, "google-chrome", STARTS)
    assert chromium.find_or_install() == str(chrome)


def test_playwrights_download_comes_before_the_packages(machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chromium, "download", lambda: "downloaded")
    monkeypatch.setattr(chromium, "from_packages", lambda: pytest.fail("asked too early"))
    assert chromium.find_or_install() == "downloaded"


def test_a_download_without_its_libraries_gets_them_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[str] = []
    path = program(tmp_path, "chrome", FAILS)

    def run(command: list[str]) -> bool:
        ran.append(command[-2])
        program(tmp_path, "chrome", STARTS)
        return True

    monkeypatch.setattr(chromium, "playwrights_own", lambda: str(path))
    monkeypatch.setattr(chromium, "as_root", lambda: [])
    monkeypatch.setattr(chromium, "run", run)
    assert chromium.download() == str(path)
    assert ran == ["install-deps"]


def test_the_system_installs_one_at_last(machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake = f"printf '#!/bin/sh\\nexit 0\\n' > {machine}/chromium; /bin/chmod +x {machine}/chromium"
    program(machine, "apt-get", f'case "$*" in *install*chromium) {fake} ;; esac')
    program(machine, "env", 'shift; exec "$@"')
    monkeypatch.setattr(chromium, "as_root", lambda: [])
    assert chromium.find_or_install() == str(machine / "chromium")


def test_a_driver_that_lacks_a_library_gets_it(machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lacking = f'[ -e {machine}/libatomic1 ] || {{ echo "libatomic.so.1: cannot open" >&2; exit 1; }}'
    monkeypatch.setattr(chromium.sys, "executable", str(program(machine, "python", lacking)))
    with pytest.raises(chromium.NoChromium, match=r"driver does not start.*libatomic"):
        chromium.make_playwright_start()
    monkeypatch.setattr(chromium, "packages", lambda *names: (machine / names[0]).touch() is None)
    chromium.make_playwright_start()


def test_none_at_all_is_an_error_that_says_what_was_tried(machine: Path) -> None:
    with pytest.raises(chromium.NoChromium, match=r"PATH.*Playwright.*apt-get.*set CHROMIUM"):
        chromium.find_or_install()


def test_a_command_that_hangs_is_ended() -> None:
    assert chromium.run(["sleep", "30"], seconds=1) is False


def test_the_one_of_this_machine_starts(chromium_path: str) -> None:
    assert chromium.starts(chromium_path)
