"""The data packages on disk: where they are, what they say about themselves, files checked against their digests."""

from __future__ import annotations

import hashlib
import os
from functools import cache
from pathlib import Path
from typing import Any

from .errors import DamagedDataset, UnknownDataset

OUTLINES = "geometry"


def data_root() -> Path:
    """Folder of the data packages: inside the installed package, or `data/` of the clone."""
    here = Path(__file__).resolve()
    for folder in (here.parents[1] / "data", here.parents[3] / "data"):
        if (folder / "communes" / "datapackage.yaml").exists():
            return folder
    raise FileNotFoundError(
        f"no data packages beside {here.parents[1]}: reinstall the package, or work in a full clone"
    )


def names() -> list[str]:
    """Names of all data packages, sorted.

    Examples
    --------
    >>> "communes" in names()
    True
    """
    return sorted(path.parent.name for path in data_root().glob("*/datapackage.yaml"))


def descriptor(name: str) -> dict[str, Any]:
    """What datapackage.yaml says of the data set `name`.

    Parameters
    ----------
    name : str
        Name of a data set.

    Returns
    -------
    dict
        The descriptor; shared between calls, not to be changed.

    Raises
    ------
    UnknownDataset
        If there is no such data set.

    Examples
    --------
    >>> descriptor("growth_poles")["kind"]
    'compiled'
    """
    if name not in names():
        raise UnknownDataset(name, names())
    return _parsed(data_root() / name / "datapackage.yaml")


def resource_of(name: str, resource: str | None = None) -> dict[str, Any]:
    """The description of one file of a data set, the first one by default."""
    resources = {item["name"]: item for item in descriptor(name)["resources"]}
    if resource is None:
        return next(iter(resources.values()))
    if resource not in resources:
        raise UnknownDataset(resource, resources, what=f"resource of {name!r} called")
    return resources[resource]


def checked_path(name: str, resource: dict[str, Any]) -> Path:
    """Path of a file of a data set, once its bytes are those that the descriptor promises.

    Raises
    ------
    DamagedDataset
        If the file is missing, cut or changed.
    """
    path = data_root() / name / resource["path"]
    expected = resource["hash"].removeprefix("sha256:")
    found = _digest(path, os.stat(path).st_mtime_ns) if path.exists() else "no file"
    if found != expected:
        raise DamagedDataset(path, expected, found)
    return path


@cache
def _parsed(path: Path) -> dict[str, Any]:
    import yaml  # only when a data set is used: importing the package stays cheap

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    parsed: dict[str, Any] = yaml.load(path.read_text(encoding="utf8"), Loader=loader)
    return parsed


@cache
def _digest(path: Path, changed: int) -> str:
    """SHA-256 of a file, computed once for each state of it (`changed` is its time of change)."""
    return hashlib.sha256(path.read_bytes()).hexdigest()
